package dev.checklist.examples.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldMainTest {
    @TempDir
    private Path folder;

    @Test
    void the_settings_are_there_when_it_says_so_and_it_ends_when_its_input_ends() throws Exception {
        Path file = folder.resolve("new/settings.properties");
        Process world = start("--settings-out", file.toString(), "--broken", "health-503");
        try (BufferedReader out = world.inputReader()) {
            assertThat(out.readLine()).isEqualTo("world up: " + file);
            Properties settings = read(file);
            Visit visit = visit(settings);
            assertThat(visit.get("app.url", "/api/health").statusCode()).isEqualTo(503);
            assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
            assertThat(Files.list(file.getParent())).hasSize(1);
            world.getOutputStream().close();
            assertThat(world.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(world.exitValue()).isZero();
            assertThat(Path.of(settings.getProperty("trust"))).doesNotExist();
        } finally {
            world.destroyForcibly();
        }
    }

    @Test
    void a_polite_kill_ends_it_and_removes_its_files() throws Exception {
        Path file = folder.resolve("settings.properties");
        Process world = start("--settings-out", file.toString());
        try (BufferedReader out = world.inputReader()) {
            out.readLine();
            Path trust = Path.of(read(file).getProperty("trust"));
            assertThat(trust).exists();
            world.destroy();
            assertThat(world.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(trust).doesNotExist();
        } finally {
            world.destroyForcibly();
        }
    }

    @Test
    void an_unknown_breakage_is_refused_with_the_names_to_choose_from() throws Exception {
        Process world = start("--settings-out", folder.resolve("s").toString(), "--broken", "everything");
        try (BufferedReader errors = world.errorReader()) {
            assertThat(errors.lines()).contains("--broken: no fault \"everything\"; choose one of");
            assertThat(world.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(world.exitValue()).isEqualTo(64);
        } finally {
            world.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorldMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static Properties read(Path file) throws IOException {
        Properties settings = new Properties();
        settings.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        return settings;
    }

    private static Visit visit(Properties settings) throws Exception {
        Map<String, String> map = new TreeMap<>();
        settings.stringPropertyNames().forEach(name -> map.put(name, settings.getProperty(name)));
        return new Visit(map);
    }
}
