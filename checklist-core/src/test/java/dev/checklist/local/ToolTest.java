package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTest {
    @TempDir
    private Path root;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(root);
    }

    private ToolChecks tool(String body) {
        return desk.script("t", body).local().tool("t");
    }

    private static void assertResult(Result result, Status status, String words) {
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.message()).contains(words);
    }

    @Test
    void a_program_in_path_is_installed() {
        Result result = Desk.run(tool("exit 9").isInstalled());
        assertResult(result, Status.PASSED, desk.programs().resolve("t").toString());
    }

    @Test
    void a_missing_program_is_failed() {
        assertResult(Desk.run(desk.local().tool("t").isInstalled()), Status.FAILED, "t is in no directory of PATH");
        assertResult(Desk.run(desk.local().tool("t").runs()), Status.FAILED, "t is in no directory of PATH");
        assertResult(Desk.run(desk.local().tool("/no/such/t").isInstalled()), Status.FAILED, "/no/such/t is not there");
    }

    @Test
    void a_program_cannot_be_looked_for_without_path() {
        desk.without("PATH");
        assertResult(Desk.run(desk.local().tool("t").isInstalled()), Status.ERROR, "PATH is not set");
    }

    @Test
    void a_file_that_cannot_be_executed_is_no_program() throws Exception {
        Files.setPosixFilePermissions(
                Desk.program(desk.programs().resolve("t"), "text"), PosixFilePermissions.fromString("rw-r--r--"));
        assertResult(Desk.run(desk.local().tool("t").isInstalled()), Status.FAILED, "no file that can be executed");
        assertResult(Desk.run(desk.local().tool("t").runs()), Status.FAILED, "no file that can be executed");
    }

    @Test
    void a_directory_is_no_program() throws Exception {
        Files.createDirectory(desk.programs().resolve("t"));
        assertResult(Desk.run(desk.local().tool("t").isInstalled()), Status.FAILED, "no file that can be executed");
    }

    @Test
    void a_program_that_the_system_refuses_is_an_error() {
        Desk.program(desk.programs().resolve("t"), "#!/no/such/interpreter\n");
        assertResult(Desk.run(desk.local().tool("t").runs()), Status.ERROR, "could not be started");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "", "sub", "./sub"})
    void a_program_of_the_working_directory_is_never_run(String entry) throws Exception {
        Files.createDirectories(desk.directory().resolve("sub"));
        for (String place : new String[] {"t", "sub/t"}) {
            Desk.program(desk.directory().resolve(place), "#!/bin/sh\n: > hit\n");
        }
        desk.with("PATH", entry + ":" + desk.programs());
        assertResult(Desk.run(desk.local().tool("t").runs()), Status.FAILED, "in no directory of PATH");
        assertThat(desk.directory().resolve("hit")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./t", "sub/t", "-t", "..", " ", "t\nu"})
    void a_name_that_is_neither_in_path_nor_absolute_is_refused(String name) {
        assertThatThrownBy(() -> desk.local().tool(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name is ");
    }

    @Test
    void a_tool_runs_when_it_exits_with_0() {
        assertResult(Desk.run(tool("exit 0").runs()), Status.PASSED, "it exited with 0");
    }

    @Test
    void another_exit_code_is_failed_and_shows_what_the_tool_said() {
        Result result = Desk.run(tool("echo because >&2; exit 3").runs("a"));
        assertResult(result, Status.FAILED, "expected t a to exit with 0 but it exited with 3");
        assertThat(result.evidence()).containsEntry("output", "because").containsEntry("exit code", "3");
    }

    @Test
    void an_exit_code_can_be_what_is_expected() {
        assertResult(Desk.run(tool("exit 3").exitsWith(3)), Status.PASSED, "it exited with 3");
        assertResult(Desk.run(tool("exit 0").exitsWith(3)), Status.FAILED, "but it exited with 0");
        assertThatThrownBy(() -> tool("").exitsWith(137)).hasMessageContaining("expected 0 to 125");
    }

    @Test
    void a_tool_that_a_signal_ended_is_an_error() {
        assertResult(Desk.run(tool("kill -9 $$").runs()), Status.ERROR, "as when signal 9 ends a program");
    }

    @Test
    void arguments_arrive_as_they_were_given_and_no_shell_reads_them() {
        ToolChecks tool = tool("for a; do printf '[%s]' \"$a\"; done");
        String[] arguments = {
            "two words", "'\"", "$(touch hit)", ";", "a\nb", "-x", "*", "", "`touch hit`", "&& touch hit"
        };
        String printed = "[" + String.join("][", arguments) + "]";
        assertResult(Desk.run(tool.prints(printed, arguments)), Status.PASSED, "it printed");
        assertThat(desk.directory().resolve("hit")).doesNotExist();
    }

    @Test
    void an_argument_with_a_nul_character_is_refused() {
        assertThatThrownBy(() -> tool("").runs("a\0b")).hasMessageContaining("NUL");
    }

    @Test
    void only_path_home_and_kubeconfig_are_passed_on() {
        desk.with("HOME", "/home/x").with("KUBECONFIG", "/kube").with("PASSWORD", "no");
        Result result = Desk.run(tool("/usr/bin/env | /usr/bin/cut -d= -f1 | /usr/bin/sort | /usr/bin/tr '\\n' ' '")
                .printsTextWith("HOME"));
        assertThat(result.message()).contains("HOME", "KUBECONFIG", "PATH").doesNotContain("PASSWORD");
        assertThat(result.message().replaceAll(".*\"(.*)\".*", "$1").split(" "))
                .isSubsetOf("HOME", "KUBECONFIG", "PATH", "PWD", "SHLVL", "_", "OLDPWD");
    }

    @Test
    void a_tool_runs_in_the_directory_of_the_list_with_nothing_to_read() {
        assertResult(Desk.run(tool("pwd -P; cat").prints(desk.directory().toString())), Status.PASSED, "it printed");
    }

    @Test
    void what_is_printed_is_compared_as_a_whole_or_in_part() {
        ToolChecks tool = tool("echo ' prod-ch '");
        assertResult(Desk.run(tool.prints("prod-ch")), Status.PASSED, "it printed \"prod-ch\"");
        assertResult(Desk.run(tool.prints("prod")), Status.FAILED, "but it printed \"prod-ch\"");
        assertResult(Desk.run(tool.printsTextWith("od-c")), Status.PASSED, "it printed \"prod-ch\"");
        assertResult(Desk.run(tool.printsTextWith("test")), Status.FAILED, "but it printed \"prod-ch\"");
    }

    @Test
    void the_output_of_a_tool_that_failed_proves_nothing() {
        ToolChecks tool = tool("echo prod-ch; echo broken >&2; exit 1");
        assertResult(Desk.run(tool.prints("prod-ch")), Status.ERROR, "it exited with 1: broken");
        assertResult(Desk.run(tool.isVersionAtLeast("1")), Status.ERROR, "it exited with 1: broken");
    }

    @Test
    void a_json_value_is_found_by_its_pointer_and_type() {
        ToolChecks tool = tool("echo '{\"a\": {\"b/c\": [1.0, \"1\", true, null]}}'");
        assertResult(Desk.run(tool.printsJson("/a/b~1c/0", 1)), Status.PASSED, "found 1.0 at /a/b~1c/0");
        assertResult(Desk.run(tool.printsJson("/a/b~1c/1", "1")), Status.PASSED, "found \"1\"");
        assertResult(Desk.run(tool.printsJson("/a/b~1c/2", true)), Status.PASSED, "found true");
        assertResult(Desk.run(tool.printsJson("/a/b~1c/0", "1")), Status.FAILED, "but found 1.0");
        assertResult(Desk.run(tool.printsJson("/a/b~1c/3", "null")), Status.FAILED, "but found null");
        assertResult(Desk.run(tool.printsJson("/a", "x")), Status.FAILED, "but found an object");
        assertResult(Desk.run(tool.printsJson("/b", "x")), Status.FAILED, "but found nothing there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1", "{\"a\": 1} {\"a\": 1}", "{\"a\": 2, \"a\": 1}", "<html>", ""})
    void what_is_not_exactly_one_json_document_is_an_error(String printed) {
        assertResult(Desk.run(tool("printf '%s' '" + printed + "'").printsJson("/a", 1)), Status.ERROR, "expected t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "git version 2.39.5 (Apple Git-154) | 2.39.5 | PASSED",
                "git version 2.39.5 | 2.39.6 | FAILED",
                "v18.19.0 | 18 | PASSED",
                "v9.19.0 | 18 | FAILED",
                "Docker version 28.2.2, build e6534b4 | 28.2 | PASSED",
                "Client Version: v1.32.4-dispatcher\\nKustomize Version: v5.5.0 | 1.32.4 | PASSED",
                "Client Version: v1.32.4-dispatcher\\nKustomize Version: v5.5.0 | 5 | FAILED",
                "{Version:kustomize/v4.5.7 GitCommit:56d82a8 BuildDate:2022-08-02T16:35:54Z} | 4.5.7 | PASSED",
                "v3.14.0+gc309b6f | 3.14 | PASSED",
                "mysql  Ver 15.1 Distrib 10.11.6-MariaDB, for debian-linux-gnu (x86_64) | 11 | FAILED",
                "mysqldump  Ver 10.19 Distrib 10.11.6-MariaDB, for debian-linux-gnu | 10.11.6 | PASSED",
                "mariadb from 11.4.2-MariaDB, client 15.2 for debian-linux-gnu | 11.4.3 | FAILED",
                "go version go1.24.3 linux/amd64 | 1.24.3 | PASSED",
                "openjdk 17 2021-09-14 | 17 | PASSED",
                "openjdk 17.0.15 2025-04-15 | 17.0.2 | PASSED",
                "java version \"1.8.0_392\" | 17 | FAILED",
                "tool 2.0.0-rc.1 | 2.0.0 | FAILED",
                "tool 2.0.0-rc.1 | 1.9 | PASSED",
                "tool 1.10 | 1.9 | PASSED",
                "built 2026-01-02 | 1 | ERROR",
                "no version here | 1 | ERROR",
                "'' | 1 | ERROR",
            })
    void a_version_is_compared_number_by_number(String printed, String least, Status status) {
        Result result =
                Desk.run(tool("printf '" + printed.replace("'", "") + "'").isVersionAtLeast(least));
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
    }

    @Test
    void a_tool_is_asked_for_its_version_as_it_wants() {
        assertResult(
                Desk.run(tool("echo \"$*\" 1.2").isVersionAtLeast("1", "about")), Status.PASSED, "found version 1.2");
        desk.script("kubectl", "[ \"$*\" = 'version --client' ] && echo v1.30.0");
        assertResult(Desk.run(desk.local().tool("kubectl").isVersionAtLeast("1.28")), Status.PASSED, "1.30.0");
        assertResult(Desk.run(tool("echo 8.1 >&2").isVersionAtLeast("8")), Status.PASSED, "found version 8.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.2.3.4.5", "1.x", "1.2-rc"})
    void a_wanted_version_that_is_none_is_refused(String version) {
        assertThatThrownBy(() -> tool("").isVersionAtLeast(version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version is ");
    }

    @Test
    void a_hundred_megabytes_on_stdout_neither_fill_the_memory_nor_pass() {
        ToolChecks tool = tool("head -c 100000000 /dev/zero | tr '\\0' x");
        assertResult(Desk.run(tool.runs()), Status.PASSED, "it exited with 0");
        assertResult(Desk.run(tool.printsTextWith("x")), Status.ERROR, "more than 1024 KiB");
        assertResult(Desk.run(tool.printsJson("/a", 1)), Status.ERROR, "more than 1024 KiB");
        assertResult(Desk.run(tool.isVersionAtLeast("1")), Status.ERROR, "more than 1024 KiB");
    }

    @Test
    void bytes_that_are_no_text_are_an_error() {
        assertResult(Desk.run(tool("printf '\\377\\376x'").printsTextWith("x")), Status.ERROR, "no text in UTF-8");
    }

    @Test
    void escapes_of_a_terminal_are_written_out() {
        Result result = Desk.run(tool("printf 'a\\033[2J\\r\\342\\200\\256b'").printsTextWith("z"));
        assertResult(result, Status.FAILED, "a\\u001b[2J\\u000d\\u202eb");
        assertThat(result.message()).doesNotContain("\u001b", "\r", "\u202e");
        Check failing = tool("printf '\\033]8;;http://x\\007' >&2; exit 1").runs();
        assertThat(Desk.run(failing).evidence().get("output")).isEqualTo("\\u001b]8;;http://x\\u0007");
    }

    @Test
    void hidden_letters_do_not_make_an_output_what_was_expected() {
        assertResult(Desk.run(tool("printf '\\033[8mprod'").prints("prod")), Status.FAILED, "\\u001b[8mprod");
    }

    @Test
    void output_without_end_is_ended_in_time() {
        Check check = tool("exec cat /dev/zero").runs().timeout(Duration.ofMillis(400));
        assertResult(Desk.run(check), Status.ERROR, "did not end in time, and was ended");
    }
}
