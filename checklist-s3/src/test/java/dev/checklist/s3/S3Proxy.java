package dev.checklist.s3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * S3Proxy in a process of its own, which checks signatures and keeps buckets as folders and objects as files: a file's
 * time is the object's.
 */
final class S3Proxy implements AutoCloseable {
    static final String ACCESS_KEY = "PROXYOWNER0000000000";
    private static final String SECRET_KEY = "proxy-owner";
    private static final Path JAR = Path.of("target", "s3proxy", "s3proxy-jar-with-dependencies.jar");
    private static final Pattern STARTED = Pattern.compile("Started \\S*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final Path folder;
    private final int port;

    private S3Proxy(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts it, or skips the tests and says why. */
    static S3Proxy start(Path work) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(JAR), () -> "S3PROXY DID NOT START: Maven copies " + JAR.toAbsolutePath());
        Path folder = Files.createDirectory(work.resolve("buckets"));
        Path settings =
                Files.writeString(work.resolve("s3proxy.properties"), """
                s3proxy.endpoint=http://127.0.0.1:0
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(ACCESS_KEY, SECRET_KEY, folder));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        JAR.toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .start();
        try {
            return new S3Proxy(process, folder, port(process));
        } catch (ExecutionException | TimeoutException e) {
            stop(process);
            return Assumptions.abort("S3PROXY DID NOT START: " + e);
        }
    }

    /** Reads its log on a thread of its own, since a full pipe would hold it up; the port is the kernel's choice. */
    private static int port(Process process) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        StringBuilder log = new StringBuilder();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader out = process.inputReader()) {
                        for (String line = out.readLine(); line != null; line = out.readLine()) {
                            Matcher started = STARTED.matcher(line);
                            if (started.find()) {
                                port.complete(Integer.parseInt(started.group(1)));
                            }
                            log.append(port.isDone() ? "" : line + "\n");
                        }
                    } catch (IOException e) {
                        log.append(e);
                    }
                    port.completeExceptionally(new IOException("it ended, saying\n" + log));
                },
                "s3proxy-log");
        reader.setDaemon(true);
        reader.start();
        return port.get(START_SECONDS, TimeUnit.SECONDS);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    static AwsCredentialsProvider keys() {
        return keys(ACCESS_KEY, SECRET_KEY);
    }

    static AwsCredentialsProvider keys(String accessKey, String secretKey) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }

    /** Makes an object as a file, faster than the store does. */
    void write(String bucket, String key, int size) {
        try {
            Path file = folder.resolve(bucket).resolve(key);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[size]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an object look as if it were put then. */
    void date(String bucket, String key, Instant time) {
        try {
            Files.setLastModifiedTime(folder.resolve(bucket).resolve(key), FileTime.from(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    @Override
    public void close() {
        stop(process);
    }
}
