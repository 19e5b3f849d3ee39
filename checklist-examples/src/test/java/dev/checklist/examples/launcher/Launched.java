package dev.checklist.examples.launcher;

import dev.checklist.examples.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How the launcher ended.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record Launched(int code, String out, String err) {

    /** Runs it in this process. */
    static Launched run(String... arguments) {
        return in(Surroundings.unattended(Map.of()), arguments);
    }

    /** Runs it in this process, in these surroundings. */
    static Launched in(Surroundings around, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Launcher.command(around)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Launched(code, out.toString(), err.toString());
    }

    /** Runs it in a process of its own, as a person does. */
    static Launched start(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GITHUB_") || name.startsWith("GITLAB_"));
        Process process = builder.start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                throw new IOException("the launcher has not ended within three minutes: " + command);
            }
        } finally {
            process.destroyForcibly();
        }
        return new Launched(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
