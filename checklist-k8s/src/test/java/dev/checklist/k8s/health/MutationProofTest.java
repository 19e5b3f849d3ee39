package dev.checklist.k8s.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes every leaf, list and map of a healthy object away, and alters every leaf, one at a time: either the object is
 * no longer healthy, or the change stands in {@code mutation-survivors.txt} with the reason why it may not matter.
 */
class MutationProofTest {

    private static final Pattern NOT_JUDGED = Pattern.compile(
            "(/service|/slices/0|/failover|/redis|/sentinels|/database)?/(apiVersion|kind|metadata)(/.*)?");

    @ParameterizedTest
    @MethodSource("subjects")
    void every_leaf_decides_or_stands_in_the_list_of_those_that_do_not(Subject subject) {
        assertThat(subject.judge.apply(subject.object).isHealthy()).isTrue();
        Set<String> survived = new TreeSet<>();
        Set<String> listed = new TreeSet<>();
        List<Survivor> survivors = Survivor.of(subject.name);
        int killed = 0;
        for (Mutation mutation : mutations(subject.object)) {
            if (survives(subject, mutation)) {
                survived.add(mutation.toString());
            } else {
                killed++;
            }
            if (survivors.stream().anyMatch(survivor -> survivor.matches(mutation))) {
                listed.add(mutation.toString());
            }
        }
        System.out.println("mutations of " + subject.name + ": " + killed + " noticed, " + survived.size()
                + " listed with a reason");
        assertThat(survived).isEqualTo(listed);
        assertThat(killed).isPositive();
        assertThat(survivors).allMatch(survivor -> listed.stream().anyMatch(survivor::isUsedBy));
    }

    private static List<Mutation> mutations(Tree object) {
        return Stream.concat(
                        object.leaves().keySet().stream().map(leaf -> Mutation.ofLeaf(object, leaf)),
                        object.branches().keySet().stream().map(branch -> Mutation.ofBranch(object, branch)))
                .flatMap(List::stream)
                .filter(mutation -> !NOT_JUDGED.matcher(mutation.pointer()).matches())
                .toList();
    }

    private static boolean survives(Subject subject, Mutation mutation) {
        try {
            return subject.judge.apply(mutation.result()).isHealthy();
        } catch (IllegalArgumentException unreadable) {
            // The client cannot read such an answer at all, so that no rule ever sees it.
            return false;
        }
    }

    static Stream<Subject> subjects() {
        Stream<Subject> rules =
                Arrays.stream(Rule.values()).map(rule -> new Subject(rule.kind, rule.healthy(), rule::judge));
        return Stream.concat(
                Stream.concat(rules, OperatorSubjects.all()),
                Stream.of(
                        new Subject("backends", Tree.resource("healthy/backends.yaml"), MutationProofTest::backends),
                        new Subject(
                                "working autoscaler",
                                Rule.HORIZONTAL_POD_AUTOSCALER.healthy(),
                                tree -> HorizontalPodAutoscalerHealth.working(
                                        tree.as(HorizontalPodAutoscaler.class), Rule.NOW))));
    }

    private static Health backends(Tree tree) {
        List<EndpointSlice> slices = new ArrayList<>();
        if (tree.at("/slices") instanceof List<?> list) {
            list.stream()
                    .filter(Objects::nonNull)
                    .forEach(slice -> slices.add(new Tree(slice).as(EndpointSlice.class)));
        }
        Object service = tree.at("/service");
        return ServiceBackendsHealth.of(
                service == null ? new Service() : new Tree(service).as(Service.class), slices, Rule.NOW);
    }

    /** A rule with its healthy object. */
    record Subject(String name, Tree object, Function<Tree, Health> judge) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** One line of the list: {@code kind | pointer, ** for anything below | mutations, * for all | reason}. */
    record Survivor(Pattern pointer, Set<String> mutations) {

        static List<Survivor> of(String name) {
            return Tree.lines("mutation-survivors.txt")
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .filter(columns -> columns[0].equals(name))
                    .map(columns -> {
                        assertThat(columns).as("a line without a reason").hasSize(4);
                        String regex = "\\Q" + columns[1].replace("**", "\\E.*\\Q") + "\\E";
                        return new Survivor(Pattern.compile(regex), Set.of(columns[2].split("\\s*,\\s*")));
                    })
                    .toList();
        }

        boolean matches(Mutation mutation) {
            return pointer.matcher(mutation.pointer()).matches()
                    && (mutations.contains("*") || mutations.contains(mutation.name()));
        }

        boolean isUsedBy(String listed) {
            return pointer.matcher(listed.substring(0, listed.lastIndexOf(' '))).matches();
        }
    }
}
