package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every public predicate into every situation. */
class ContractTest {
    private static final Instant NOW = Instant.parse("2026-01-01T01:00:00Z");

    @TempDir
    private Path root;

    /** Finds the subjects from the one public entry, and their predicates. */
    static List<String> found() {
        return Arrays.stream(LocalChecks.class.getMethods())
                .map(Method::getReturnType)
                .filter(type -> type.getName().startsWith("dev.checklist.local.") && type != LocalChecks.class)
                .distinct()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getReturnType() == Check.class && Modifier.isPublic(method.getModifiers()))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName()
                        + Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(", ", "(", ")")))
                .toList();
    }

    @Test
    void every_public_predicate_stands_in_the_table_in_every_situation() {
        assertThat(found()).isNotEmpty();
        assertThat(Contracts.all()).extracting(Contract::method).containsExactlyInAnyOrderElementsOf(found());
        assertThat(Contracts.all())
                .allSatisfy(contract -> assertThat(contract.rows()).containsOnlyKeys(Situation.values()));
    }

    static Stream<Object[]> rows() {
        return Contracts.all().stream()
                .flatMap(contract -> contract.rows().entrySet().stream()
                        .filter(row -> row.getValue().never().isEmpty())
                        .map(row -> new Object[] {contract, row.getKey(), row.getValue()}));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("rows")
    void a_predicate_comes_to_what_the_table_says(Contract contract, Situation situation, Contract.Row row) {
        Desk desk = new Desk(root);
        row.desk().accept(desk);
        Duration timeout = situation == Situation.TIME_OUT ? Duration.ofMillis(300) : Duration.ofSeconds(20);
        Result result = CheckTester.startingAt(NOW)
                .run(contract.check().apply(desk.local()).timeout(timeout));

        assertThat(result.status()).as(result.toString()).isEqualTo(row.status());
        assertThat(result.message()).contains(row.words());
        assertThat(result.message() + result.evidence()).doesNotContain("\u001b");
        assertThat(result.status() == Status.PASSED || result.message().startsWith("expected "))
                .as(result.message())
                .isTrue();
    }
}
