package dev.checklist.examples.world;

import dev.checklist.examples.world.server.Certificate;
import dev.checklist.examples.world.server.Site;
import dev.checklist.examples.world.server.Token;
import dev.checklist.examples.world.state.Endpoint;
import dev.checklist.examples.world.state.Template;
import dev.checklist.examples.world.state.TrackdechetsStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known of a world once its parts have ports: for the placeholders of its state, and for settings files. */
final class Values {
    private static final List<String> SECRETS = List.of(
            "postgres",
            "mail",
            "gotenberg",
            "mongodb",
            "webhook",
            "insee.id",
            "insee.secret",
            "insee.user",
            "insee.password",
            "dsn",
            "queue",
            "store");

    private Values() {}

    static Template template(Site site, Set<Endpoint> endpoints, Certificate certificate, String databaseUrl) {
        Map<String, String> values = new TreeMap<>();
        endpoints.forEach(endpoint -> values.put(endpoint.list() + "." + endpoint.setting(), site.url(endpoint)));
        values.put("site.host", "localhost");
        values.put("site.certificate", certificate.certificate());
        values.put(
                "site.certificate.base64",
                Base64.getEncoder().encodeToString(certificate.certificate().getBytes(StandardCharsets.UTF_8)));
        values.put("site.privateKey", certificate.privateKey());
        values.put("application.databaseUrl", databaseUrl);
        values.put("application.sessionSecret", Token.random());
        SECRETS.forEach(name -> values.put("secret." + name, Token.random()));
        values.put("secret.key.api", Token.base64());
        values.put("secret.key.session", Token.base64());
        return new Template(values, Instant.now());
    }

    /** Returns the settings of a list that are addresses of this world, and the keys to them. */
    static Map<String, String> settings(String list, Site site, Set<Endpoint> endpoints) {
        Map<String, String> all = new TreeMap<>();
        endpoints.stream()
                .filter(endpoint -> endpoint.list().equals(list))
                .forEach(endpoint -> all.put(endpoint.setting(), site.url(endpoint)));
        if (list.equals("ticketer")) {
            all.put("app.session", site.session());
        } else {
            all.put("mail.key", site.key());
            all.put("insee.token", site.key());
            all.put("grafana.token", site.key());
            all.put("s3.accessKeyId", TrackdechetsStore.OPERATOR_KEY);
            all.put("s3.secretAccessKey", Token.random());
        }
        return all;
    }
}
