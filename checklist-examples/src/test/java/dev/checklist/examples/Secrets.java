package dev.checklist.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;

/** Everything of a world that nobody may read in a report: what its settings hold, and what its cluster keeps. */
final class Secrets {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> values = new TreeSet<>();

    private Secrets() {}

    /** Collects them as they are and in Base64; those of the cluster only where its API server answers. */
    static Set<String> of(Map<String, String> settings) throws IOException, InterruptedException {
        Secrets secrets = new Secrets();
        String session = String.valueOf(settings.get("app.session"));
        secrets.add(session.substring(session.indexOf('=') + 1));
        secrets.add(String.valueOf(settings.get("jdbc.password")));
        Path kubeconfig = Path.of(String.valueOf(settings.get("kubernetes.kubeconfig")));
        JsonNode config = JSON.valueToTree(new Yaml().load(Files.readString(kubeconfig)));
        String token = config.at("/users/0/user/token").asText();
        secrets.add(token);
        for (String name : List.of("ticketer-secret", "ticketer-tls")) {
            String server = config.at("/clusters/0/cluster/server").asText();
            secrets.addSecret(URI.create(server + "/api/v1/namespaces/ticketer/secrets/" + name), token);
        }
        return secrets.values;
    }

    private void addSecret(URI secret, String token) throws IOException, InterruptedException {
        for (JsonNode value : JSON.readTree(read(secret, token)).path("data")) {
            String text = new String(Base64.getDecoder().decode(value.asText()), UTF_8);
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("-----"))
                    .forEach(this::add);
        }
    }

    private static String read(URI secret, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(secret)
                .timeout(Duration.ofSeconds(2))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (ConnectException | HttpTimeoutException e) {
            return "{}"; // a world without an API server keeps nothing there
        }
    }

    private void add(String value) {
        values.add(value);
        values.add(Base64.getEncoder().encodeToString(value.getBytes(UTF_8)));
    }
}
