package dev.checklist.guide;

import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Section;
import dev.checklist.http.Bound;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;
import dev.checklist.http.PrometheusChecks;
import dev.checklist.http.PrometheusQueryChecks;
import dev.checklist.net.DnsChecks;
import dev.checklist.net.NetChecks;
import dev.checklist.net.TcpChecks;
import dev.checklist.net.TlsChecks;
import dev.checklist.registry.Access;
import dev.checklist.registry.ImageChecks;
import dev.checklist.registry.RegistryChecks;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the guides to the code: every predicate is in them, and every snippet is compiled here. */
class GuideTest {
    private static final Path GUIDES = Path.of("../docs");

    static Stream<Object[]> guides() {
        return Stream.of(
                new Object[] {
                    "http.md", List.of(EndpointChecks.class, PrometheusChecks.class, PrometheusQueryChecks.class)
                },
                new Object[] {"net.md", List.of(DnsChecks.class, TcpChecks.class, TlsChecks.class)},
                new Object[] {"registry.md", List.of(RegistryChecks.class, ImageChecks.class)});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guides")
    void every_public_predicate_stands_in_the_guide(String guide, List<Class<?>> subjects) throws IOException {
        String text = Files.readString(GUIDES.resolve(guide));
        List<String> predicates = subjects.stream()
                .flatMap(subject -> Arrays.stream(subject.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Check.class)
                .map(Method::getName)
                .distinct()
                .toList();
        assertThat(predicates)
                .isNotEmpty()
                .allSatisfy(predicate -> assertThat(text).containsPattern("`" + predicate + "\\b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guides")
    void every_line_of_its_snippet_is_one_of_this_test(String guide, List<Class<?>> subjects) throws IOException {
        String text = Files.readString(GUIDES.resolve(guide));
        String snippet = text.substring(text.indexOf("```java\n") + 8, text.indexOf("\n```\n"));
        String source = squeezed(Files.readString(Path.of("src/test/java/dev/checklist/guide/GuideTest.java")));
        assertThat(subjects).isNotEmpty();
        for (String statement : snippet.replaceAll(" // .*", "").split(";")) {
            String wanted = squeezed(statement);
            assertThat(source).contains(wanted.startsWith("section(") ? "return" + wanted + ";" : wanted);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void the_snippets_make_lists() {
        assertThat(List.of(shop(), reached(), images(List.of())))
                .allSatisfy(section -> assertThat(section.title()).isNotEmpty());
    }

    private static Section shop() {
        HttpChecks http = HttpChecks.create();
        EndpointChecks shop = http.get("https://shop.example/");
        return section(
                "The shop answers",
                shop.hasBodyContaining("Welcome"),
                shop.servesItsAssets(),
                shop.hasSecurityHeaders(),
                http.get("https://shop.example/api/health").hasJsonAt("/status", "up"),
                http.get("https://shop.example/api/stock").hasNumberAt("/open", Bound.atLeast(1)),
                http.get("https://shop.example/events").streamsEvents(ofSeconds(30)),
                http.get("http://shop.example/").redirectsToHttps(),
                http.prometheus("https://prometheus.example")
                        .query("count(up == 1)")
                        .isAtLeast(3),
                shop.serves(5, 100).orAsk(signOff("A load test was done on staging")),
                shop.doesNotExpose("/.env", "/.git/HEAD", "/actuator/env", "/metrics"));
    }

    private static Section reached() {
        NetChecks net = NetChecks.create();
        return section(
                "The shop is reached",
                net.dns("shop.example").resolves(),
                net.dns("shop.example").pointsTo(() -> List.of("192.0.2.10")),
                net.tcp("shop.example", 443).isOpen(),
                net.tls("shop.example", 443).isTrusted(),
                net.tls("shop.example", 443).covers("www.shop.example"),
                net.tls("shop.example", 443).isRenewedInTime(),
                net.tls("shop.example", 443).refusesOldProtocols());
    }

    private static Section images(List<String> previousImages) {
        RegistryChecks registry = RegistryChecks.of("registry.example").withDockerConfig(Path.of("config.json"));
        ImageChecks shop = registry.image("team/shop", "1.4.2");
        return section(
                "The images are there",
                registry.grants("team/shop", Access.PULL),
                registry.hasImage("team/shop", "1.4.2"),
                shop.hasPlatform("linux/arm64"),
                shop.wasBuiltFrom("0123456789abcdef0123456789abcdef01234567"),
                shop.hasSameDigestAs("latest"),
                registry.hasImages("the previous revision", () -> previousImages));
    }
}
