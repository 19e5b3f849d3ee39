package dev.checklist.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.checklist.s3.S3Checks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** An S3 store on loopback whose every bucket is versioned, private, encrypted, and has 100 000 objects. */
final class StoreServer implements AutoCloseable {
    static final int PAGES = 100;

    private static final Duration OLD = Duration.ofDays(2);
    private static final String OWNER = "<ID>owner</ID>";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Duration delay;
    private final AtomicInteger requests = new AtomicInteger();
    private final String objects = objects();

    /** Answers each request after so long. */
    StoreServer(Duration delay) throws IOException {
        // The JDK's server reads this once; without it each answer waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.delay = delay;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static S3Checks checks(URI endpoint) {
        return S3Checks.connecting(endpoint, "fr-par", true)
                .withCredentials(StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
                .open();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns how many requests came since it was last asked. */
    int requests() {
        return requests.getAndSet(0);
    }

    private static String objects() {
        StringBuilder page = new StringBuilder();
        Instant old = Instant.now().minus(OLD);
        for (int i = 0; i < 1_000; i++) {
            page.append("<Contents><Key>wals/0000000100000000000000").append(i).append("</Key><LastModified>");
            page.append(old).append("</LastModified><ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag>");
            page.append("<Size>16777216</Size><StorageClass>STANDARD</StorageClass></Contents>");
        }
        return page.toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        LockSupport.parkNanos(delay.toNanos());
        String path = exchange.getRequestURI().getPath().substring(1);
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        byte[] body = (exchange.getRequestMethod().equals("HEAD") ? "" : body(path, query)).getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String body(String bucket, String query) {
        return switch (query) {
            case "versioning" -> "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
            case "encryption" ->
                "<C><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm>"
                        + "</ApplyServerSideEncryptionByDefault></Rule></C>";
            case "acl" ->
                "<A><Owner>" + OWNER + "</Owner><AccessControlList><Grant><Grantee>" + OWNER
                        + "</Grantee><Permission>FULL_CONTROL</Permission></Grant></AccessControlList></A>";
            default -> query.contains("max-keys=1") ? list(bucket, "", PAGES) : list(bucket, objects, page(query));
        };
    }

    private static int page(String query) {
        int token = query.indexOf("continuation-token=page");
        return token < 0 ? 1 : Integer.parseInt(query.substring(token + 23).replaceFirst("\\D.*", ""));
    }

    private static String list(String bucket, String objects, int page) {
        String end = page < PAGES
                ? "true</IsTruncated><NextContinuationToken>page" + (page + 1) + "</NextContinuationToken>"
                : "false</IsTruncated>";
        return "<ListBucketResult><Name>" + bucket + "</Name><EncodingType>url</EncodingType><IsTruncated>" + end
                + objects + "</ListBucketResult>";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
