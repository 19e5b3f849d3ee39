package dev.checklist.s3;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.s3.FakeStore.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes away and alters every element of every answer that a predicate reads where it holds, one at a time: either it no
 * longer passes, or the change stands in {@code survivors.tsv} with the reason why it may not matter.
 */
class MutationTest {
    private static final Pattern LEAF = Pattern.compile("<([A-Za-z]+)>([^<]*)</\\1>");

    private static FakeServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new FakeServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Is one element made another. */
    private record Mutation(Kind kind, String element, String change, FakeStore store) {
        @Override
        public String toString() {
            return kind + "\t" + element + "\t" + change;
        }
    }

    static Stream<PublicCheck> checks() {
        return PublicCheck.all().stream();
    }

    private static boolean passes(PublicCheck check, FakeStore store) {
        server.become(store);
        return FakeServer.run(check.check().apply(server.bucket()).timeout(ofSeconds(20)))
                        .status()
                == Status.PASSED;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void every_element_decides_or_stands_in_the_list_of_those_that_do_not(PublicCheck check) {
        assertThat(passes(check, check.healthy())).isTrue();
        Set<String> survived = new LinkedHashSet<>();
        int noticed = 0;
        for (Kind kind : server.asked()) {
            for (Mutation mutation : mutations(check.healthy(), kind)) {
                if (passes(check, mutation.store())) {
                    survived.add(mutation.toString());
                } else {
                    noticed++;
                }
            }
        }
        assertThat(noticed).isPositive();
        assertThat(survived).containsExactlyInAnyOrderElementsOf(listed(check));
    }

    private static List<Mutation> mutations(FakeStore store, Kind kind) {
        List<Mutation> mutations = new ArrayList<>();
        Reply reply = store.reply(kind);
        Matcher leaf = LEAF.matcher(reply.body());
        while (leaf.find()) {
            String element = leaf.group(1);
            String before = reply.body().substring(0, leaf.start());
            String nth = element + "#" + (before.split("<" + element + ">", -1).length - 1);
            String after = reply.body().substring(leaf.end());
            mutations.add(new Mutation(kind, nth, "removed", changed(store, kind, before + after)));
            String altered = "<" + element + ">" + other(leaf.group(2)) + "</" + element + ">";
            mutations.add(new Mutation(kind, nth, "altered", changed(store, kind, before + altered + after)));
        }
        return mutations;
    }

    private static FakeStore changed(FakeStore store, Kind kind, String body) {
        return store.with(kind, reply -> new Reply(reply.status(), body, reply.headers(), reply.stalls()));
    }

    private static String other(String value) {
        return switch (value) {
            case "true" -> "false";
            case "false" -> "true";
            default -> value.matches("\\d+") ? "-7" : value.matches("\\d{4}-.*Z") ? "2001-01-01T00:00:00Z" : "altered";
        };
    }

    private static List<String> listed(PublicCheck check) {
        return ContractRow.lines("survivors.tsv").stream()
                .map(line -> line.split("\t"))
                .peek(columns -> assertThat(columns).hasSize(5))
                .filter(columns -> columns[0].equals("*")
                        || List.of(columns[0].split(" & ")).contains(check.name()))
                .filter(columns -> !columns[0].equals("*") || server.asked().contains(Kind.valueOf(columns[1])))
                .map(columns -> columns[1] + "\t" + columns[2] + "\t" + columns[3])
                .toList();
    }
}
