package dev.checklist.k8s;

import static dev.checklist.Checklists.attempts;
import static dev.checklist.Checklists.check;
import static dev.checklist.Checklists.checklist;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.checklist.Check;
import dev.checklist.Checklist;
import dev.checklist.Outcome;
import dev.checklist.Status;
import dev.checklist.k8s.ApiStub.Request;
import dev.checklist.report.JUnitXmlRenderer;
import dev.checklist.report.JsonRenderer;
import dev.checklist.report.Renderer;
import dev.checklist.report.TextRenderer;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.testing.CheckTester;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Values of Secrets are in no report, log or exception, raw or in Base64, whatever goes wrong, at every log level. */
class SecrecyTest {
    private static final String VALUE = "CANARY-of-a-value-7Hq";
    private static final String ANNOTATION = "CANARY-of-an-annotation-3Zx";
    private static final String TOKEN = "CANARY-of-the-token-9Kp";
    private static final String PLAIN = "CANARY-of-letters-4Rt";
    private static final Canaries OURS =
            Canaries.of(Canaries.planted(FakeCluster.healthy())).and(VALUE, ANNOTATION, TOKEN);

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
    private final Queue<String> escaped = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private ApiStub stub;

    @BeforeEach
    void listen() {
        stub = ApiStub.answering(cluster()::answer);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
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
        System.setOut(out);
        System.setErr(err);
        before.forEach((logger, level) -> {
            logger.detachAppender(appender);
            logger.setAdditive(true);
            logger.setLevel(level);
        });
        stub.close();
    }

    private static FakeCluster cluster() {
        String encoded = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));
        return Canaries.planted(FakeCluster.healthy())
                .with("secrets/api", "/data", Map.of("password", encoded, "token", encoded, "broken", "*" + VALUE))
                .with(
                        "secrets/api",
                        "/metadata/annotations",
                        Map.of(
                                "kubectl.kubernetes.io/last-applied-configuration",
                                "{\"stringData\":\"" + ANNOTATION + "\"}"))
                .with("configmaps/api", "/data", Map.of("MODE", VALUE));
    }

    private Checklist list(KubernetesChecks checks) {
        NamespacedChecks shop = checks.inNamespace("shop");
        List<Check> lines = new ArrayList<>(List.of(
                shop.secret("api").hasKeys("password", "token"),
                shop.secret("api")
                        .hasKeys("password", "missing")
                        .id("missing")
                        .retry(attempts(2).every(ofMillis(1))),
                shop.secret("api").hasKeys("broken").id("broken"),
                shop.configMap("api").hasKeys("MODE"),
                shop.configMap("api").exists(),
                checks.cluster().isReachable()));
        for (PublicCheck check : ConfigContract.checks()) {
            lines.add(check.check().apply(checks).id(check.name()));
        }
        return checklist("secrets", lines.stream().map(this::watched).toList());
    }

    /** The same line, of which we see what it throws. */
    private Check watched(Check line) {
        Check watched = Check.of("watched " + line.key(), line.title(), context -> {
            try {
                return line.probe().evaluate(context);
            } catch (Exception | Error e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                escaped.add(trace.toString());
                throw e;
            }
        });
        Check named = line.explicitId().map(watched::id).orElse(watched);
        return line.retryPolicy().map(named::retry).orElse(named);
    }

    private Report run() {
        try (Clients client = Clients.to(stub.url(), TOKEN)) {
            return ChecklistRunner.create().run(list(client.checks()));
        }
    }

    private void assertNone(Canaries canaries, Report report) {
        canaries.assertNoneIn("a report", Canaries.shown(report));
        canaries.assertNoneIn("a log", logged);
        canaries.assertNoneIn("an exception", escaped);
        canaries.assertNoneIn("what was printed", List.of(printed.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void no_value_annotation_or_token_is_shown_where_everything_answers() {
        Report report = run();
        assertThat(report.result("broken").message()).isEqualTo("expected the keys broken but found not Base64 broken");
        assertThat(logged).isNotEmpty().anyMatch(line -> line.startsWith("io.fabric8"));
        assertNone(OURS, report);
    }

    @ParameterizedTest
    @EnumSource
    void no_value_annotation_or_token_is_shown_whatever_goes_wrong(Situation situation) {
        Function<Request, Wire> faulty = situation.isFault() && situation != Situation.TIME_OUT
                ? situation.strike(cluster(), request -> !request.isVersion())
                : cluster()::answer;
        stub.become(faulty);
        Report report = run();
        assertNone(OURS, report);
    }

    @Test
    void a_value_of_the_wrong_type_is_not_quoted() {
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
        assertNone(OURS, report);
    }

    @Test
    void what_stands_in_a_reply_is_not_in_its_text() throws Exception {
        Reply reply = new Reply(
                200, "application/json", 0, () -> new ByteArrayInputStream(VALUE.getBytes(StandardCharsets.UTF_8)));
        assertThat(reply).hasToString("200 of type application/json");
        assertThat(KeyedData.of(Map.of("a", VALUE), null).toString()).doesNotContain(VALUE);
        assertThat(new Refusal(Outcome.error("gone"))).hasMessage("gone");
    }

    static Stream<PublicCheck> ofSecrets() {
        return ConfigContract.ofSecrets().stream();
    }

    @ParameterizedTest
    @MethodSource("ofSecrets")
    void no_value_is_shown_where_a_predicate_holds_and_where_it_does_not(PublicCheck check) {
        for (FakeCluster cluster : List.of(FakeCluster.healthy(), check.broken().apply(FakeCluster.healthy()))) {
            FakeCluster planted = Canaries.planted(cluster);
            stub.become(planted::answer);
            Report report = run();
            assertThat(report.result(check.name()).status())
                    .isEqualTo(cluster == FakeCluster.healthy() ? Status.PASSED : Status.FAILED);
            assertThat(logged).isNotEmpty();
            assertNone(Canaries.of(planted).and(TOKEN), report);
        }
    }

    @Test
    void every_predicate_that_reads_a_value_is_among_them() {
        assertThat(PublicCheck.found())
                .filteredOn(name -> name.matches("(Tls)?Secret.*") && !name.contains("ProvenByPods"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                ofSecrets().map(PublicCheck::name), Stream.of("SecretChecks.hasKeys(String, String[])"))
                        .toList());
    }

    @Test
    void an_exception_of_a_rule_that_quotes_the_value_does_not_leave_the_probe() {
        Report report;
        try (Clients client = Clients.to(stub.url(), TOKEN)) {
            Place place = ((SecretChecks.Exists) client.checks()
                            .inNamespace("shop")
                            .secret("keeper")
                            .exists()
                            .probe())
                    .place();
            report = ChecklistRunner.create()
                    .run(checklist("quoting", watched(Check.of("quoting", "quoting", new Quoting(place)))));
        }
        assertThat(report.results().get(0).message())
                .isEqualTo("the secret keeper could not be judged: NumberFormatException");
        assertNone(new Canaries(List.of(VALUE)), report);
    }

    /** Fails as parsers do, which name what they could not parse. */
    record Quoting(Place place) implements SecretProbe {
        @Override
        public Outcome judge(SecretData data, Reader reader) {
            throw new NumberFormatException("For input string: " + VALUE);
        }
    }

    @Test
    void what_holds_values_has_no_text_of_them() throws Exception {
        try (Clients client = Clients.to(stub.url(), TOKEN)) {
            AtomicReference<String> texts = new AtomicReference<>("");
            SecretChecks.Exists exists = (SecretChecks.Exists) client.checks()
                    .inNamespace("shop")
                    .secret("keeper")
                    .exists()
                    .probe();
            CheckTester.create().run(Check.of("texts", "texts", context -> {
                Reader reader = new Reader(exists.place().server(), context);
                SecretData data = SecretData.read(reader, exists.place());
                texts.set(data + " " + data.values(List.of()) + " " + exists + " " + reader);
                return Outcome.passed("seen");
            }));
            assertThat(texts.get())
                    .contains("the keys [canary, password, username] {canary=***, password=***, username=***}");
            OURS.assertNoneIn("a text", List.of(texts.get()));
        }
    }

    /** The report of a check that shows the text wherever a check can. */
    private static Report showing(String text) {
        return ChecklistRunner.create()
                .run(checklist(
                        "planted",
                        check(
                                "planted",
                                context -> Outcome.failed("found " + text + " there")
                                        .with("seen", text)
                                        .warning("see " + text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "Markdown", "JSON", "JUnit XML"})
    void the_search_finds_a_canary_that_was_planted_in_a_report(String format) {
        assertThat(Canaries.renderers()).hasSize(4).containsKey(format);
        Canaries canaries = new Canaries(List.of(PLAIN));
        for (String form : Canaries.forms(PLAIN)) {
            String shown = Canaries.rendered(showing(form), Canaries.renderers().get(format));
            assertThat(canaries.in(shown)).as(form + " in " + shown).isNotEmpty();
        }
        String encoded =
                Base64.getEncoder().encodeToString(("user:" + PLAIN + ":more").getBytes(StandardCharsets.UTF_8));
        assertThat(canaries.in(
                        Canaries.rendered(showing(encoded), Canaries.renderers().get(format))))
                .isNotEmpty();
    }

    @Test
    void the_search_finds_what_json_and_xml_escape() {
        Canaries canaries = new Canaries(List.of(Canaries.VALUE));
        Report report = showing(Canaries.VALUE);
        for (Renderer renderer : List.of(JsonRenderer.create(), JUnitXmlRenderer.create(), TextRenderer.create())) {
            String shown = Canaries.rendered(report, renderer);
            assertThat(canaries.in(shown)).as(shown).isNotEmpty();
        }
    }

    @Test
    void the_search_finds_what_was_printed_or_logged() {
        System.out.println("out " + PLAIN);
        System.err.println("err " + PLAIN + "!");
        LOGGERS.get(0).trace("seen {}", PLAIN, new IllegalStateException("of " + PLAIN));
        Canaries canaries = new Canaries(List.of(PLAIN));
        assertThat(canaries.in(printed.toString(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("out ", "err ");
        assertThat(logged).anyMatch(line -> line.contains("IllegalStateException: of " + PLAIN));
        assertThat(logged).anySatisfy(line -> assertThat(canaries.in(line)).isNotEmpty());
    }
}
