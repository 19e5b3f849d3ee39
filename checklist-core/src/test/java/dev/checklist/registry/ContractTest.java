package dev.checklist.registry;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.registry.RegistryStub.Kind;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts every public predicate in front of a registry that holds, lacks, refuses, fails, lies and breaks off. */
class ContractTest {
    private static final SampleImage GOOD = SampleImage.index(
            SampleImage.builtFrom("linux/amd64", PublicCheck.COMMIT),
            SampleImage.builtFrom("linux/arm64", PublicCheck.COMMIT));
    private static final SampleImage OTHER = SampleImage.builtFrom("linux/arm64", "f".repeat(40));

    private static RegistryStub stub() throws IOException {
        RegistryStub stub = new RegistryStub()
                .holding("shop:1.0", GOOD)
                .holding("shop:latest", GOOD)
                .holding("shop:other", OTHER);
        for (String platform : List.of("linux/amd64", "linux/arm64")) {
            stub.holding("shop:" + platform.substring(6), SampleImage.builtFrom(platform, PublicCheck.COMMIT));
        }
        return stub;
    }

    static Result run(Check check) {
        return CheckTester.startingAt(Instant.now())
                .with(ChecklistRunner::withWrites)
                .run(check);
    }

    static Stream<PublicCheck> all() {
        return PublicCheck.all().stream();
    }

    @Test
    void every_public_predicate_stands_in_the_table() {
        assertThat(PublicCheck.found())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(all().map(PublicCheck::name)).contains(name));
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_passes_where_it_holds_and_says_what_it_saw(PublicCheck check) throws IOException {
        try (RegistryStub stub = stub()) {
            Result result = run(check.on(stub, "1.0"));
            assertThat(result.status()).as(result.message()).isEqualTo(Status.PASSED);
            assertThat(result.message()).isNotBlank();
            assertThat(stub.kinds()).contains(check.deciding());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_fails_where_it_does_not_hold(PublicCheck check) throws IOException {
        try (RegistryStub stub = stub()) {
            boolean isPull = check.deciding() == Kind.TAGS;
            if (isPull) {
                stub.failing(Kind.TAGS, RegistryFault.FORBIDDEN.fault());
            }
            boolean needsOther = Set.of(Kind.MANIFEST, Kind.BLOB).contains(check.deciding())
                    || check.name().endsWith("hasSameDigestAs");
            Result result = run(check.on(stub.withoutPush(), needsOther ? "other" : "2.0"));
            assertThat(result.status()).as(result.message()).isEqualTo(Status.FAILED);
            assertThat(result.message()).startsWith("expected ");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_fails_where_there_is_no_image(PublicCheck check) throws IOException {
        try (RegistryStub stub = stub()) {
            Result result = run(check.on(stub, "2.0"));
            // Who may pull and push is no question of an image.
            assertThat(result.status()).as(result.message()).isEqualTo(check.isGrant() ? Status.PASSED : Status.FAILED);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_an_error_where_nobody_listens(PublicCheck check) throws IOException {
        RegistryStub stub = stub();
        stub.close();
        Result result = run(check.on(stub, "1.0"));
        assertThat(result.status()).as(result.message()).isEqualTo(Status.ERROR);
        assertThat(result.message()).contains("refused");
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_an_error_where_nobody_answers(PublicCheck check) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            RegistryChecks registry = RegistryChecks.of("http://127.0.0.1:" + silent.getLocalPort());
            Check line = check.name().endsWith("hasImages")
                    ? registry.hasImages("x", () -> List.of("127.0.0.1:" + silent.getLocalPort() + "/shop:1"))
                    : check.make().apply(registry, "1.0");
            Result result = run(line.timeout(ofSeconds(1)));
            assertThat(result.status()).as(result.message()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("in time");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_an_error_where_the_credential_is_refused_and_no_retry_changes_that(PublicCheck check)
            throws IOException {
        try (RegistryStub stub = stub()) {
            stub.failing(Kind.TOKEN, RegistryFault.FORBIDDEN.fault());
            Result result = run(check.on(stub, "1.0"));
            assertThat(result.status()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("credential was refused");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoever_may_not_look_is_told_so(PublicCheck check) throws IOException {
        try (RegistryStub stub = stub()) {
            for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.TOKEN))) {
                stub.failing(kind, RegistryFault.UNAUTHORIZED_FOR_EVER.fault());
            }
            Result result = run(check.on(stub, "1.0"));
            assertThat(result.status()).as(result.message()).isEqualTo(check.isGrant() ? Status.FAILED : Status.ERROR);
            boolean saysMark = check.isGrant() || check.name().endsWith("hasImages");
            assertThat(result.mark()).isEqualTo(saysMark ? Mark.PLAIN : Mark.NOT_PERMITTED);
        }
    }

    private static Set<Kind> asked(PublicCheck check) throws IOException {
        try (RegistryStub stub = stub()) {
            assertThat(run(check.on(stub, "1.0")).status()).isEqualTo(Status.PASSED);
            return EnumSet.copyOf(stub.kinds());
        }
    }

    static Stream<Object[]> faults() {
        return all().flatMap(check -> Stream.of(RegistryFault.values()).map(fault -> new Object[] {check, fault}));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void a_fault_in_any_answer_that_is_needed_keeps_it_from_passing(PublicCheck check, RegistryFault fault)
            throws IOException {
        for (Kind kind : asked(check)) {
            if (fault.isHeardOf(kind)) {
                try (RegistryStub stub = stub().failing(kind, fault.fault())) {
                    Result result = run(check.on(stub, "1.0"));
                    assertThat(result.status()).as(kind + ": " + result).isIn(Status.FAILED, Status.ERROR);
                    assertThat(result.toString()).as("secrecy").doesNotContain("canary");
                }
            }
        }
    }
}
