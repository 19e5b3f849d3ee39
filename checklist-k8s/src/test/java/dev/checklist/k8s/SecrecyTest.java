package dev.checklist.k8s;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.MarkdownRenderer;
import dev.checklist.report.Renderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Values of Secrets are in no report, log or exception, raw or in Base64, whatever goes wrong, at every log level. */
class SecrecyTest {
    private static final String VALUE = "CANARY-of-a-value-7Hq";
    private static final String ANNOTATION = "CANARY-of-an-annotation-3Zx";
    private static final String TOKEN = "CANARY-of-the-token-9Kp";

    /** Ours, and the client's: it would write bodies and headers at TRACE. */
    private static final List<Logger> LOGGERS = Stream.of("dev.checklist", "io.fabric8")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    private final Map<Logger, Level> before = new HashMap<>();
    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            logged.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + thrown);
        }
    };
    private ApiStub stub;

    @BeforeEach
    void listen() {
        stub = ApiStub.answering(cluster()::answer);
        appender.start();
        for (Logger logger : LOGGERS) {
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(appender);
        }
    }

    @AfterEach
    void stop() {
        before.forEach((logger, level) -> {
            logger.detachAppender(appender);
            logger.setAdditive(true);
            logger.setLevel(level);
        });
        stub.close();
    }

    private static FakeCluster cluster() {
        String encoded = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));
        return FakeCluster.healthy()
                .with("secrets/api", "/data", Map.of("password", encoded, "token", encoded, "broken", "*" + VALUE))
                .with(
                        "secrets/api",
                        "/metadata/annotations",
                        Map.of(
                                "kubectl.kubernetes.io/last-applied-configuration",
                                "{\"stringData\":\"" + ANNOTATION + "\"}"))
                .with("configmaps/api", "/data", Map.of("MODE", VALUE));
    }

    private static Checklist list(KubernetesChecks checks) {
        NamespacedChecks shop = checks.inNamespace("shop");
        return checklist(
                "secrets",
                shop.secret("api").hasKeys("password", "token"),
                shop.secret("api")
                        .hasKeys("password", "missing")
                        .id("missing")
                        .retry(attempts(2).every(ofMillis(1))),
                shop.secret("api").hasKeys("broken").id("broken"),
                shop.configMap("api").hasKeys("MODE"),
                shop.configMap("api").exists(),
                checks.cluster().isReachable());
    }

    private Report run() {
        try (Clients client = Clients.to(stub.url(), TOKEN)) {
            return ChecklistRunner.create().run(list(client.checks()));
        }
    }

    private static List<String> shown(Report report) throws IOException {
        List<String> all =
                new ArrayList<>(List.of(report.toString(), report.causes().toString()));
        for (Result result : report.results()) {
            all.add(result.toString() + result.attempts() + result.evidence() + result.warnings());
        }
        for (Renderer renderer : List.of(
                TextRenderer.create(), MarkdownRenderer.create(), JsonRenderer.create(), JUnitXmlRenderer.create())) {
            StringBuilder out = new StringBuilder();
            renderer.render(report, out);
            all.add(out.toString());
        }
        return all;
    }

    /** The canaries raw, and in Base64 at each of the three offsets. */
    private static List<String> canaries() {
        List<String> all = new ArrayList<>();
        for (String canary : List.of(VALUE, ANNOTATION, TOKEN)) {
            all.add(canary);
            for (int offset = 0; offset < 3; offset++) {
                byte[] padded = ("x".repeat(offset) + canary).getBytes(StandardCharsets.UTF_8);
                String encoded = Base64.getEncoder().encodeToString(padded);
                all.add(encoded.substring(4, encoded.length() - 4));
            }
        }
        return all;
    }

    private static void assertNone(String where, Iterable<String> texts) {
        for (String text : texts) {
            for (String canary : canaries()) {
                assertThat(text.contains(canary)).as(canary + " in " + where).isFalse();
            }
        }
    }

    @Test
    void no_value_annotation_or_token_is_shown_where_everything_answers() throws IOException {
        Report report = run();
        assertThat(report.result("broken").message()).isEqualTo("expected the keys broken but found not Base64 broken");
        assertNone("a report", shown(report));
        assertThat(logged).isNotEmpty().anyMatch(line -> line.startsWith("io.fabric8"));
        assertNone("a log", logged);
    }

    @ParameterizedTest
    @EnumSource
    void no_value_annotation_or_token_is_shown_whatever_goes_wrong(Situation situation) throws IOException {
        Function<Request, Wire> faulty = situation.isFault() && situation != Situation.TIME_OUT
                ? situation.strike(cluster(), request -> !request.isVersion())
                : cluster()::answer;
        stub.become(faulty);
        Report report = run();
        assertNone("a report", shown(report));
        assertNone("a log", logged);
    }

    @Test
    void a_value_of_the_wrong_type_is_not_quoted() throws IOException {
        stub.become(request -> request.path().endsWith("/secrets/api")
                ? Wire.json(
                        200,
                        cluster()
                                .object("secrets/api")
                                .toString()
                                .replaceFirst("\"data\":\\{", "\"data\":[\"" + VALUE + "\"],\"x\":{"))
                : cluster().answer(request));
        Report report = run();
        assertThat(report.result("broken").message()).contains("expected the secret api");
        assertNone("a report", shown(report));
        assertNone("a log", logged);
    }

    @Test
    void what_stands_in_a_reply_is_not_in_its_text() throws Exception {
        Reply reply = new Reply(
                200, "application/json", 0, () -> new ByteArrayInputStream(VALUE.getBytes(StandardCharsets.UTF_8)));
        assertThat(reply).hasToString("200 of type application/json");
        assertThat(KeyedData.of(Map.of("a", VALUE), null).toString()).doesNotContain(VALUE);
        assertThat(new Refusal(Outcome.error("gone"))).hasMessage("gone");
    }

    @Test
    void the_search_finds_a_canary_that_was_planted() {
        String encoded = Base64.getEncoder().encodeToString(("user:" + VALUE).getBytes(StandardCharsets.UTF_8));
        for (String planted : List.of("x" + VALUE, encoded)) {
            assertThat(canaries().stream().anyMatch(planted::contains)).isTrue();
        }
    }
}
