package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTest {
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    private Path root;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(root);
    }

    /** Returns every predicate, of which none may pass on a file that cannot be read. */
    private List<Check> all() {
        FileChecks file = desk.local().file("f");
        return List.of(file.exists(), file.contains("x"), file.hasSha256(NOTHING), file.hasNoPlaceholders());
    }

    private void assertAll(Status status, String words) {
        Desk.assertAll(all(), status, words);
    }

    @Test
    void a_file_that_says_what_was_expected_passes() {
        FileChecks file = desk.file("f", "hello").local().file("f");
        assertThat(Desk.run(file.exists()).message()).isEqualTo("found a file of 5 bytes");
        assertThat(Desk.run(file.contains("ell")).message()).isEqualTo("found it in line 1");
        assertThat(Desk.run(file.hasSha256(HELLO)).status()).isEqualTo(Status.PASSED);
        assertThat(Desk.run(file.hasNoPlaceholders()).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void a_file_that_says_something_else_is_failed() {
        FileChecks file =
                desk.file("f", "a\nregistry: your-registry/x\n").local().file("f");
        assertThat(Desk.run(file.contains("ell")).status()).isEqualTo(Status.FAILED);
        assertThat(Desk.run(file.hasSha256(HELLO)).message()).contains("expected SHA-256 " + HELLO + " but found ");
        assertThat(Desk.run(file.hasNoPlaceholders()).message()).contains("found \"your-registry\" in line 2");
    }

    @Test
    void a_file_that_is_not_there_is_failed() {
        assertAll(Status.FAILED, "is not there");
    }

    @Test
    void an_empty_file_is_failed_even_if_its_digest_was_expected() {
        desk.file("f", "");
        assertAll(Status.FAILED, "is empty");
    }

    @Test
    void a_directory_is_failed() {
        desk.file("f/g", "x");
        assertAll(Status.FAILED, "is a directory");
    }

    @Test
    void a_link_is_followed_and_one_that_leads_nowhere_is_failed() throws IOException {
        Files.createSymbolicLink(desk.directory().resolve("f"), Path.of("target"));
        assertAll(Status.FAILED, "is a link that leads nowhere");
        desk.file("target", "x");
        assertThat(Desk.run(desk.local().file("f").exists()).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void links_that_go_round_are_an_error() throws IOException {
        Files.createSymbolicLink(desk.directory().resolve("f"), Path.of("f"));
        assertAll(Status.ERROR, "could not be read");
    }

    @Test
    void a_pipe_is_failed_and_nobody_waits_for_it() throws Exception {
        Process mkfifo =
                new ProcessBuilder("mkfifo", desk.directory().resolve("f").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "there is no mkfifo");
        assertAll(Status.FAILED, "is no regular file");
    }

    @Test
    void a_file_that_may_not_be_read_is_an_error_and_not_permitted() throws IOException {
        desk.file("f", "x");
        Path file = desk.directory().resolve("f");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "this account may read every file");
        assertAll(Status.ERROR, "may not be read by this account");
        assertThat(Desk.run(all().get(0)).mark()).isEqualTo(Mark.NOT_PERMITTED);
    }

    @Test
    void a_refused_file_becomes_an_outcome_of_its_own() {
        assertThat(Obstacle.forbidden("no").outcome("x").mark()).isEqualTo(Mark.NOT_PERMITTED);
    }

    @Test
    void a_file_without_end_is_not_read_for_its_text() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(desk.directory().resolve("f").toFile(), "rw")) {
            file.setLength(17L * 1024 * 1024);
        }
        FileChecks file = desk.local().file("f");
        assertThat(Desk.run(file.contains("x")).message()).contains("more than 16384 KiB");
        assertThat(Desk.run(file.hasNoPlaceholders()).status()).isEqualTo(Status.ERROR);
        assertThat(Desk.run(file.hasSha256(HELLO)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void bytes_that_are_no_text_are_an_error() throws IOException {
        Files.write(desk.directory().resolve("f"), new byte[] {'x', (byte) 0xff});
        assertThat(Desk.run(desk.local().file("f").contains("x")).message()).contains("no text in UTF-8");
    }

    @Test
    void a_text_of_white_space_holds_nothing() {
        FileChecks file = desk.file("f", " \n\t").local().file("f");
        assertThat(Desk.run(file.hasNoPlaceholders()).status()).isEqualTo(Status.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: your-registry/app",
                "host: www.example.com",
                "host: yourdomain",
                "password=changeme",
                "KEY=<your key>",
                "host: <domain>",
                "user: REPLACE_ME",
                "TODO: fill in",
                "${REGISTRY}",
                "{{ host }}",
                "key: xxxx",
                "url: https://placeholder/",
                "put-your-token-here",
            })
    void what_somebody_was_to_replace_is_a_placeholder(String text) {
        assertThat(Placeholders.in(text)).as(text).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghcr.io/shop/api:1.2.3",
                "tickets.example-shop.ch",
                "a summary of {{ $labels.pod }}",
                "echo ${HOME}",
                "todo-api",
                "exchange",
                "counterexample.ch",
                "<p>hello</p> there",
            })
    void what_was_filled_in_is_none(String text) {
        assertThat(Placeholders.in(text)).as(text).isEmpty();
    }

    @Test
    void bad_arguments_are_refused_when_the_list_is_built() {
        assertThatThrownBy(() -> desk.local().file(" ")).hasMessageContaining("path is blank");
        assertThatThrownBy(() -> desk.local().file("a\nb")).hasMessageContaining("control character");
        assertThatThrownBy(() -> desk.local().file("f").hasSha256("x")).hasMessageContaining("64 hexadecimal");
        assertThatThrownBy(() -> desk.local().file("f").contains("")).hasMessageContaining("text is blank");
    }
}
