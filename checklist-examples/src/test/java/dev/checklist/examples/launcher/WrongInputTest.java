package dev.checklist.examples.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with the input is said in one line, with exit code 64, before anything is asked. */
class WrongInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | name a command: run, list, attest, compare, rights or completion
            walk | Unmatched argument at index 0: 'walk'
            --demo | Unknown option: '--demo'
            run | Missing required parameter: 'PAGE'
            run ticketer --wrong | Unknown option: '--wrong'
            run ticketer | say against what to run: either --settings FILE or --demo
            run ticketer --demo --settings FILE | either --settings FILE or --demo
            run ticketer --settings | Missing required parameter for option '--settings'
            run nothing --demo | no page "nothing": expected one of [ticketer, trackdechets]
            run ticketer --demo --broken | Missing required parameter for option '--broken'
            run ticketer --demo --broken nothing | no breakage "nothing"; choose one of
            run ticketer --settings FILE --broken health-503 | --broken health-503 breaks the embedded world only
            run ticketer --settings FILE | --settings FILE cannot be read: expected a properties file
            run ticketer trackdechets --settings FILE | --settings names 1 files for the pages [ticketer, trackdechets]
            run ticketer --demo --report pdf=F | Invalid value for option '--report'
            run ticketer --demo --report html | Value for option option '--report' (FORMAT=FILE) should be in KEY=VALUE
            run ticketer --demo --report html=. | --report html=. names no file
            run ticketer --settings FILE --ask | --ask needs --answers FILE
            run ticketer --settings FILE --ask --answers F | --ask needs a terminal
            run ticketer --settings FILE --answers none/F | --answers none/F cannot be used: the folder of none/F does not exist
            run ticketer --settings FILE --waivers none | --waivers none cannot be used
            list | Missing required parameter: 'PAGE'
            attest ticketer | Missing required
            attest ticketer T1 --answers F --by A --settings FILE | checklist attest: Missing required argument (specify one of these)
            attest ticketer T1 --answers F --by A --confirm --refuse --settings FILE | mutually exclusive
            attest ticketer T1 --answers none/F --by A --confirm --settings FILE | --answers none/F cannot be used
            compare | either two JSON reports, or --archive FOLDER
            compare none | either two JSON reports, or --archive FOLDER
            compare none none | the report none cannot be used
            compare --archive none | --archive none: expected a folder with reports of runs
            rights nothing --demo | no page "nothing"
            """)
    void a_wrong_command_line_is_refused(String arguments, String says) {
        Launched launcher = arguments.isEmpty() ? Launched.run() : Launched.run(arguments.split(" ", -1));
        assertThat(launcher.err()).startsWith("checklist").contains(says).doesNotContain("\tat ");
        assertThat(launcher.code()).isEqualTo(64);
        assertThat(launcher.out()).isEmpty();
    }

    @Test
    void a_settings_file_that_is_a_folder_or_not_utf_8_is_refused() throws Exception {
        assertRefused(folder);
        assertRefused(Files.write(folder.resolve("latin"), "app.url=é".getBytes(StandardCharsets.ISO_8859_1)));
        assertRefused(Files.writeString(folder.resolve("escape"), "app.url=\\u00zz"));
    }

    private static void assertRefused(Path settings) {
        Launched launcher = Launched.run("run", "ticketer", "--settings", settings.toString());
        assertThat(launcher.err()).contains("--settings " + settings + " cannot be read");
        assertThat(launcher.code()).isEqualTo(64);
    }
}
