package dev.checklist.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.Check;
import dev.checklist.Status;
import dev.checklist.run.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in no commit under a wrong name may be in one under the right name. */
class GitPathTest {
    @TempDir
    private Path root;

    private TestRepository repository;

    @BeforeEach
    void init() {
        repository = TestRepository.at(root.resolve("r")).commit("a", "x");
    }

    private static List<Check> both(GitChecks git, String path) {
        return List.of(git.isNotTracked(path), git.wasNeverCommitted(path));
    }

    private static void assertWarned(Check check, String words) {
        Result result = Desk.run(check);
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).singleElement().asString().contains(words);
    }

    private static void assertPlain(Check check) {
        Result result = Desk.run(check);
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void a_path_of_which_nothing_was_ever_heard_passes_with_a_warning() {
        repository.commit("k8s/secret.yaml", "x");
        for (Check check : both(repository.checks(), "k8s/secrets.yaml")) {
            assertWarned(check, "k8s/secrets.yaml is neither here nor ignored nor in any commit: is it misspelled?");
        }
    }

    @Test
    void a_path_that_is_here_or_ignored_passes_without_one() {
        repository.commit(".gitignore", ".env\n").write("local", "x");
        for (String path : List.of(".env", "local")) {
            both(repository.checks(), path).forEach(GitPathTest::assertPlain);
        }
    }

    @Test
    void a_path_that_was_tracked_once_passes_without_one() {
        repository.commit(".env", "x").remove(".env");
        assertPlain(repository.checks().isNotTracked(".env"));
    }

    @Test
    void a_path_behind_a_link_passes_with_a_warning() throws Exception {
        Files.createSymbolicLink(repository.directory().resolve("link"), root);
        both(repository.checks(), "link/none").forEach(check -> assertWarned(check, "link/none"));
    }

    @Test
    void a_slash_at_its_end_does_not_hide_a_file() {
        repository.commit(".env", "x");
        for (Check check : both(repository.checks(), ".env/")) {
            assertThat(Desk.run(check).status()).as(check.title()).isEqualTo(Status.FAILED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.env", "k8s/**", "secret?"})
    void a_pattern_that_would_stand_for_itself_is_refused(String path) {
        GitChecks git = repository.checks();
        assertThatThrownBy(() -> git.isNotTracked(path)).hasMessageContaining("expected one path, not a pattern");
        assertThatThrownBy(() -> git.wasNeverCommitted(path)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> git.ignores(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_path_in_another_repository_is_an_error() {
        TestRepository other = TestRepository.at(root.resolve("other")).commit(".env", "x");
        repository.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "add",
                "-q",
                other.directory().toString(),
                "sub");
        repository.git("commit", "-q", "-m", "sub");
        for (Check check : both(repository.checks(), "sub/.env")) {
            Result result = Desk.run(check);
            assertThat(result.status()).as(result.toString()).isEqualTo(Status.ERROR);
            assertThat(result.message()).contains("sub is a repository of its own");
        }
        TestRepository clone = repository.clone(root.resolve("c"));
        both(clone.checks(), "sub/.env")
                .forEach(check -> assertThat(Desk.run(check).status()).isEqualTo(Status.ERROR));
        TestRepository.at(repository.directory().resolve("nested")).commit(".env", "x");
        both(repository.checks(), "nested/.env")
                .forEach(check -> assertThat(Desk.run(check).status()).isEqualTo(Status.ERROR));
    }

    @Test
    void a_bare_repository_has_a_history_all_the_same() {
        repository.commit(".env", "x");
        GitChecks bare = repository.clone(root.resolve("b.git"), "--bare").checks();
        assertThat(Desk.run(bare.wasNeverCommitted(".env")).status()).isEqualTo(Status.FAILED);
        assertWarned(bare.wasNeverCommitted("none"), "none");
    }
}
