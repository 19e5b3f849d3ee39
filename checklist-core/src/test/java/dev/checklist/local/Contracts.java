package dev.checklist.local;

import static dev.checklist.Status.ERROR;
import static dev.checklist.Status.FAILED;
import static dev.checklist.local.Situation.ABSENT;
import static dev.checklist.local.Situation.DOES_NOT_HOLD;
import static dev.checklist.local.Situation.EMPTY;
import static dev.checklist.local.Situation.HOLDS;
import static dev.checklist.local.Situation.HOSTILE;
import static dev.checklist.local.Situation.MALFORMED;
import static dev.checklist.local.Situation.REFUSED;
import static dev.checklist.local.Situation.TIME_OUT;

import dev.checklist.Check;
import dev.checklist.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Is the table of all public predicates in all situations. */
final class Contracts {
    private static final Status PASSED = Status.PASSED;
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final String TRIVY = """
            {"SchemaVersion": 2, "CreatedAt": "2026-01-01T00:00:00Z", "ArtifactName": "a@%s",
             "Metadata": {"OS": {"Family": "alpine"}},
             "Results": [{"Class": "os-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-1", "Severity": "LOW"}]}]}
            """.formatted(DIGEST);
    private static final String MANIFEST =
            "kind: Ingress\nspec:\n  flag: true\n  count: 3\n  image: a:1\n  rules:\n  - host: a.ch\n";

    private Contracts() {}

    static List<Contract> all() {
        return Stream.of(tools(), files(), manifests(), variables(), repositories(), reports())
                .flatMap(contracts -> contracts)
                .toList();
    }

    private static Stream<Contract> tools() {
        Contract installed = Contract.of(
                        "ToolChecks.isInstalled()", local -> local.tool("t").isInstalled())
                .when(HOLDS, script("exit 9"), PASSED, "found ")
                .when(DOES_NOT_HOLD, desk -> write(desk.programs().resolve("t"), "x"), FAILED, "can be executed")
                .when(ABSENT, desk -> {}, FAILED, "in no directory of PATH")
                .never(EMPTY, "runs nothing")
                .when(REFUSED, desk -> desk.without("PATH"), ERROR, "PATH is not set")
                .never(TIME_OUT, "runs nothing")
                .never(MALFORMED, "runs nothing")
                .when(HOSTILE, desk -> desk.with("PATH", "\u001b[2J:" + desk.directory()), FAILED, "in no directory");
        return Stream.of(
                installed,
                exits("ToolChecks.runs(String[])", local -> local.tool("t").runs("a"), 0),
                exits(
                        "ToolChecks.exitsWith(int, String[])",
                        local -> local.tool("t").exitsWith(3, "a"),
                        3),
                prints(
                        "ToolChecks.isVersionAtLeast(String, String[])",
                        local -> local.tool("t").isVersionAtLeast("1.2"),
                        "echo 1.3",
                        "echo 1.1",
                        ERROR),
                prints(
                        "ToolChecks.prints(String, String[])",
                        local -> local.tool("t").prints("x"),
                        "echo x",
                        "echo xy",
                        FAILED),
                prints(
                        "ToolChecks.printsTextWith(String, String[])",
                        local -> local.tool("t").printsTextWith("x"),
                        "echo xy",
                        "echo z",
                        FAILED),
                json("String", local -> local.tool("t").printsJson("/a", "x"), "\"x\""),
                json("Number", local -> local.tool("t").printsJson("/a", 1), "1"),
                json("boolean", local -> local.tool("t").printsJson("/a", true), "true"));
    }

    private static Contract json(String type, Function<LocalChecks, Check> check, String value) {
        return prints(
                "ToolChecks.printsJson(String, " + type + ", String[])",
                check,
                "echo '{\"a\": " + value + "}'",
                "echo '{\"a\": null}'",
                ERROR);
    }

    private static Contract exits(String method, Function<LocalChecks, Check> check, int code) {
        return program(Contract.of(method, check))
                .when(HOLDS, script("exit " + code), PASSED, "it exited with " + code)
                .when(DOES_NOT_HOLD, script("exit 7"), FAILED, "it exited with 7")
                .never(EMPTY, "judges the exit code, not the output")
                .never(MALFORMED, "judges the exit code, not the output")
                .when(HOSTILE, script("head -c 100000000 /dev/zero; printf '\\033[2J' >&2; exit 7"), FAILED, "with 7");
    }

    private static Contract prints(
            String method, Function<LocalChecks, Check> check, String good, String bad, Status nothing) {
        return program(Contract.of(method, check))
                .when(HOLDS, script(good), PASSED, "")
                .when(DOES_NOT_HOLD, script(bad), FAILED, " but ")
                .when(EMPTY, script("exit 0"), nothing, " but ")
                .when(MALFORMED, script("printf '\\377\\376'"), ERROR, "no text in UTF-8")
                .when(
                        HOSTILE,
                        script(good + "; head -c 100000000 /dev/zero | tr '\\0' ' '"),
                        ERROR,
                        "more than 1024 KiB");
    }

    private static Contract program(Contract contract) {
        return contract.when(ABSENT, desk -> {}, FAILED, "in no directory of PATH")
                .when(REFUSED, desk -> Desk.program(desk.programs().resolve("t"), "#!/none\n"), ERROR, "not be started")
                .when(TIME_OUT, script("exec sleep 300"), ERROR, "did not end in time");
    }

    private static Stream<Contract> files() {
        return Stream.of(
                file("FileChecks.exists()", file -> file.exists(), "").never(MALFORMED, "any bytes will do"),
                file("FileChecks.contains(String)", file -> file.contains("hello"), "bye"),
                file("FileChecks.hasSha256(String)", file -> file.hasSha256(HELLO), "bye")
                        .never(MALFORMED, "any bytes have a digest"),
                file("FileChecks.hasNoPlaceholders()", FileChecks::hasNoPlaceholders, "changeme"));
    }

    private static Contract file(String method, Function<FileChecks, Check> check, String bad) {
        return source(Contract.of(method, local -> check.apply(local.file("f"))), "hello", bad)
                .when(HOSTILE, desk -> desk.file("f/g", ""), FAILED, "is a directory");
    }

    private static Stream<Contract> manifests() {
        return Stream.of(
                yaml("hasValue(String, String)", yaml -> yaml.hasValue("/kind", "Ingress"), "kind: Route\n"),
                yaml("hasValue(String, Number)", yaml -> yaml.hasValue("/spec/count", 3), "spec: {count: '3'}\n"),
                yaml("hasValue(String, boolean)", yaml -> yaml.hasValue("/spec/flag", true), "spec: {flag: no}\n"),
                yaml("hasImages(String, String[])", yaml -> yaml.hasImages("a:1"), "spec: {image: 'a:2'}\n"),
                yaml("hasHosts(String, String[])", yaml -> yaml.hasHosts("a.ch"), MANIFEST.replace("a.ch", "b.ch")),
                yaml("hasNoPlaceholders()", YamlChecks::hasNoPlaceholders, "a: your-registry\n"));
    }

    private static Contract yaml(String method, Function<YamlChecks, Check> check, String bad) {
        return source(Contract.of("YamlChecks." + method, local -> check.apply(local.yaml("f"))), MANIFEST, bad)
                .when(HOSTILE, desk -> desk.file("f", "[".repeat(10_000)), ERROR, " but ");
    }

    private static Stream<Contract> reports() {
        Contract report = Contract.of(
                "VulnerabilityReportChecks.hasNone(Severity, String, Duration)",
                local -> local.vulnerabilityReport("f").hasNone(Severity.CRITICAL, DIGEST, Duration.ofDays(1)));
        return Stream.of(source(report, TRIVY, TRIVY.replace("LOW", "CRITICAL"))
                .when(HOSTILE, desk -> desk.file("f", "[".repeat(10_000)), ERROR, "no JSON document"));
    }

    /** Fills in what all sources share; whatever the account, a link to itself cannot be read. */
    private static Contract source(Contract contract, String good, String bad) {
        Consumer<Desk> failing = bad.isEmpty() ? desk -> desk.file("f", "") : desk -> desk.file("f", bad);
        return contract.when(HOLDS, desk -> desk.file("f", good), PASSED, "found")
                .when(DOES_NOT_HOLD, failing, FAILED, " but ")
                .when(ABSENT, desk -> {}, FAILED, "is not there")
                .when(EMPTY, desk -> desk.file("f", ""), FAILED, "empty")
                .when(REFUSED, Contracts::loop, ERROR, "could not be read")
                .never(TIME_OUT, "regular files answer at once")
                .when(MALFORMED, desk -> writeBytes(desk.directory().resolve("f")), ERROR, "no text in UTF-8");
    }

    private static Stream<Contract> variables() {
        return Stream.of(
                variable("isSet()", EnvironmentVariableChecks::isSet, " "),
                variable("hasValue(String)", variable -> variable.hasValue("good"), "bad"),
                variable("isNoPlaceholder()", EnvironmentVariableChecks::isNoPlaceholder, "your-registry"));
    }

    private static Contract variable(String method, Function<EnvironmentVariableChecks, Check> check, String bad) {
        return Contract.of("EnvironmentVariableChecks." + method, local -> check.apply(local.environmentVariable("V")))
                .when(HOLDS, desk -> desk.with("V", "good"), PASSED, "it is set")
                .when(DOES_NOT_HOLD, desk -> desk.with("V", bad), FAILED, " but ")
                .when(ABSENT, desk -> {}, FAILED, "it is not set")
                .when(EMPTY, desk -> desk.with("V", ""), FAILED, "set to nothing")
                .never(REFUSED, "a process may read its environment")
                .never(TIME_OUT, "a process has its environment")
                .never(MALFORMED, "any text is a value")
                .when(
                        HOSTILE,
                        desk -> desk.with("V", "\u001b[2J changeme"),
                        "isSet()".equals(method) ? PASSED : FAILED,
                        "");
    }

    private static Stream<Contract> repositories() {
        return Stream.of(
                git("ignores(String, String[])", git -> git.ignores(".env"), r -> r.commit(".gitignore", "x\n")),
                git("isNotTracked(String, String[])", git -> git.isNotTracked(".env"), r -> r.commit(".env", "x")),
                git(
                        "wasNeverCommitted(String, String[])",
                        git -> git.wasNeverCommitted(".env"),
                        r -> r.commit(".env", "x")),
                git("isClean()", GitChecks::isClean, r -> r.write("new", "x")),
                git("hasTag(String)", git -> git.hasTag("v1"), r -> r.git("tag", "-d", "v1")),
                git("isAt(String)", git -> git.isAt("0".repeat(40)), r -> r.commit("b", "x"))
                        .never(HOLDS, "the id is not known beforehand: see GitTest"),
                git(
                        "historyContainsNone(Collection)",
                        git -> git.historyContainsNone(List.of("sw0rdfish")),
                        r -> r.commit("b", "sw0rdfish")),
                git(
                        "historyContainsNone(Collection, Collection)",
                        git -> git.historyContainsNone(List.of("sw0rdfish"), List.of()),
                        r -> r.commit("b", "sw0rdfish")));
    }

    private static Contract git(String method, Function<GitChecks, Check> check, Consumer<TestRepository> bad) {
        return Contract.of("GitChecks." + method, local -> check.apply(local.git(".")))
                .when(HOLDS, desk -> repository(desk, r -> {}), PASSED, "")
                .when(DOES_NOT_HOLD, desk -> repository(desk, bad), FAILED, " but ")
                .when(ABSENT, desk -> desk.script("git", "exec git \"$@\""), ERROR, "git could not look")
                .when(EMPTY, desk -> desk.script("git", "exit 0"), ERROR, " but ")
                .when(REFUSED, desk -> desk.script("git", "echo 'fatal: dubious' >&2; exit 128"), ERROR, "dubious")
                .when(TIME_OUT, desk -> desk.script("git", "exec sleep 300"), ERROR, "did not end in time")
                .when(MALFORMED, desk -> desk.script("git", "printf '\\377\\376'"), ERROR, " but ")
                .when(HOSTILE, desk -> desk.script("git", "head -c 100000000 /dev/zero"), ERROR, " but ");
    }

    private static void repository(Desk desk, Consumer<TestRepository> change) {
        TestRepository repository = TestRepository.at(desk.directory()).commit(".gitignore", ".env\n");
        repository.git("tag", "v1");
        change.accept(repository);
        desk.script("git", "exec git \"$@\"");
    }

    private static Consumer<Desk> script(String body) {
        return desk -> desk.script("t", body);
    }

    private static void loop(Desk desk) {
        try {
            Files.createSymbolicLink(desk.directory().resolve("f"), Path.of("f"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeBytes(Path file) {
        try {
            Files.write(file, new byte[] {(byte) 0xff, 'x'});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
