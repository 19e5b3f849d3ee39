package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two references are the same only where that is certain. */
class ImageReferenceTest {
    private static final String A = "sha256:" + "a".repeat(64);
    private static final String B = "sha256:" + "b".repeat(64);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            registry.example/api:7        | registry.example/api:7             | true
            registry.example/api:7        | registry.example/api:8             | false
            registry.example/api:7        | registry.example/other:7           | false
            registry.example/api:7        | other.example/api:7                | false
            registry.example:5000/api:7   | registry.example:5000/api:7        | true
            registry.example:5000/api     | registry.example:5000/api:latest   | true
            registry.example/api          | registry.example/api:latest        | true
            registry.example/api:latest   | registry.example/api               | true
            registry.example/api          | registry.example/api:7             | false
            docker.io/nginx:1             | docker.io/library/nginx:1          | true
            index.docker.io/nginx:1       | docker.io/library/nginx:1          | true
            docker.io/library/nginx:1     | docker.io/nginx:1                  | true
            docker.io/team/nginx:1        | docker.io/nginx:1                  | false
            nginx:1                       | nginx:1                            | true
            nginx:1                       | docker.io/library/nginx:1          | false
            docker.io/library/nginx:1     | nginx:1                            | false
            library/nginx:1               | nginx:1                            | false
            nginx                         | nginx:latest                       | true
            r.example/api@A               | r.example/api@A                    | true
            r.example/api@A               | r.example/api@B                    | false
            r.example/api@A               | r.example/api:7@A                  | true
            r.example/api:7@A             | r.example/api@A                    | true
            r.example/api:7@A             | r.example/api:8@A                  | true
            r.example/api:7@A             | r.example/api:7                    | true
            r.example/api:7@A             | r.example/api:8                    | false
            r.example/api@A               | r.example/api:7                    | false
            r.example/api@A               | r.example/api                      | false
            r.example/api:7               | r.example/api:7@A                  | false
            r.example/api:7               | r.example/API:7                    | false
            r.example/api:7               | ''                                 | false
            r.example/api:7               | not an image                       | false
            """)
    void what_a_template_names_is_the_wanted_image(String wanted, String named, boolean same) {
        assertThat(ImageReference.of(full(wanted)).isNamedBy(full(named))).isEqualTo(same);
        assertThat(ImageReference.of(full(wanted)).isNamedBy(null)).isFalse();
    }

    private static String full(String reference) {
        return reference.replace("@A", "@" + A).replace("@B", "@" + B);
    }

    @ParameterizedTest
    @CsvSource({
        "docker.io/library/nginx@A, A",
        "docker-pullable://registry.example/api@A, A",
        "registry.example:5000/team/api:7@A, A",
        "A, ''",
        "docker://A, ''",
        "'', ''",
        "registry.example/api:7, ''",
        "registry.example/api@sha256:abc, ''",
        "registry.example/api@A@B, B",
        "registry.example/api@Axyz, ''",
    })
    void the_digest_of_a_report_is_what_stands_behind_the_last_at_sign(String imageId, String digest) {
        String reported = full(imageId).replaceAll("\\bA$", A).replace("//A", "//" + A);
        assertThat(ImageReference.reportedDigest(reported).orElse(""))
                .isEqualTo(digest.replace("A", A).replace("B", B));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a:b:c",
                "a/Upper:1",
                "name@sha256:abc",
                "name@",
                "name:",
                "https://r.example/a",
                "a\n"
            })
    void what_is_no_reference_is_refused_when_the_list_is_built(String image) {
        assertThatThrownBy(() -> ImageReference.of(image))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(image == null ? "the image is null" : "the image is \"" + image + "\"")
                .hasMessageContaining("expected a reference");
    }

    @Test
    void references_are_equal_by_their_text() {
        assertThat(ImageReference.of("a:1"))
                .isEqualTo(ImageReference.of("a:1"))
                .hasSameHashCodeAs(ImageReference.of("a:1"));
        assertThat(ImageReference.of("a:1"))
                .isNotEqualTo(ImageReference.of("a:2"))
                .isNotEqualTo("a:1")
                .hasToString("a:1");
    }
}
