package dev.checklist.local;

import dev.checklist.CanIgnoreReturnValue;
import dev.checklist.CheckContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Is a git repository, asked without its hooks, monitors and pagers, in a way that changes nothing. */
record Repository(Place place, Path directory) {
    /** Neither a hook nor a monitor nor a pager of the repository is run, and personal settings do not count. */
    private static final List<String> FLAGS = List.of(
            "--no-pager",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.untrackedCache=false",
            "-c",
            "core.excludesFile=/dev/null",
            "-c",
            "log.showSignature=false");

    /** History is read as it was committed, whatever replacements and grafts this clone has. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_NO_REPLACE_OBJECTS", "1",
            "GIT_GRAFT_FILE", "/dev/null",
            "GIT_NO_LAZY_FETCH", "1",
            "LC_ALL", "C");

    private static final int FATAL = 128;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** Runs git; one that refuses its work is an obstacle. */
    Ended run(CheckContext context, String... arguments) throws Obstacle, InterruptedException {
        return accepted(Execution.of(command(List.of(arguments)), context.remaining()));
    }

    /** Runs git, which writes more than is kept. */
    Ended run(CheckContext context, Sink sink, String... arguments) throws Obstacle, InterruptedException {
        return accepted(Execution.of(command(List.of(arguments)), sink, context.remaining()));
    }

    /** Runs git, which must do well, and returns what it printed. */
    @CanIgnoreReturnValue
    String read(CheckContext context, String... arguments) throws Obstacle, InterruptedException {
        Ended ended = run(context, arguments);
        if (!ended.isSuccess()) {
            throw refusal(ended);
        }
        return ended.out().text("git").strip();
    }

    /** Returns the commit that a name leads to. */
    String commit(CheckContext context, String name) throws Obstacle, InterruptedException {
        return id(read(context, "rev-parse", "--verify", name + "^{commit}"));
    }

    /** Accepts the id of an object, as git prints it. */
    static String id(String text) throws Obstacle {
        if (!ID.matcher(text).matches()) {
            throw Obstacle.unseen("git answered with something else than a commit: " + Shown.quoted(text));
        }
        return text;
    }

    /** Adds paths behind a sign that ends the options. */
    static String[] with(List<String> paths, String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.add("--");
        all.addAll(paths);
        return all.toArray(String[]::new);
    }

    static Obstacle refusal(Ended ended) {
        return Obstacle.unseen("git could not look: " + ended.words() + ": " + Shown.firstLine(ended.complaint()));
    }

    private static Ended accepted(Ended ended) throws Obstacle {
        if (ended.exit() >= FATAL || ended.left() > 0) {
            throw refusal(ended);
        }
        return ended;
    }

    private Command command(List<String> arguments) throws Obstacle {
        if (!Files.isDirectory(directory)) {
            throw Obstacle.unseen(directory + " is no directory with a git repository");
        }
        Path git;
        try {
            git = new Programs(place).find("git");
        } catch (Obstacle e) {
            throw Obstacle.unseen("there is no git to ask: " + e.getMessage());
        }
        List<String> all = new ArrayList<>(FLAGS);
        all.addAll(arguments);
        Place here = new Place(directory, place.environment(), place.secrets());
        return Command.in(here, git, all).with(ENVIRONMENT);
    }
}
