package dev.checklist.k8s.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a verdict shows of the object, for every rule's healthy object and a few others: {@code evidence.txt}. */
class EvidenceTest {

    @ParameterizedTest
    @MethodSource("dev.checklist.k8s.health.MutationProofTest#subjects")
    void the_fields_that_were_read_are_shown_with_their_values_in_reading_order(MutationProofTest.Subject subject) {
        assertThat(shown(subject.judge().apply(subject.object()))).isEqualTo(expected(subject.name()));
    }

    private static List<String> shown(Health health) {
        return health.fields().entrySet().stream()
                .map(field -> field.getKey() + " = " + field.getValue())
                .toList();
    }

    private static List<String> expected(String name) {
        Stream<String> lines = Tree.lines("evidence.txt");
        return lines.filter(line -> line.startsWith(name + " | "))
                .map(line -> line.substring(name.length() + 3))
                .toList();
    }
}
