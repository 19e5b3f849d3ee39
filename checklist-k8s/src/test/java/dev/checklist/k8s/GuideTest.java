package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GuideTest {
    @Test
    void every_public_predicate_stands_in_the_guide() throws IOException {
        String guide = Files.readString(Path.of("../docs/kubernetes.md"));
        assertThat(PublicCheck.found()).isNotEmpty().allSatisfy(predicate -> {
            String name = predicate.substring(predicate.indexOf('.') + 1, predicate.indexOf('('));
            assertThat(guide).as(predicate).containsPattern("\\b" + name + "\\b");
        });
    }
}
