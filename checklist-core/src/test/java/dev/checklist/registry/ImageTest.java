package dev.checklist.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.registry.RegistryStub.Kind;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at images of all kinds in a registry that does as it should. */
class ImageTest {
    private static final String COMMIT = PublicCheck.COMMIT;
    private static final SampleImage AMD = SampleImage.builtFrom("linux/amd64", COMMIT);
    private static final SampleImage ARM = SampleImage.builtFrom("linux/arm64", "f".repeat(40));

    private RegistryStub stub;

    @BeforeEach
    void start() throws IOException {
        stub = new RegistryStub()
                .holding("shop:amd", AMD)
                .holding("shop:arm", ARM)
                .holding("shop:both", SampleImage.index(AMD, ARM))
                .holding("shop:bare", SampleImage.of("linux/amd64", "{}"))
                .holding("shop:null", SampleImage.of("linux/amd64", "null"))
                .holding("shop:short", SampleImage.builtFrom("linux/amd64", COMMIT.substring(0, 12)));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private ImageChecks image(String tag) {
        return stub.registry().image("shop", tag);
    }

    @Test
    void an_image_is_found_by_tag_and_digest_without_being_pulled() {
        Result result = ContractTest.run(image("amd").exists());
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.evidence()).containsEntry("digest", AMD.digest());
        assertThat(result.identity()).containsEntry(stub.host() + "/shop:amd", AMD.digest());
        assertThat(stub.kinds()).containsExactly(Kind.HEAD, Kind.TOKEN, Kind.HEAD);
        assertThat(ContractTest.run(image(AMD.digest()).exists()).status()).isEqualTo(Status.PASSED);
        assertThat(ContractTest.run(image("sha256:" + "0".repeat(64)).exists()).status())
                .isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "amd, linux/amd64, PASSED",
        "amd, linux/arm64, FAILED",
        "both, linux/arm64, PASSED",
        "both, linux/s390x, FAILED",
        "both, linux/arm64/v8, FAILED",
        "both, unknown/unknown, FAILED",
    })
    void a_platform_is_that_of_an_entry_or_of_the_configuration(String tag, String platform, Status status) {
        assertThat(ContractTest.run(image(tag).hasPlatform(platform)).status()).isEqualTo(status);
    }

    @Test
    void an_index_that_names_an_image_which_is_not_there_has_no_such_platform() throws IOException {
        try (RegistryStub half = new RegistryStub().holding("shop:both", SampleImage.index(AMD))) {
            assertThat(ContractTest.run(half.registry().image("shop", "both").hasPlatform("linux/amd64"))
                            .status())
                    .isEqualTo(Status.FAILED);
        }
    }

    @Test
    void every_image_of_an_index_must_be_of_the_commit() {
        Result result = ContractTest.run(image("both").wasBuiltFrom(COMMIT));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message()).contains("f".repeat(40));
    }

    @Test
    void an_image_of_which_the_index_does_not_say_where_it_runs_counts_too() throws IOException {
        SampleImage index = SampleImage.index(AMD, ARM).silentOn("arm64");
        try (RegistryStub silent =
                new RegistryStub().holding("shop:a", AMD).holding("shop:b", ARM).holding("shop:both", index)) {
            ImageChecks both = silent.registry().image("shop", "both");
            assertThat(ContractTest.run(both.wasBuiltFrom(COMMIT)).status()).isEqualTo(Status.FAILED);
            assertThat(both.digests().get()).contains(ARM.digest());
            assertThat(ContractTest.run(both.hasPlatform("linux/amd64")).status())
                    .isEqualTo(Status.PASSED);
            assertThat(ContractTest.run(both.hasPlatform("linux/arm64")).status())
                    .isEqualTo(Status.ERROR);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bare", "null", "short"})
    void no_label_or_one_that_is_no_full_hash_is_an_error_that_a_person_may_answer(String tag) {
        Result result = ContractTest.run(image(tag).wasBuiltFrom(COMMIT));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.mark()).isEqualTo(Mark.UNSUPPORTED);
    }

    @Test
    void the_first_digits_of_a_commit_pass_with_a_warning() {
        Result result = ContractTest.run(image("amd").wasBuiltFrom(COMMIT.substring(0, 12)));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).isNotEmpty();
        assertThat(ContractTest.run(image("amd").wasBuiltFrom("0123457")).status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void a_repository_that_does_not_exist_yet_can_be_granted() {
        assertThat(ContractTest.run(stub.registry().grants("new/app", Access.PULL))
                        .message())
                .contains("does not exist yet");
    }

    @Test
    void a_push_is_taken_back_and_needs_the_runner_s_leave() {
        assertThat(CheckTester.create()
                        .run(stub.registry().grants("shop", Access.PUSH))
                        .status())
                .isEqualTo(Status.PENDING);
        assertThat(stub.requests()).isEmpty();
        Result result = ContractTest.run(stub.registry().grants("shop", Access.PULL, Access.PUSH));
        assertThat(result.status()).isEqualTo(Status.PASSED);
        assertThat(stub.kinds()).containsSubsequence(Kind.TAGS, Kind.UPLOAD, Kind.DELETE);
        assertThat(stub.kinds().stream().filter(Kind.DELETE::equals)).hasSize(1);
    }

    @Test
    void an_upload_that_could_not_be_taken_back_is_failed_and_named() {
        stub.failing(Kind.DELETE, RegistryFault.SERVER_ERROR.fault());
        Result result = ContractTest.run(stub.registry().grants("shop", Access.PUSH));
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.message() + result.toString()).contains("left in");
    }

    @Test
    void an_upload_elsewhere_is_not_followed() {
        stub.failing(Kind.UPLOAD, exchange -> {
            exchange.getResponseHeaders().set("Location", "https://evil.example/v2/shop/blobs/uploads/1");
            RegistryStub.answer(exchange, 202, "text/plain", new byte[0]);
        });
        assertThat(ContractTest.run(stub.registry().grants("shop", Access.PUSH)).status())
                .isEqualTo(Status.ERROR);
        assertThat(stub.kinds()).doesNotContain(Kind.DELETE);
    }

    @Test
    void nodes_may_report_the_index_or_the_image_in_it() {
        assertThat(image("both").digests().get())
                .containsExactlyInAnyOrder(SampleImage.index(AMD, ARM).digest(), AMD.digest(), ARM.digest());
        assertThat(image("amd").digests().get()).containsExactly(AMD.digest());
        Supplier<?> gone = image("gone").digests();
        assertThatThrownBy(gone::get).isInstanceOf(IllegalStateException.class).hasMessageContaining("there is no");
    }

    @Test
    void images_that_are_named_late_are_all_looked_for() {
        String host = stub.host();
        assertThat(late(() -> List.of(host + "/shop:amd", host + "/shop@" + ARM.digest())))
                .isEqualTo(Status.PASSED);
        assertThat(late(() -> List.of(host + "/shop:amd", host + "/shop:gone"))).isEqualTo(Status.FAILED);
        assertThat(late(List::of)).isEqualTo(Status.FAILED);
        assertThat(late(() -> List.of("nginx:1.27"))).isEqualTo(Status.ERROR);
        assertThat(late(() -> List.of("\u001b[2J<script>"))).isEqualTo(Status.ERROR);
        assertThat(late(() -> {
                    throw new IllegalStateException("unknown");
                }))
                .isEqualTo(Status.ERROR);
    }

    private Status late(Supplier<List<String>> images) {
        return ContractTest.run(stub.registry().hasImages("the previous revision", images))
                .status();
    }

    @Test
    void a_configuration_in_a_store_elsewhere_is_fetched_without_a_credential() throws IOException {
        byte[] config = AMD.config();
        try (RegistryStub store = new RegistryStub().challenging("none")) {
            stub.failing(Kind.BLOB, exchange -> {
                exchange.getResponseHeaders().set("Location", store.url() + "/token?signature=canary-4711");
                RegistryStub.answer(exchange, 307, "text/plain", new byte[0]);
            });
            store.failing(
                    Kind.TOKEN, exchange -> RegistryStub.answer(exchange, 200, "application/octet-stream", config));
            Result result = ContractTest.run(image("amd").wasBuiltFrom(COMMIT));
            assertThat(result.status()).as(result.message()).isEqualTo(Status.PASSED);
            assertThat(store.requests())
                    .hasSize(1)
                    .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
            store.failing(Kind.TOKEN, exchange -> RegistryStub.answer(exchange, 200, "text/plain", ARM.config()));
            Result other = ContractTest.run(image("amd").wasBuiltFrom(COMMIT));
            assertThat(other.status()).isEqualTo(Status.ERROR);
            assertThat(other.message()).contains("not of the digest");
            assertThat(result.toString() + other).doesNotContain("canary");
        }
    }

    @Test
    void docker_hub_has_names_of_its_own() {
        RegistryHost hub = RegistryHost.of("docker.io", false);
        assertThat(hub.api()).hasToString("https://registry-1.docker.io");
        assertThat(hub.path("nginx")).isEqualTo("library/nginx");
        assertThat(hub.path("team/shop")).isEqualTo("team/shop");
        assertThat(RegistryHost.of("index.docker.io", false)).isEqualTo(hub);
        assertThat(RegistryHost.of("registry.example", false).path("nginx")).isEqualTo("nginx");
        assertThat(ImageName.parse("nginx", hub)).hasToString("nginx:latest");
        assertThat(ImageName.parse("docker.io/team/shop:1", hub)).hasToString("team/shop:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://registry.example",
                "registry.example/team",
                "user@registry.example",
                "http://registry.example",
                "registry.example:0",
                "registry.example:99999",
                "a b",
                "-x"
            })
    void what_is_no_host_is_refused(String host) {
        assertThatThrownBy(() -> RegistryChecks.of(host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("host is ");
    }

    @Test
    void arguments_are_checked_when_the_list_is_built() {
        RegistryChecks registry = RegistryChecks.of("registry.example");
        assertThat(RegistryChecks.overPlainHttp("registry.internal:5000")
                        .hasImage("a", "b")
                        .title())
                .isEqualTo("registry registry.internal:5000 has image a:b");
        for (String bad : List.of("", "Team/Shop", "shop:1", "/shop", "shop/", "a//b", "../x")) {
            assertThatThrownBy(() -> registry.hasImage(bad, "1")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> registry.grants(bad, Access.PULL)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String bad : List.of("", ":", "a b", "sha256:123", "-x", "a/b")) {
            assertThatThrownBy(() -> registry.image("shop", bad)).isInstanceOf(IllegalArgumentException.class);
        }
        ImageChecks image = registry.image("shop", "1.0");
        assertThatThrownBy(() -> image.hasSameDigestAs("1.0")).isInstanceOf(IllegalArgumentException.class);
        for (String bad : List.of("", "linux", "Linux/amd64", "linux/")) {
            assertThatThrownBy(() -> image.hasPlatform(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String bad : List.of("", "main", "012345", "ABCDEF0", "v1.0")) {
            assertThatThrownBy(() -> image.wasBuiltFrom(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> registry.as("a:b", () -> "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
