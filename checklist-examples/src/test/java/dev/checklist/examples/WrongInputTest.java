package dev.checklist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.examples.ticketer.GivenSettings;
import dev.checklist.examples.world.fault.Breakage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with the input is said in one line, with exit code 64, before anything is asked. */
class WrongInputTest {
    @TempDir
    private Path folder;

    @Test
    void help_explains_each_option_the_exit_codes_and_the_ways_to_break_the_world() {
        Launcher help = Launcher.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("--demo", "--settings=FILE", "--broken=NAME", "--unattended", "--only", "--skip", "--report")
                .contains("0 ready, 1 not ready, 2 incomplete, 64 wrong input, 70");
        for (Breakage breakage : Breakage.values()) {
            assertThat(help.out()).contains(breakage.title() + " ", breakage.description());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --wrong | Unknown option: '--wrong'
            --unattended | Missing required argument (specify one of these): (--demo | --settings=FILE)
            --demo --settings FILE | --demo, --settings=FILE are mutually exclusive
            --settings | Missing required parameter for option '--settings'
            --demo --broken | Missing required parameter for option '--broken'
            --demo --broken nothing | no breakage "nothing"; choose one of
            --settings FILE --broken health-503 | --broken health-503 breaks the embedded world only
            --settings FILE | --settings FILE cannot be read: expected a properties file
            --demo T48 | Unmatched argument at index 1: 'T48'
            """)
    void a_wrong_command_line_is_refused(String arguments, String says) {
        Launcher launcher = Launcher.run(arguments.split(" ", -1));
        assertThat(launcher.code()).isEqualTo(64);
        assertThat(launcher.err()).startsWith("ticketer: ").contains(says).doesNotContain("\tat ");
        assertThat(launcher.out()).isEmpty();
    }

    @Test
    void a_settings_file_that_is_a_folder_or_not_utf_8_is_refused() throws Exception {
        assertRefused("--settings " + folder + " cannot be read", "--settings", folder.toString());
        Path latin = Files.write(folder.resolve("latin"), "app.url=é".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("--settings " + latin + " cannot be read", "--settings", latin.toString());
        Path escape = Files.writeString(folder.resolve("escape"), "app.url=\\u00zz");
        assertRefused("--settings " + escape + " cannot be read", "--settings", escape.toString());
    }

    @Test
    void a_folder_for_reports_that_cannot_be_made_is_refused_before_the_run() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path settings = Trial.write(GivenSettings.in(folder), folder.resolve("settings"));
        assertRefused(
                "--report " + file + " cannot be made", "--settings", settings.toString(), "--report", file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--only", "--skip"})
    void a_tag_that_no_line_has_is_refused(String option) throws Exception {
        Path settings = Trial.write(GivenSettings.in(folder), folder.resolve("settings"));
        assertRefused(
                "no tag or id [T4] on the list",
                "--settings",
                settings.toString(),
                "--report",
                folder.resolve("report").toString(),
                option,
                "T48,T4");
    }

    @Test
    void a_wrong_setting_is_refused_with_the_same_exit_code() throws Exception {
        Map<String, String> settings = GivenSettings.in(folder);
        settings.remove("app.url");
        Path file = Trial.write(settings, folder.resolve("settings"));
        assertRefused(
                "the setting app.url is missing: give it a value",
                "--settings",
                file.toString(),
                "--report",
                folder.resolve("report").toString());
    }

    private static void assertRefused(String says, String... arguments) {
        Launcher launcher = Launcher.run(arguments);
        assertThat(launcher.err()).startsWith("ticketer: ").contains(says).doesNotContain("\tat ");
        assertThat(launcher.code()).isEqualTo(64);
        assertThat(launcher.out()).isEmpty();
    }
}
