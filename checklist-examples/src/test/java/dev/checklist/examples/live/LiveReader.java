package dev.checklist.examples.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An account that may do nothing but what is written down for it, applied as it is; gone at the end. */
final class LiveReader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";
    private static final String NAME = "checklist-live-reader";

    private final LiveApi api;
    private final String namespace;
    private final Deque<Runnable> ends = new ArrayDeque<>();

    private LiveReader(LiveApi api, String namespace) {
        this.api = api;
        this.namespace = namespace;
    }

    /** Makes an account in that namespace, the roles that are printed, and a binding to each. */
    static LiveReader of(LiveApi api, String namespace, String roles) {
        LiveReader reader = new LiveReader(api, namespace);
        reader.create(reader.accounts(), named(JSON.createObjectNode(), NAME));
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(roles)) {
            if (document != null) {
                reader.grant(JSON.valueToTree(document));
            }
        }
        return reader;
    }

    private String accounts() {
        return "/api/v1/namespaces/" + namespace + "/serviceaccounts";
    }

    private void grant(ObjectNode role) {
        String place = role.at("/metadata/namespace").asText();
        String kind = role.path("kind").asText();
        String base = RBAC + (place.isEmpty() ? "cluster" : "namespaces/" + place + "/");
        create(base + "roles", role);
        ObjectNode binding = named(JSON.createObjectNode(), NAME);
        binding.putObject("roleRef")
                .put("apiGroup", "rbac.authorization.k8s.io")
                .put("kind", kind)
                .put("name", role.at("/metadata/name").asText());
        binding.putArray("subjects")
                .addObject()
                .put("kind", "ServiceAccount")
                .put("name", NAME)
                .put("namespace", namespace);
        create(base + "rolebindings", binding);
    }

    private static ObjectNode named(ObjectNode object, String name) {
        object.withObject("/metadata").put("name", name);
        return object;
    }

    private void create(String path, JsonNode object) {
        JsonNode made = api.post(path, object).orElseThrow();
        String name = made.at("/metadata/name").asText();
        String uid = made.at("/metadata/uid").asText();
        ends.push(() -> api.delete(path + "/" + name, uid));
    }

    /** Writes a kubeconfig with the context of the administrator, and the token of this account. */
    Path kubeconfig(Path file) throws IOException {
        ObjectNode review = JSON.createObjectNode()
                .put("apiVersion", "authentication.k8s.io/v1")
                .put("kind", "TokenRequest");
        review.putObject("spec").putArray("audiences");
        String token = api.post(accounts() + "/" + NAME + "/token", review)
                .orElseThrow()
                .at("/status/token")
                .asText();
        ObjectNode config = JSON.createObjectNode()
                .put("apiVersion", "v1")
                .put("kind", "Config")
                .put("current-context", api.context());
        config.putArray("clusters").addObject().put("name", "live").set("cluster", api.cluster());
        config.putArray("users").addObject().put("name", NAME).putObject("user").put("token", token);
        config.putArray("contexts")
                .addObject()
                .put("name", api.context())
                .putObject("context")
                .put("cluster", "live")
                .put("user", NAME);
        return Files.writeString(file, config.toString());
    }

    @Override
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
