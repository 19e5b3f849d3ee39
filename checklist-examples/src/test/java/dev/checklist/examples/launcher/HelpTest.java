package dev.checklist.examples.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the launcher says of itself. */
class HelpTest {
    private static final CommandLine LAUNCHER = Launcher.command(Surroundings.unattended(Map.of()));

    static Stream<String> commands() {
        return LAUNCHER.getSubcommands().keySet().stream();
    }

    @Test
    void the_commands_are_these() {
        assertThat(commands()).containsExactly("run", "list", "attest", "compare", "rights", "completion");
        Launched help = Launched.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains(commands().toList())
                .contains("0 ready, 1 not ready, 2 incomplete, 64", "Examples:");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_help_of_a_command_explains_each_option_and_gives_an_example(String command) {
        Launched help = Launched.run(command, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).containsPattern("Examples?:\n  .*checklist " + command);
        for (OptionSpec option :
                LAUNCHER.getSubcommands().get(command).getCommandSpec().options()) {
            assertThat(option.description()).as("%s", option).isNotEmpty();
            assertThat(help.out()).contains(option.longestName());
        }
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_example_of_the_help_is_understood(String command) {
        for (String line :
                Launched.run(command, "--help").out().replace("\\\n", "").split("\n", -1)) {
            if (line.startsWith("  checklist ")) {
                String[] words = line.strip().replaceAll(" +", " ").split(" ");
                String[] arguments = Arrays.copyOfRange(words, 1, words.length);
                assertThat(LAUNCHER.parseArgs(arguments).hasSubcommand())
                        .as(line)
                        .isTrue();
            }
        }
    }

    @Test
    void the_completion_script_reaches_the_end_of_a_pipe(@TempDir Path folder) throws Exception {
        Launched script = Launched.start(folder, "completion");
        assertThat(script.code()).isZero();
        assertThat(script.out()).isEqualTo(Launched.run("completion").out());
    }

    @Test
    void the_completion_script_knows_commands_and_options() {
        Launched script = Launched.run("completion");
        assertThat(script.code()).isZero();
        assertThat(script.out())
                .contains("complete -F _complete_checklist", "run list attest compare rights", "--settings");
        assertThat(Launched.run("completion", "shop").out()).contains("_complete_shop");
    }
}
