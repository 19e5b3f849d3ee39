package dev.checklist.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asks a real registry, {@code CHECKLIST_REGISTRY}, into which it pushes two small images and their index. */
class LiveRegistryIT {
    private static final Map<String, String> SETTINGS = System.getenv();
    private static final String REPOSITORY =
            "live/shop-" + UUID.randomUUID().toString().substring(0, 8);
    private static final SampleImage AMD = SampleImage.builtFrom("linux/amd64", PublicCheck.COMMIT);
    private static final SampleImage ARM = SampleImage.builtFrom("linux/arm64", PublicCheck.COMMIT);
    private static final SampleImage BOTH = SampleImage.index(AMD, ARM);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static String setting(String name) {
        return Optional.ofNullable(SETTINGS.get(name)).orElse("");
    }

    private static RegistryChecks anonymous() {
        return RegistryChecks.of(setting("CHECKLIST_REGISTRY"));
    }

    private static RegistryChecks registry() {
        return anonymous().as(setting("CHECKLIST_REGISTRY_USER"), () -> setting("CHECKLIST_REGISTRY_PASSWORD"));
    }

    @BeforeAll
    static void push() throws IOException, InterruptedException {
        assumeTrue(!setting("CHECKLIST_REGISTRY").isEmpty(), "CHECKLIST_REGISTRY names no registry: see ci/registry");
        for (SampleImage image : List.of(AMD, ARM)) {
            blob(image.config());
            blob(image.layer());
            manifest(image.digest(), image);
        }
        manifest("1.0", BOTH);
        manifest("latest", BOTH);
        manifest("amd", AMD);
    }

    private static void blob(byte[] content) throws IOException, InterruptedException {
        HttpResponse<String> started =
                send("POST", uri("/v2/" + REPOSITORY + "/blobs/uploads/"), "text/plain", new byte[0]);
        URI location = uri("/").resolve(started.headers().firstValue("Location").orElseThrow());
        String separator = location.getQuery() == null ? "?" : "&";
        URI upload = URI.create(location + separator + "digest=" + SampleImage.digest(content));
        assertThat(send("PUT", upload, "application/octet-stream", content).statusCode())
                .isEqualTo(201);
    }

    private static void manifest(String reference, SampleImage image) throws IOException, InterruptedException {
        URI uri = uri("/v2/" + REPOSITORY + "/manifests/" + reference);
        assertThat(send("PUT", uri, image.type(), image.manifest()).statusCode())
                .isEqualTo(201);
    }

    private static URI uri(String path) {
        return URI.create(setting("CHECKLIST_REGISTRY")).resolve(path);
    }

    private static HttpResponse<String> send(String method, URI uri, String type, byte[] body)
            throws IOException, InterruptedException {
        String account = setting("CHECKLIST_REGISTRY_USER") + ":" + setting("CHECKLIST_REGISTRY_PASSWORD");
        return CLIENT.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(SampleImage.bytes(account)))
                        .header("Content-Type", type)
                        .build(),
                BodyHandlers.ofString());
    }

    private static Result passes(Check check) {
        Result result = ContractTest.run(check);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.PASSED);
        return result;
    }

    private static void fails(Check check) {
        Result result = ContractTest.run(check);
        assertThat(result.status()).as(result.message()).isEqualTo(Status.FAILED);
    }

    @Test
    void an_image_that_was_pushed_is_there_and_another_is_not() {
        assertThat(passes(registry().hasImage(REPOSITORY, "1.0")).evidence()).containsEntry("digest", BOTH.digest());
        fails(registry().hasImage(REPOSITORY, "2.0"));
        fails(registry().hasImage(REPOSITORY + "-not", "1.0"));
    }

    @Test
    void its_platforms_are_those_of_the_index() {
        passes(registry().image(REPOSITORY, "1.0").hasPlatform("linux/arm64"));
        passes(registry().image(REPOSITORY, "amd").hasPlatform("linux/amd64"));
        fails(registry().image(REPOSITORY, "1.0").hasPlatform("windows/amd64"));
        fails(registry().image(REPOSITORY, "amd").hasPlatform("linux/arm64"));
    }

    @Test
    void its_commit_is_that_of_the_label() {
        passes(registry().image(REPOSITORY, "1.0").wasBuiltFrom(PublicCheck.COMMIT));
        fails(registry().image(REPOSITORY, "amd").wasBuiltFrom("f".repeat(40)));
    }

    @Test
    void two_tags_are_one_image_or_not() {
        passes(registry().image(REPOSITORY, "1.0").hasSameDigestAs("latest"));
        fails(registry().image(REPOSITORY, "1.0").hasSameDigestAs("amd"));
    }

    @Test
    void pull_and_push_are_granted_and_no_upload_stays() {
        passes(registry().grants(REPOSITORY, Access.PULL, Access.PUSH));
        passes(registry().grants(REPOSITORY + "-new", Access.PULL));
        fails(anonymous().grants(REPOSITORY, Access.PUSH));
    }

    @Test
    void images_that_are_named_late_are_found() {
        String host = uri("/").getAuthority();
        passes(registry().hasImages("a revision", () -> List.of(host + "/" + REPOSITORY + ":1.0")));
        fails(registry().hasImages("a revision", () -> List.of(host + "/" + REPOSITORY + ":2.0")));
    }

    @Test
    void the_digests_are_those_that_were_pushed() {
        assertThat(registry().image(REPOSITORY, "1.0").digests().get())
                .containsExactlyInAnyOrder(BOTH.digest(), AMD.digest(), ARM.digest());
    }

    @Test
    void a_wrong_password_and_none_are_errors() {
        Result wrong = ContractTest.run(anonymous()
                .as(setting("CHECKLIST_REGISTRY_USER"), () -> "wrong")
                .hasImage(REPOSITORY, "1.0"));
        assertThat(wrong.status()).isEqualTo(Status.ERROR);
        assertThat(wrong.message()).contains("credential was refused");
        assertThat(ContractTest.run(anonymous().hasImage(REPOSITORY, "1.0")).status())
                .isEqualTo(Status.ERROR);
    }
}
