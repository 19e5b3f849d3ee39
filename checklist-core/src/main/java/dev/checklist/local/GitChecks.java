package dev.checklist.local;

import dev.checklist.Check;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Is a git repository of this machine, asked by the {@code git} in PATH without the hooks, monitors and pagers that the
 * repository configures.
 *
 * <p>No repository, one that git refuses (exit code 128, such as one of another owner), no git, and a repository without
 * any commit, are an ERROR. What is asked of the history needs all of it: a shallow or partial clone, which build
 * servers make, is an ERROR too. History is every ref that this clone has, stashes included.
 */
public final class GitChecks {
    private static final Pattern OBJECT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** What git refuses in the name of a ref, see git check-ref-format. */
    private static final Pattern NO_TAG =
            Pattern.compile("^[-/.]|[/.]$|\\.lock$|\\.\\.|//|/\\.|@\\{|[\\s~^:?*\\[\\\\\\x00-\\x1f\\x7f]");

    private final String name;
    private final Repository git;
    private final Set<String> allowed;

    GitChecks(String name, Repository git) {
        this(name, git, Set.of());
    }

    private GitChecks(String name, Repository git, Set<String> allowed) {
        this.name = name;
        this.git = git;
        this.allowed = allowed;
    }

    /**
     * Leaves these objects out of {@link #historyContainsNone}: somebody looked, and what they hold is no secret; adds.
     *
     * @param objects full object ids, as the line reported them
     * @throws IllegalArgumentException if one is none
     */
    public GitChecks allowingObjects(String... objects) {
        Set<String> all = new LinkedHashSet<>(allowed);
        for (String object : Given.present("objects", objects)) {
            all.add(objectId("object", object));
        }
        return new GitChecks(name, git, Set.copyOf(all));
    }

    /**
     * Passes when all these paths are ignored by a {@code .gitignore} of the repository, whether they are there or not;
     * one of a personal rule, or of {@code .git/info/exclude}, is FAILED. It does not keep a file that is tracked out of
     * commits: {@link #isNotTracked} does.
     *
     * @throws IllegalArgumentException if a path is absolute, leads out of the directory, or has a {@code *} or {@code ?}
     */
    public Check ignores(String first, String... more) {
        List<String> paths = paths(first, more);
        String all = String.join(", ", paths);
        return check("ignores " + all, "ignores " + all, all + " to be ignored", new Ignores(paths));
    }

    /**
     * Passes when none of these paths, nor anything below them, is in the index; with a warning if one is neither here
     * nor ignored nor in any commit, as a misspelled one is. A path in a submodule is an ERROR.
     *
     * @throws IllegalArgumentException if a path is absolute, leads out of the directory, or has a {@code *} or {@code ?}
     */
    public Check isNotTracked(String first, String... more) {
        List<String> paths = filesOrDirectories(first, more);
        String all = String.join(", ", paths);
        return check(
                "does not track " + all, "does not track " + all, all + " not to be tracked", new IsNotTracked(paths));
    }

    /**
     * Passes when no commit of the history touched any of these paths, nor anything below them: a file that was deleted
     * later is still there for whoever looks. Warns as {@link #isNotTracked} does; a path in a submodule is an ERROR.
     *
     * @throws IllegalArgumentException if a path is absolute, leads out of the directory, or has a {@code *} or {@code ?}
     */
    public Check wasNeverCommitted(String first, String... more) {
        List<String> paths = filesOrDirectories(first, more);
        String all = String.join(", ", paths);
        return check(
                "never had " + all,
                "never had a commit with " + all,
                "no commit with " + all,
                new WasNeverCommitted(paths));
    }

    /**
     * Passes when the working tree and the index are what was committed, without files that nobody tracks or ignores.
     * To compare, git runs the content filters that are configured, such as those of git-lfs.
     */
    public Check isClean() {
        return check("is clean", "has no uncommitted change", "no uncommitted change", new IsClean());
    }

    /**
     * Passes when this clone has a tag of that name that leads to a commit.
     *
     * @throws IllegalArgumentException if git allows no tag of that name
     */
    public Check hasTag(String tag) {
        String given = Given.line("tag", tag);
        if (NO_TAG.matcher(given).find()) {
            throw new IllegalArgumentException("tag is " + Shown.quoted(given) + ": git allows no such name");
        }
        return check("has tag " + given, "has the tag " + given, "a commit with the tag " + given, new HasTag(given));
    }

    /**
     * Passes when this commit is checked out.
     *
     * @param commit its full id, 40 or 64 hexadecimal digits
     * @throws IllegalArgumentException if it is none
     */
    public Check isAt(String commit) {
        String id = objectId("commit", commit);
        return check("is at a commit", "is at commit " + id, "commit " + id, new IsAt(id));
    }

    /**
     * Passes when none of these values, and no key of a well-known kind, is in any object that this clone has; see
     * {@link #historyContainsNone(Collection, Collection)}.
     */
    public Check historyContainsNone(Collection<String> values) {
        return historyContainsNone(values, EnumSet.allOf(KeyPattern.class));
    }

    /**
     * Passes when none of these values and kinds of keys is in any object that this clone has: in files of any commit,
     * in messages, and in what is reachable no more.
     *
     * <p>All objects are read once, whatever the number of values, which are searched for in this process: they are no
     * argument of any program, and never shown. Each is found as it stands, line by line, in Base64, and escaped for
     * URLs and JSON; from 26 characters on in Base64 of several lines too; not in compressed files, nor in texts that are
     * not in UTF-8. A history of more than a gigabyte needs a longer {@code timeout} than the runner's default.
     *
     * @param values may be empty if there are patterns
     * @throws IllegalArgumentException if both are empty, or a value has fewer than 6 characters, as texts that occur by
     *     chance have
     */
    public Check historyContainsNone(Collection<String> values, Collection<KeyPattern> patterns) {
        List<String> secrets = new ArrayList<>();
        for (String value : Given.present("values", values)) {
            if (value == null || value.strip().length() < ValueForms.SHORTEST) {
                throw new IllegalArgumentException("value " + (secrets.size() + 1) + " has fewer than "
                        + ValueForms.SHORTEST + " characters: it would be found by chance");
            }
            secrets.add(value);
        }
        Set<KeyPattern> kinds = EnumSet.noneOf(KeyPattern.class);
        kinds.addAll(Given.present("patterns", patterns));
        if (secrets.isEmpty() && kinds.isEmpty()) {
            throw new IllegalArgumentException("values and patterns are empty: give one to look for");
        }
        return check(
                "has no secrets in its history" + (kinds.isEmpty() ? " of these" : ""),
                "has no secret in its history (" + secrets.size() + " values, " + kinds.size() + " kinds of keys)",
                "no secret in the history",
                new ContainsNone(List.copyOf(secrets), Set.copyOf(kinds), allowed));
    }

    private Check check(String predicate, String words, String expected, AsksGit.Question question) {
        return Check.of(
                "git " + name + " " + predicate, "git " + name + " " + words, new AsksGit(git, expected, question));
    }

    private static String objectId(String what, String id) {
        String given = Given.line(what, id).toLowerCase(Locale.ROOT);
        if (!OBJECT.matcher(given).matches()) {
            throw new IllegalArgumentException(
                    what + " is " + Shown.quoted(id) + ": expected a full id of 40 or 64 hexadecimal digits");
        }
        return given;
    }

    private static List<String> paths(String first, String... more) {
        List<String> paths = Given.lines("path", first, more);
        for (String path : paths) {
            if (path.startsWith("/")
                    || path.startsWith("\\")
                    || path.startsWith(":")
                    || List.of(path.split("/", -1)).contains("..")) {
                throw new IllegalArgumentException("path is " + Shown.quoted(path)
                        + ": expected one below the directory of the repository, such as k8s/secret.yaml");
            }
            if (path.contains("*") || path.contains("?")) {
                throw new IllegalArgumentException("path is " + Shown.quoted(path)
                        + ": expected one path, not a pattern, which only a file of that very name would match");
            }
        }
        return paths;
    }

    /** Leaves out the slash at an end, behind which git finds directories only. */
    private static List<String> filesOrDirectories(String first, String... more) {
        return paths(first, more).stream()
                .map(path -> path.replaceFirst("/+$", ""))
                .toList();
    }
}
