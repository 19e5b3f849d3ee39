package dev.checklist.s3;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.checklist.Item;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.MarkdownRenderer;
import dev.checklist.report.Renderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import dev.checklist.s3.FakeStore.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * Keys are in no report, on no stream and in no log of ours at TRACE, raw or encoded, whatever goes wrong, even if the
 * store repeats them. The client's own logs at DEBUG hold the access key, as AWS means them to; never the secret.
 */
class SecrecyTest {
    private static final String SECRET = "canary/Wq7+secret<of>the\"client";
    private static final String OTHER_SECRET = "canary/other+secret&of'the\"app";
    private static final String ACCESS = "AKCANARYOFTHECLIENT1";
    private static final String OTHER_ACCESS = "AKCANARYOFTHEAPP0001";

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            logged.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + thrown);
        }
    };
    private final List<Logger> loggers = List.of(logger("dev.checklist"), logger("software.amazon.awssdk"));
    private StoreStub stub;

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @BeforeEach
    void listen() throws IOException {
        stub = new StoreStub(asked -> FakeStore.healthy().answer(asked));
        appender.start();
        for (Logger logger : loggers) {
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(appender);
        }
    }

    @AfterEach
    void stop() {
        for (Logger logger : loggers) {
            logger.detachAppender(appender);
            logger.setAdditive(true);
            logger.setLevel(null);
        }
        stub.close();
    }

    private Report run() {
        try (S3Checks s3 = S3Checks.connecting(stub.endpoint(), "fr-par", true)
                .withCredentials(() -> AwsBasicCredentials.create(ACCESS, SECRET))
                .open()) {
            BucketChecks other = s3.using(() -> AwsBasicCredentials.create(OTHER_ACCESS, OTHER_SECRET))
                    .bucket("dumps");
            List<Item> lines = new ArrayList<>();
            PublicCheck.all()
                    .forEach(check -> lines.add(check.check()
                            .apply(s3.bucket("dumps"))
                            .id(check.name())
                            .timeout(ofSeconds(2))));
            lines.add(other.acceptsCredentials().id("other").retry(attempts(2).every(ofSeconds(1))));
            return ChecklistRunner.create()
                    .withWrites()
                    .run(checklist(S3Checks.rightsFor(checklist("x", lines)), lines));
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

    private static List<String> forms(String... canaries) {
        List<String> all = new ArrayList<>();
        for (String canary : canaries) {
            all.add(canary);
            all.add(URLEncoder.encode(canary, StandardCharsets.UTF_8));
            all.add(canary.replace("\"", "\\\""));
            all.add(canary.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;"));
            for (int offset = 0; offset < 3; offset++) {
                byte[] padded = ("x".repeat(offset) + canary).getBytes(StandardCharsets.UTF_8);
                String encoded = Base64.getEncoder().encodeToString(padded);
                all.add(encoded.substring(4, encoded.length() - 4));
            }
        }
        return all;
    }

    private static List<String> found(Iterable<String> texts, List<String> forms) {
        List<String> found = new ArrayList<>();
        for (String text : texts) {
            forms.stream().filter(text::contains).forEach(found::add);
        }
        return found;
    }

    private void assertNone(Report report) throws IOException {
        List<String> all = forms(SECRET, OTHER_SECRET, ACCESS, OTHER_ACCESS);
        assertThat(found(shown(report), all)).isEmpty();
        assertThat(found(
                        logged.stream()
                                .filter(line -> line.startsWith("dev.checklist"))
                                .toList(),
                        all))
                .isEmpty();
        assertThat(found(logged, forms(SECRET, OTHER_SECRET))).isEmpty();
    }

    @Test
    void a_canary_that_is_planted_in_a_report_is_found() throws IOException {
        var line = dev.checklist.Checklists.check("planted", context -> dev.checklist.Outcome.failed("see " + SECRET));
        Report report = ChecklistRunner.create().run(checklist("planted", line));

        assertThat(found(shown(report), forms(SECRET))).hasSizeGreaterThan(3);
        assertThat(found(
                        List.of("x" + Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8))),
                        forms(SECRET)))
                .isNotEmpty();
    }

    @Test
    void no_key_is_shown_where_everything_answers() throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream streams = new ByteArrayOutputStream();
        System.setOut(new PrintStream(streams, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(streams, true, StandardCharsets.UTF_8));
        try {
            assertNone(run());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(logged).anyMatch(line -> line.startsWith("software.amazon.awssdk"));
        assertThat(found(List.of(streams.toString(StandardCharsets.UTF_8)), forms(SECRET, OTHER_SECRET, ACCESS)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Situation.class,
            names = {
                "HOLDS",
                "DOES_NOT_HOLD",
                "ABSENT_BUCKET",
                "OTHER_REGION",
                "OTHER_BUCKET",
                "EMPTY_LISTING",
                "TIME_OUT"
            },
            mode = EnumSource.Mode.EXCLUDE)
    void no_key_is_shown_whatever_goes_wrong(Situation situation) throws IOException {
        FakeStore faulty = FakeStore.healthy();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.HEAD && kind != Kind.FIRST_KEY) {
                faulty = situation.strike(faulty, kind);
            }
        }
        FakeStore store = faulty;
        stub.become(store::answer);
        assertNone(run());
    }

    @Test
    void a_store_that_repeats_the_keys_is_not_quoted() throws IOException {
        Reply repeats = Reply.of(
                403,
                "<Error><Code>" + OTHER_ACCESS + "</Code><Message>" + ACCESS + " " + SECRET
                        + "</Message><AWSAccessKeyId>" + ACCESS + "</AWSAccessKeyId></Error>");
        stub.become(
                asked -> asked.method().equals("HEAD") ? Reply.of(403).inRegion(ACCESS + "/" + OTHER_ACCESS) : repeats);
        Report report = run();

        assertThat(found(shown(report), forms(ACCESS, OTHER_ACCESS))).isEmpty();
    }
}
