package dev.checklist.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Times the first verdict of a fresh Java machine, its start included, beside the first answer that the bare client gets
 * from the same server over TLS. The two take turns, so that what disturbs one disturbs the other; without a log
 * provider, which would cost both the same.
 */
final class StartUp {
    /** What begins the line that a program prints when it is done. */
    static final String DONE = "done: ";

    private static final int TIMES = 11;
    private static final String DEPLOYMENT = "{\"kind\":\"Deployment\",\"apiVersion\":\"apps/v1\",\"metadata\":{"
            + "\"name\":\"api\",\"namespace\":\"shop\",\"uid\":\"u\",\"generation\":2,\"resourceVersion\":\"7\"},"
            + "\"spec\":{\"replicas\":3,\"selector\":{\"matchLabels\":{\"app\":\"api\"}},\"template\":{\"metadata\":{"
            + "\"labels\":{\"app\":\"api\"}},\"spec\":{\"containers\":[{\"name\":\"api\",\"image\":\"api:1\"}]}}},"
            + "\"status\":{\"observedGeneration\":2,\"replicas\":3,\"updatedReplicas\":3,\"readyReplicas\":3,"
            + "\"availableReplicas\":3,\"conditions\":[{\"type\":\"Available\",\"status\":\"True\"},"
            + "{\"type\":\"Progressing\",\"status\":\"True\",\"reason\":\"NewReplicaSetAvailable\"}]}}";

    private final Path folder;
    private final String classPath;
    private final List<String> arguments;

    private StartUp(Path folder, String classPath, List<String> arguments) {
        this.folder = folder;
        this.classPath = classPath;
        this.arguments = arguments;
    }

    /** Is what is started. */
    private enum Program {
        BARE(FirstAnswer.class),
        OURS(FirstVerdict.class);

        private final Class<?> main;

        Program(Class<?> main) {
            this.main = main;
        }
    }

    /**
     * Is what was read.
     *
     * @param bare milliseconds to the bare client's answer, the median
     * @param ours milliseconds to the verdict, the median
     */
    record Medians(double bare, double ours) {
        double ratio() {
            return ours / bare;
        }
    }

    /**
     * Is both.
     *
     * @param plain without an archive
     * @param archived with a class-data archive of each program
     */
    record Figures(Medians plain, Medians archived) {}

    static Figures read() throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("start-up");
        SelfSigned identity = SelfSigned.in(folder);
        try (LocalServer server = LocalServer.overTls(identity.context())) {
            server.serve(
                    "/apis/apps/v1/namespaces/shop/deployments/api",
                    exchange -> LocalServer.answer(exchange, DEPLOYMENT.getBytes(StandardCharsets.UTF_8)));
            StartUp starts = new StartUp(
                    folder,
                    ClassPath.ofJars(folder),
                    List.of(server.url(), identity.certificate().toString()));
            Medians plain = starts.inTurns("-Xshare:auto");
            for (Program program : Program.values()) {
                starts.millis(program, "-XX:ArchiveClassesAtExit=");
            }
            return new Figures(plain, starts.inTurns("-XX:SharedArchiveFile="));
        }
    }

    private Medians inTurns(String option) throws IOException, InterruptedException {
        List<Double> bare = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            bare.add(millis(Program.BARE, option));
            ours.add(millis(Program.OURS, option));
        }
        return new Medians(median(bare), median(ours));
    }

    /** Starts a program; an option that ends in = takes the program's archive. */
    private double millis(Program program, String option) throws IOException, InterruptedException {
        Path archive = folder.resolve(program + ".jsa");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option.endsWith("=") ? option + archive : option,
                "-Xlog:disable",
                "-classpath",
                classPath,
                program.main.getName()));
        command.addAll(arguments);
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long done = 0;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                done = line.startsWith(DONE) ? System.nanoTime() : done;
            }
        }
        if (process.waitFor() != 0 || done == 0 || option.endsWith("=") && Files.notExists(archive)) {
            throw new IllegalStateException(program + " did not end well with " + option);
        }
        return TimeUnit.NANOSECONDS.toMicros(done - started) / 1e3;
    }

    private static double median(List<Double> millis) {
        return millis.stream().sorted().skip(TIMES / 2).findFirst().orElseThrow();
    }
}
