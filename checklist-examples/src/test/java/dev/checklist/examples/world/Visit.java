package dev.checklist.examples.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.yaml.snakeyaml.Yaml;

/** Asks a world as a stranger would: by its settings only. */
final class Visit {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> settings;
    private final HttpClient client;
    private final JsonNode kubeconfig;

    Visit(Map<String, String> settings) throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .sslContext(trusting(Path.of(settings.get("trust"))))
                .build();
        this.kubeconfig =
                JSON.valueToTree(new Yaml().load(Files.readString(Path.of(settings.get("kubernetes.kubeconfig")))));
    }

    String server() {
        return kubeconfig.at("/clusters/0/cluster/server").asText();
    }

    HttpResponse<String> api(String path) throws IOException, InterruptedException {
        return send(authorized(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(authorized(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    JsonNode object(String path) throws IOException, InterruptedException {
        return JSON.readTree(api(path).body());
    }

    HttpResponse<String> get(String setting, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(settings.get(setting) + path)));
    }

    HttpResponse<String> signedIn(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(settings.get("app.url") + path))
                .header("Cookie", "theme=dark; " + settings.get("app.session")));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(URI.create(server() + path))
                .header(
                        "Authorization",
                        "Bearer " + kubeconfig.at("/users/0/user/token").asText());
    }

    private static SSLContext trusting(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "world",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
