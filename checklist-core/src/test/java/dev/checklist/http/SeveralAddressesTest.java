package dev.checklist.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host has fifty addresses, of which one works; the client of the platform connects to the first. */
class SeveralAddressesTest {
    @TempDir
    Path folder;

    private String ask(boolean firstWorks) throws Exception {
        List<String> hosts = new ArrayList<>();
        for (int i = 1; i < 50; i++) {
            hosts.add("127.0.7." + i + " many.example");
        }
        hosts.add(firstWorks ? 0 : hosts.size(), "127.0.0.1 many.example");
        Path file = Files.write(folder.resolve("hosts"), hosts);
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nup")) {
            String port = server.url().replaceAll(".*:(\\d+).*", "$1");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djdk.net.hosts.file=" + file,
                            "-classpath",
                            System.getProperty("java.class.path"),
                            SeveralAddresses.class.getName(),
                            port)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void where_the_first_address_works_the_host_answers() throws Exception {
        assertThat(ask(true)).startsWith("PASSED answered 200");
    }

    @Test
    void where_the_first_address_refuses_the_line_could_not_look() throws Exception {
        assertThat(ask(false)).startsWith("ERROR ").contains("connection refused at many.example:");
    }

    @Test
    void a_name_that_does_not_exist_is_an_error() throws Exception {
        Outcome outcome = FakeRun.look(
                HttpChecks.create().get("http://nobody.invalid/health").respondsWith(200));
        assertThat(outcome.status()).isEqualTo(Status.ERROR);
        assertThat(outcome.message()).contains("the name nobody.invalid was not resolved (DNS)");
    }
}
