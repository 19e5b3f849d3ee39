package dev.checklist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Status;
import dev.checklist.examples.launcher.ScriptedAttestor;
import dev.checklist.examples.world.World;
import dev.checklist.examples.world.fault.Breakage;
import dev.checklist.examples.world.state.WorldState;
import dev.checklist.run.Cause;
import dev.checklist.run.Kind;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.run.Verdict;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the list once against every broken world; the table beside it is written by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenWorldsTest {
    private static final int AT_A_TIME = 4;
    private static final int ROWS_OF_A_SCREEN = 26;
    private static final int FEW = 8;
    /** A database that is away is an ERROR; only a server that gives up, or refuses everything, fails the others. */
    private static final Set<String> UNPROVEN = Set.of(
            "database is reachable",
            "GET https://app.url/ serves 50 requests, 5 at a time",
            "registry registry.host grants pull of ticketer");

    private static final Pattern BROKEN = Pattern.compile("(✗ FAILED|! ERROR) ");

    private final Map<Breakage, Trial> trials = new EnumMap<>(Breakage.class);
    private final Set<String> everyLine = ConcurrentHashMap.newKeySet();
    private final Map<Breakage, List<String>> broken = new ConcurrentHashMap<>();

    @BeforeAll
    void run_the_list_against_every_broken_world(@TempDir Path folder) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Map<Breakage, Future<Trial>> running = new EnumMap<>(Breakage.class);
            List<Breakage> longestFirst = new ArrayList<>(List.of(Breakage.SLOW_PAGE, Breakage.API_HANGS));
            Arrays.stream(Breakage.values())
                    .filter(breakage -> !longestFirst.contains(breakage))
                    .forEach(longestFirst::add);
            for (Breakage breakage : longestFirst) {
                running.put(breakage, threads.submit(() -> trial(breakage, folder.resolve(breakage.title()))));
            }
            for (Map.Entry<Breakage, Future<Trial>> one : running.entrySet()) {
                trials.put(one.getKey(), one.getValue().get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Trial trial(Breakage breakage, Path folder) throws Exception {
        try (World world = World.start(breakage.apply(WorldState.ticketer()))) {
            Trial trial = Trial.of(world, new ScriptedAttestor(), folder);
            broken.put(breakage, BrokenLines.of(trial.report(), world.settings()));
            trial.report().lines().stream()
                    .filter(line -> line.line().kind() == Kind.CHECK)
                    .forEach(line -> everyLine.add(BrokenLines.named(line.line().title(), world.settings())));
            return trial;
        }
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void exactly_the_lines_that_should_see_it_are_broken(Breakage breakage) throws Exception {
        Map<String, List<String>> table = BrokenLines.table("/broken-ticketer.txt");
        assertThat(broken.get(breakage))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(table.getOrDefault(breakage.title(), List.of()));
    }

    @Test
    void every_machine_line_fails_in_a_world_in_which_few_do() {
        Set<String> proven = new TreeSet<>(UNPROVEN);
        broken.values().stream()
                .map(lines ->
                        lines.stream().filter(line -> !line.startsWith("! ")).toList())
                .filter(lines -> lines.size() <= FEW)
                .forEach(proven::addAll);
        assertThat(String.join(
                        "\n",
                        everyLine.stream()
                                .filter(line -> !proven.contains(line))
                                .toList()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/broken-worlds.csv", delimiter = '|', quoteCharacter = '\0', numLinesToSkip = 1)
    void the_first_cause_is_what_is_broken(String breakage, String tag, String says, String not) {
        Cause first = first(Breakage.named(breakage));
        assertThat(first.first().line().tags()).contains(tag);
        assertThat(first.message()).contains(says).doesNotContain(not);
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void a_broken_world_is_not_ready_and_exits_with_1(Breakage breakage) {
        Report report = trial(breakage).report();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(report.verdict().exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void the_first_screen_shows_the_first_cause_before_anything_else(Breakage breakage) {
        Cause first = trial(breakage).report().causes().stream()
                .filter(cause -> !cause.first().mark().couldNotLook())
                .findFirst()
                .orElseGet(() -> first(breakage));
        String screen =
                words(trial(breakage).out().lines().limit(ROWS_OF_A_SCREEN).collect(Collectors.joining(" ")));
        Matcher broken = BROKEN.matcher(screen);
        assertThat(screen).startsWith("NOT READY");
        assertThat(broken.find()).as(screen).isTrue();
        assertThat(screen.substring(broken.end())).startsWith(words(head(first) + ": " + first.message()));
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void a_line_is_asked_twice_at_most_since_nothing_moves_in_a_broken_world(Breakage breakage) {
        for (Result line : trial(breakage).report().lines()) {
            assertThat(line.attempts()).as("%s", line).hasSizeLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void no_line_is_lost_and_every_blocked_one_names_its_roots(Breakage breakage) {
        Report report = trial(breakage).report();
        assertThat(report.lines())
                .hasSize(trial(Breakage.HEALTH_503).report().lines().size());
        assertThat(report.endedEarly()).isEmpty();
        for (Cause cause : report.causes()) {
            assertThat(cause.message()).isNotBlank().doesNotContain("NullPointerException");
        }
        for (Result line : report.lines()) {
            if (line.status() == Status.BLOCKED) {
                assertThat(line.roots()).as("%s", line).isNotEmpty();
            }
        }
    }

    @Test
    void the_table_has_every_breakage() throws Exception {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/broken-worlds.csv"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1))
                    .extracting(line -> line.split("\\|")[0].strip())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Breakage.values())
                            .map(Breakage::title)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void no_secret_of_the_world_is_shown(Breakage breakage) {
        assertThat(trial(breakage).leaks()).isEmpty();
    }

    private static String head(Cause cause) {
        int lines = cause.lines().size();
        return lines == 1 ? cause.first().line().title() : lines + " lines";
    }

    private Trial trial(Breakage breakage) {
        return Objects.requireNonNull(trials.get(breakage));
    }

    private Cause first(Breakage breakage) {
        return trial(breakage).report().causes().get(0);
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
