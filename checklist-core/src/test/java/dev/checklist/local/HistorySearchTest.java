package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistorySearchTest {
    private static final String VALUE = "s3cr3t \"value\"/für+x";

    @TempDir
    private Path root;

    private TestRepository repository() {
        return TestRepository.at(root.resolve("r"));
    }

    private static void assertResult(Check check, Status status, String words) {
        Result result = Desk.run(check);
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.message()).contains(words).doesNotContain("s3cr3t");
    }

    @Test
    void a_history_without_the_values_passes_with_what_was_read() {
        TestRepository repository = repository().commit("a", "x").commit("b", "y");
        Result result = Desk.run(repository.checks().historyContainsNone(List.of(VALUE)));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.message()).isEqualTo("found none in 6 objects of 2 commits of 1 refs");
        assertThat(result.evidence()).containsEntry("objects", "6").containsKey("bytes");
    }

    static List<String> forms() {
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder();
        return List.of(
                VALUE,
                "a=" + VALUE + "\n",
                base64.encodeToString(bytes),
                base64.encodeToString(("u:" + VALUE + "@h").getBytes(StandardCharsets.UTF_8)),
                base64.encodeToString(("u" + VALUE + "\n").getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(bytes),
                "?p=s3cr3t+%22value%22%2Ff%C3%BCr%2Bx&",
                "?p=s3cr3t%20%22value%22%2Ff%C3%BCr%2Bx&",
                "{\"p\": \"s3cr3t \\\"value\\\"/für+x\"}");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_value_is_found_in_any_form_though_its_file_was_removed(String text) {
        TestRepository repository = repository().commit("a", text).remove("a");
        assertResult(
                repository.checks().historyContainsNone(List.of("0ther-value", VALUE)), Status.FAILED, "value 2 of 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 35, 50, 56, 100})
    void a_value_in_base64_of_several_lines_is_found_wherever_a_line_ends(int before) {
        String value = "s3cr3t-of-thirty-characters-01";
        for (int width : new int[] {64, 76}) {
            String text = Base64.getMimeEncoder(width, new byte[] {'\n'})
                    .encodeToString(
                            ("x".repeat(before) + value + "\n" + "y".repeat(90)).getBytes(StandardCharsets.UTF_8))
                    .replace("\n", "\n  ");
            TestRepository repository =
                    TestRepository.at(root.resolve("w" + width)).commit("secret.yaml", "data:\n  " + text);
            assertResult(repository.checks().historyContainsNone(List.of(value)), Status.FAILED, "value 1 of 1");
        }
    }

    @Test
    void a_key_of_several_lines_is_found_whatever_its_indentation() {
        String key = "-----BEGIN X-----\n" + "QUJDREVGR0hJSktMTU5P\n".repeat(1) + "-----END X-----\n";
        TestRepository repository = repository().commit("a", "k: |\r\n    QUJDREVGR0hJSktMTU5P\r\n");
        assertResult(repository.checks().historyContainsNone(List.of(key)), Status.FAILED, "value 1 of 1");
    }

    @Test
    void a_value_in_a_message_a_tag_a_stash_or_reachable_no_more_is_found() {
        TestRepository repository = repository().commit("a", "x");
        GitChecks git = repository.checks();
        repository.git("commit", "-q", "--allow-empty", "-m", "s3cr3t-1");
        assertResult(git.historyContainsNone(List.of("s3cr3t-1")), Status.FAILED, "value 1 of 1 in commit");
        repository.git("tag", "-a", "-m", "s3cr3t-2", "t");
        assertResult(git.historyContainsNone(List.of("s3cr3t-2")), Status.FAILED, "value 1 of 1 in tag");
        repository.write("a", "s3cr3t-3").git("stash", "-q");
        assertResult(git.historyContainsNone(List.of("s3cr3t-3")), Status.FAILED, "value 1 of 1 in blob");
        repository.commit("b", "s3cr3t-4").git("reset", "-q", "--hard", "HEAD~1");
        assertResult(git.historyContainsNone(List.of("s3cr3t-4")), Status.FAILED, "value 1 of 1 in blob");
    }

    static List<String> keys() {
        return List.of(
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEAx\n",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n",
                "\"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqh\"",
                "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOYBGTest0BCACx\n",
                "id=AKIA" + "Q7".repeat(8),
                "ghp_" + "a1".repeat(18),
                "github_pat_" + "a".repeat(22) + "_" + "b".repeat(59),
                "glpat-" + "a".repeat(20),
                "xoxb-" + "1".repeat(10) + "-" + "a".repeat(12),
                "AIza" + "a".repeat(35),
                "sk_live_" + "a".repeat(24),
                "npm_" + "a".repeat(36),
                "dckr_pat_" + "a".repeat(27),
                "hvs." + "a".repeat(24),
                "AccountKey=" + "a".repeat(86) + "==",
                "AGE-SECRET-KEY-1" + "Q".repeat(58));
    }

    @Test
    void every_kind_of_key_has_a_sample() {
        Set<KeyPattern> seen = EnumSet.noneOf(KeyPattern.class);
        for (KeyPattern pattern : KeyPattern.values()) {
            if (keys().stream().anyMatch(pattern::isIn)) {
                seen.add(pattern);
            }
        }
        assertThat(seen).containsExactly(KeyPattern.values());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_of_a_known_kind_is_found_by_its_form(String text) {
        assertThat(find(Needles.of(List.of(), EnumSet.allOf(KeyPattern.class)), text))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PUBLIC KEY-----\nMIIEpAIBAAKCAQEAxxxx",
                "-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEAxxxx",
                "text.contains(\"-----BEGIN PRIVATE KEY-----\")",
                "AKIAIOSFODNN7EXAMPLE",
                "AKIA is how they begin",
                "ghp_short",
                "npm_config_registry",
                "sk_live_",
            })
    void what_only_speaks_of_keys_is_none(String text) {
        assertThat(find(Needles.of(List.of(), EnumSet.allOf(KeyPattern.class)), text))
                .isEmpty();
    }

    @Test
    void keys_are_searched_with_the_values_unless_others_are_picked() {
        TestRepository repository = repository().commit("a", "id=AKIA" + "Q7".repeat(8));
        List<String> values = List.of(VALUE);
        assertResult(repository.checks().historyContainsNone(values), Status.FAILED, "AWS_ACCESS_KEY in blob");
        assertResult(repository.checks().historyContainsNone(values, List.of()), Status.PASSED, "found none");
        assertResult(
                repository.checks().historyContainsNone(List.of(), List.of(KeyPattern.NPM_TOKEN)),
                Status.PASSED,
                "found none");
    }

    @Test
    void an_object_that_somebody_looked_at_is_left_out() {
        TestRepository repository = repository().commit("a", VALUE);
        GitChecks git = repository.checks();
        String object = repository.git("rev-parse", "HEAD:a");
        assertResult(git.allowingObjects(object).historyContainsNone(List.of(VALUE)), Status.PASSED, "found none");
        assertResult(git.allowingObjects("b".repeat(40)).historyContainsNone(List.of(VALUE)), Status.FAILED, object);
    }

    @Test
    void a_broken_object_is_an_error() throws Exception {
        TestRepository repository = repository().commit("a", "x");
        String id = repository.git("rev-parse", "HEAD:a");
        Path file = repository.directory().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2));
        assertThat(file.toFile().setWritable(true)).isTrue();
        java.nio.file.Files.writeString(file, "broken");
        assertResult(repository.checks().historyContainsNone(List.of(VALUE)), Status.ERROR, "git could not");
    }

    @Test
    void no_value_is_an_argument_of_a_process_or_stands_in_what_is_printed() {
        Desk desk = new Desk(root.resolve("d"));
        TestRepository repository = repository().commit("a", "x");
        desk.script("git", "echo \"$@\" >> " + root.resolve("log") + "\nexec git \"$@\"");
        Check check = desk.local().git(repository.directory().toString()).historyContainsNone(List.of(VALUE));
        assertResult(check, Status.PASSED, "found none");
        assertThat(root.resolve("log")).content().contains("cat-file").doesNotContain("s3cr3t");
        assertThat(check + " " + check.probe()).doesNotContain("s3cr3t");
    }

    @Test
    void one_pass_finds_what_a_search_for_each_text_finds_wherever_buffers_end() throws Exception {
        Random random = new Random(42);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            values.add(word(random, 6 + random.nextInt(30)));
        }
        Needles needles = Needles.of(values, Set.of());
        for (int round = 0; round < 6; round++) {
            GitObjects objects = new GitObjects(needles, Set.of());
            StringBuilder stream = new StringBuilder();
            Set<String> expected = new TreeSet<>();
            for (int object = 0; object < 3; object++) {
                StringBuilder text = new StringBuilder(word(random, 400_000 + random.nextInt(900_000)));
                String id = ("" + object).repeat(40);
                for (int i = 0; i < 20; i++) {
                    int value = random.nextInt(values.size());
                    text.insert(random.nextInt(text.length()), values.get(value));
                }
                for (int i = 0; i < values.size(); i++) {
                    if (text.indexOf(values.get(i)) >= 0) {
                        expected.add("value " + (i + 1) + " of 300 in blob " + id);
                    }
                }
                stream.append(id)
                        .append(" blob ")
                        .append(text.length())
                        .append('\n')
                        .append(text)
                        .append('\n');
            }
            byte[] bytes = stream.toString().getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at < bytes.length; ) {
                int size = Math.min(1 + random.nextInt(200_000), bytes.length - at);
                byte[] part = java.util.Arrays.copyOfRange(bytes, at, at + size);
                objects.take(part, size);
                at += size;
            }
            assertThat(objects.isAtEnd()).isTrue();
            assertThat(objects.findings()).containsExactlyElementsOf(expected);
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static Set<String> find(Needles needles, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Set<String> found = new TreeSet<>();
        needles.find(bytes, bytes.length, bytes.length, found::add);
        return found;
    }
}
