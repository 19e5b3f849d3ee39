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

class GitTest {
    @TempDir
    private Path root;

    private TestRepository repository;

    @BeforeEach
    void init() {
        repository = TestRepository.at(root.resolve("r"));
    }

    private static void assertResult(Check check, Status status, String words) {
        Result result = Desk.run(check);
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.message()).contains(words);
    }

    /** Returns every predicate, with arguments that hold in a repository with one clean commit. */
    static List<Check> all(GitChecks git) {
        return List.of(
                git.ignores(".env"),
                git.isNotTracked(".env"),
                git.wasNeverCommitted(".env"),
                git.isClean(),
                git.hasTag("v1"),
                git.isAt("a".repeat(40)),
                git.historyContainsNone(List.of("sw0rdfish")));
    }

    @Test
    void paths_are_ignored_by_the_rules_that_everybody_has() {
        GitChecks git =
                repository.commit(".gitignore", ".env\nk8s/secret.yaml\n").checks();
        assertResult(
                git.ignores(".env", "k8s/secret.yaml"), Status.PASSED, ".env by .gitignore:1 .env, k8s/secret.yaml by");
        assertResult(git.ignores(".env", "other"), Status.FAILED, "but other is not");
    }

    @Test
    void a_rule_that_takes_a_path_out_again_is_failed() {
        GitChecks git =
                repository.commit(".gitignore", "*.yaml\n!secret.yaml\n").checks();
        assertResult(git.ignores("secret.yaml"), Status.FAILED, "is not (.gitignore:2 !secret.yaml)");
    }

    @Test
    void a_tracked_file_is_ignored_all_the_same_and_still_tracked() {
        repository.commit(".gitignore", ".env\n").commit(".env", "x");
        assertResult(repository.checks().ignores(".env"), Status.PASSED, ".gitignore:1");
        assertResult(repository.checks().isNotTracked(".env"), Status.FAILED, ".env is tracked");
    }

    @Test
    void a_rule_of_this_clone_alone_is_failed() {
        repository.commit("a", "x").write(".git/info/exclude", ".env\n");
        assertResult(repository.checks().ignores(".env"), Status.FAILED, "by a rule of this clone alone");
        repository.git("config", "core.excludesFile", root.resolve("personal").toString());
        repository.write("../personal", ".npmrc\n");
        assertResult(repository.checks().ignores(".npmrc"), Status.FAILED, "but .npmrc is not");
    }

    @Test
    void what_is_in_no_index_is_not_tracked() {
        repository.commit("a", "x").write(".env", "x");
        assertResult(repository.checks().isNotTracked(".env"), Status.PASSED, "none of 1 tracked files is .env");
        repository.git("add", ".env");
        assertResult(repository.checks().isNotTracked(".env"), Status.FAILED, ".env is tracked");
        assertResult(repository.checks().isNotTracked("b", "a"), Status.FAILED, "a is tracked");
    }

    @Test
    void a_directory_stands_for_all_below_it() {
        GitChecks git = repository.commit("secrets/a", "x").checks();
        assertResult(git.isNotTracked("secrets"), Status.FAILED, "secrets/a is tracked");
        assertResult(git.wasNeverCommitted("secrets"), Status.FAILED, "touched one");
    }

    @Test
    void an_index_without_any_file_is_an_error() {
        assertResult(repository.checks().isNotTracked(".env"), Status.ERROR, "nothing is tracked here");
    }

    @Test
    void a_file_that_was_never_committed_passes_with_what_was_read() {
        repository.commit("a", "x").commit("b", "x").git("tag", "v1");
        Result result = Desk.run(repository.checks().wasNeverCommitted(".env"));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.evidence()).containsEntry("commits", "2").containsEntry("refs", "2");
    }

    @Test
    void a_file_that_was_removed_later_is_failed() {
        repository.commit(".env", "x").remove(".env");
        assertResult(repository.checks().wasNeverCommitted(".env"), Status.FAILED, "touched one");
    }

    @Test
    void a_file_of_a_side_branch_that_was_removed_before_the_merge_is_failed() {
        repository.commit("a", "x").git("checkout", "-q", "-b", "side");
        repository.commit(".env", "x").remove(".env").git("checkout", "-q", "main");
        repository.git("merge", "-q", "--no-ff", "-m", "merge", "side");
        repository.git("branch", "-q", "-D", "side");
        assertResult(repository.checks().wasNeverCommitted(".env"), Status.FAILED, "touched one");
    }

    @Test
    void a_file_of_a_branch_a_tag_or_a_detached_head_is_failed() {
        repository.commit("a", "x").git("checkout", "-q", "-b", "side");
        repository.commit(".env", "x").git("tag", "v1");
        repository.git("checkout", "-q", "main");
        assertResult(repository.checks().wasNeverCommitted(".env"), Status.FAILED, "touched one");
        repository.git("branch", "-q", "-D", "side");
        assertResult(repository.checks().wasNeverCommitted(".env"), Status.FAILED, "touched one");
    }

    @Test
    void a_file_of_any_stash_is_failed() {
        repository.commit("a", "x").write(".env", "x").git("stash", "-q", "-u");
        repository.write("a", "y").git("stash", "-q");
        assertResult(repository.checks().wasNeverCommitted(".env"), Status.FAILED, "touched one");
    }

    @Test
    void replaced_history_is_read_as_it_was_committed() {
        repository.commit("a", "x").commit(".env", "sw0rdfish");
        String bad = repository.git("rev-parse", "HEAD");
        repository.remove(".env").git("replace", "--graft", "HEAD", bad + "^");
        assertResult(repository.checks().wasNeverCommitted(".env"), Status.FAILED, "touched one");
        assertResult(repository.checks().historyContainsNone(List.of("sw0rdfish")), Status.FAILED, "value 1 of 1");
    }

    @Test
    void a_shallow_clone_has_no_history_to_judge() {
        repository.commit(".env", "x").remove(".env");
        GitChecks shallow = repository.clone(root.resolve("s"), "--depth", "1").checks();
        assertResult(shallow.wasNeverCommitted(".env"), Status.ERROR, "history is incomplete, this is a shallow clone");
        assertResult(shallow.historyContainsNone(List.of("sw0rdfish")), Status.ERROR, "git fetch --unshallow");
    }

    @Test
    void a_partial_clone_has_no_history_to_judge() {
        repository.commit(".env", "x").git("config", "uploadpack.allowFilter", "true");
        GitChecks partial =
                repository.clone(root.resolve("s"), "--filter=blob:none").checks();
        assertResult(partial.wasNeverCommitted("x"), Status.ERROR, "this is a partial clone");
        assertResult(partial.historyContainsNone(List.of("sw0rdfish")), Status.ERROR, "this is a partial clone");
    }

    @Test
    void a_clone_of_one_branch_passes_with_a_warning() {
        repository.commit("a", "x");
        Result result = Desk.run(
                repository.clone(root.resolve("s"), "--single-branch").checks().wasNeverCommitted(".env"));
        assertThat(result.status()).as(result.toString()).isEqualTo(Status.PASSED);
        assertThat(result.warnings()).first().asString().contains("branches that it does not have were not read");
    }

    @Test
    void a_repository_without_a_commit_is_an_error() {
        for (Check check : List.of(
                repository.checks().wasNeverCommitted(".env"),
                repository.checks().historyContainsNone(List.of("sw0rdfish")),
                repository.checks().isClean(),
                repository.checks().isAt("a".repeat(40)))) {
            assertThat(Desk.run(check).status()).as(check.title()).isEqualTo(Status.ERROR);
        }
    }

    @Test
    void no_repository_no_directory_and_no_git_are_errors() throws Exception {
        Path empty = Files.createDirectory(root.resolve("empty"));
        Path file = Files.writeString(root.resolve("file"), "x");
        for (GitChecks git : List.of(
                LocalChecks.in(empty).git("."),
                LocalChecks.in(root).git("none"),
                LocalChecks.in(root).git(file.toString()),
                new Desk(root).local().git(repository.directory().toString()))) {
            for (Check check : all(git)) {
                assertThat(Desk.run(check).status()).as(check.title()).isEqualTo(Status.ERROR);
            }
        }
    }

    @Test
    void a_git_that_lies_or_dies_is_an_error() {
        for (String body : List.of("exit 128", "kill -9 $$", "head -c 3000000 /dev/zero", "printf '\\377'", "exit 0")) {
            Desk desk = new Desk(root.resolve("desk")).script("git", body);
            for (Check check : all(desk.local().git("."))) {
                Result result = Desk.run(check);
                assertThat(result.status()).as(body + " " + result).isIn(Status.ERROR, Status.FAILED);
            }
        }
    }

    @Test
    void a_clean_working_tree_is_what_was_committed() {
        repository.commit("a", "x").commit(".gitignore", "ignored\n").write("ignored", "x");
        assertResult(repository.checks().isClean(), Status.PASSED, "nothing differs from commit");
        repository.write("b", "x");
        assertResult(repository.checks().isClean(), Status.FAILED, "?? b");
        repository.git("add", "b");
        assertResult(repository.checks().isClean(), Status.FAILED, "A  b");
        repository.git("reset", "-q", "--hard");
        repository.write("a", "y");
        assertResult(repository.checks().isClean(), Status.FAILED, "M a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--assume-unchanged", "--skip-worktree"})
    void files_that_git_was_told_not_to_look_at_are_an_error(String flag) {
        repository.commit("a", "x").git("update-index", flag, "a");
        repository.write("a", "y");
        assertResult(repository.checks().isClean(), Status.ERROR, "1 files are marked");
    }

    @Test
    void a_subdirectory_is_clean_only_where_all_of_the_repository_was_looked_at() {
        repository.commit("a", "x").commit("sub/b", "x").git("update-index", "--assume-unchanged", "a");
        repository.write("a", "y");
        assertResult(LocalChecks.in(repository.directory()).git("sub").isClean(), Status.ERROR, "1 files are marked");
    }

    @Test
    void a_tag_is_there_or_not_and_no_branch_is_taken_for_it() {
        repository.commit("a", "x").git("branch", "v2");
        repository.git("tag", "-a", "-m", "m", "v1");
        repository.git("tag", "blob", "HEAD:a");
        assertResult(repository.checks().hasTag("v1"), Status.PASSED, repository.git("rev-parse", "HEAD"));
        assertResult(repository.checks().hasTag("v2"), Status.FAILED, "no tag of that name");
        assertResult(repository.checks().hasTag("blob"), Status.FAILED, "no tag of that name leads to one");
    }

    @Test
    void the_commit_that_is_checked_out_is_compared_in_full() {
        String head = repository.commit("a", "x").git("rev-parse", "HEAD");
        assertResult(repository.checks().isAt(head), Status.PASSED, "found commit " + head);
        assertResult(repository.checks().isAt("a".repeat(40)), Status.FAILED, "but found " + head);
    }

    @Test
    void nothing_that_the_repository_configures_is_run() {
        Path hit = root.resolve("hit");
        repository.commit("a", "x").git("config", "core.fsmonitor", "touch " + hit + "; false");
        repository.git("config", "core.pager", "touch " + hit);
        repository.git("config", "diff.external", "touch " + hit);
        repository.git("config", "gpg.program", "touch " + hit);
        repository.git("config", "log.showSignature", "true");
        for (Check check : all(repository.checks())) {
            assertThat(Desk.run(check).status()).isNotNull();
        }
        assertThat(hit).doesNotExist();
    }

    @Test
    void settings_of_the_caller_do_not_lead_elsewhere() {
        repository.commit("a", "x");
        Command command = Command.in(
                new Place(
                        repository.directory(),
                        name -> name.equals("GIT_DIR") ? "/x" : System.getenv(name),
                        Secrets.NONE),
                Path.of("git"),
                List.of());
        assertThat(command.environment()).doesNotContainKey("GIT_DIR");
    }

    @Test
    void bad_arguments_are_refused_when_the_list_is_built() {
        GitChecks git = repository.checks();
        for (String path : List.of("/etc/passwd", "../x", "a/../../x", " ", "a\nb")) {
            assertThatThrownBy(() -> git.ignores(path)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> git.isNotTracked(path)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> git.wasNeverCommitted(path)).isInstanceOf(IllegalArgumentException.class);
        }
        for (String tag : List.of("-x", "a b", "a..b", "a^{}", "a.lock", "@{u}", "a~1", "")) {
            assertThatThrownBy(() -> git.hasTag(tag)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> git.isAt("HEAD")).hasMessageContaining("full id");
        assertThatThrownBy(() -> git.historyContainsNone(List.of("short"))).hasMessageContaining("fewer than 6");
        assertThatThrownBy(() -> git.historyContainsNone(List.of(), List.of())).hasMessageContaining("are empty");
    }
}
