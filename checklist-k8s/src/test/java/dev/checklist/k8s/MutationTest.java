package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.testing.CheckTester;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes away and alters every leaf of every object that a predicate reads where it holds, one at a time: either it no
 * longer passes, or the change stands in {@code survivors*.tsv} with the reason why it may not matter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationTest {
    private final Set<String> used = new HashSet<>();

    private static ApiStub stub;
    private static Clients client;

    @BeforeAll
    static void start() {
        stub = ApiStub.answering(FakeCluster.healthy()::answer);
        client = Clients.to(stub.url());
    }

    @AfterAll
    void stop() {
        client.close();
        stub.close();
        assertThat(used).as("lines that cover nothing").containsAll(Tables.lines("survivors"));
    }

    static Stream<PublicCheck> checks() {
        return PublicCheck.all().stream().filter(check -> check.subject().contains("/"));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void every_leaf_decides_or_stands_in_the_list_of_those_that_do_not(PublicCheck check) {
        FakeCluster healthy = FakeCluster.of(check);
        assertThat(passes(check, healthy)).isTrue();
        List<Survivor> survivors = Survivor.of(check.rows());
        Set<String> survived = new TreeSet<>();
        Set<String> listed = new TreeSet<>();
        int noticed = 0;
        for (String path : read(healthy)) {
            JsonNode object = healthy.objects().get(path);
            String name = path.replaceFirst(".*/([^/]+/[^/]+)$", "$1");
            for (String leaf : JsonTree.leaves(object, "")) {
                for (Map.Entry<String, Object> change : changes(object.at(leaf)).entrySet()) {
                    String mutation = name + " " + leaf + " " + change.getKey();
                    if (passes(check, healthy.with(path, leaf, change.getValue()))) {
                        survived.add(mutation);
                    } else {
                        noticed++;
                    }
                    survivors.stream()
                            .filter(survivor -> survivor.matches(name, leaf, change.getKey()))
                            .forEach(survivor -> {
                                listed.add(mutation);
                                used.add(survivor.line());
                            });
                }
            }
        }
        assertThat(survived).isEqualTo(listed);
        assertThat(noticed).isPositive();
    }

    private static boolean passes(PublicCheck check, FakeCluster cluster) {
        stub.become(cluster::answer);
        Check line = check.check().apply(client.checks());
        return CheckTester.create().run(line).status() == Status.PASSED;
    }

    /** The objects that the last run was given, by path. */
    private static List<String> read(FakeCluster cluster) {
        return stub.requests().stream().flatMap(cluster::shown).distinct().toList();
    }

    private static Map<String, Object> changes(JsonNode leaf) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("removed", null);
        if (leaf.isInt()) {
            changes.put("zero", 0);
            changes.put("less", leaf.asInt() - 1);
            changes.put("more", leaf.asInt() + 1);
            changes.remove(leaf.asInt() == 0 ? "zero" : leaf.asInt() == 1 ? "less" : "");
        } else if (leaf.isBoolean()) {
            changes.put("flipped", !leaf.asBoolean());
        } else if (leaf.asText().equals("True")) {
            changes.put("flipped", "False");
            changes.put("unknown", "Unknown");
            changes.put("altered", "maybe");
        } else {
            changes.put("altered", leaf.asText().equals("altered") ? "other" : "altered");
        }
        return changes;
    }

    /** One line of the list: {@code predicates, object, pointer with ** for anything, changes or *, reason}. */
    record Survivor(String line, Pattern object, Pattern pointer, Set<String> changes) {

        static List<Survivor> of(String predicate) {
            List<Survivor> all = new ArrayList<>();
            for (String line : Tables.lines("survivors")) {
                String[] columns = line.split("\t");
                assertThat(columns)
                        .as("five columns, the last a reason: " + line)
                        .hasSize(5);
                if (pattern(columns[0]).matcher(predicate).matches()) {
                    all.add(new Survivor(
                            line, pattern(columns[1]), pattern(columns[2]), Set.of(columns[3].split(", "))));
                }
            }
            return all;
        }

        private static Pattern pattern(String text) {
            return Pattern.compile("\\Q" + text.replace("**", "\\E.*\\Q") + "\\E");
        }

        boolean matches(String name, String leaf, String change) {
            return object.matcher(name).matches()
                    && pointer.matcher(leaf).matches()
                    && (changes.contains("*") || changes.contains(change));
        }
    }
}
