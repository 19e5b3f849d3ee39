package dev.checklist.examples.world.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is on the machine that runs a list, as data: a repository, files beside it, and tools. Texts may hold placeholders.
 *
 * @param history files by path that an earlier commit had and a later one deleted
 * @param committed files by path of the last commit
 * @param uncommitted files by path that are in no commit
 * @param tools programs by name: scripts for {@code /bin/sh}
 */
public record Workshop(
        Map<String, String> history,
        Map<String, String> committed,
        Map<String, String> uncommitted,
        Map<String, String> tools) {
    /** Keeps copies. */
    public Workshop {
        history = new LinkedHashMap<>(history);
        committed = new LinkedHashMap<>(committed);
        uncommitted = new LinkedHashMap<>(uncommitted);
        tools = new LinkedHashMap<>(tools);
    }

    /** Had a file in a commit before the last. */
    public Workshop remembering(String path, String text) {
        return new Workshop(with(history, path, text), committed, uncommitted, tools);
    }

    /** Has a file in the last commit. */
    public Workshop committing(String path, String text) {
        return new Workshop(history, with(committed, path, text), uncommitted, tools);
    }

    /**
     * Changes a file wherever it is.
     *
     * @throws IllegalArgumentException if there is none of that path
     */
    public Workshop changing(String path, UnaryOperator<String> change) {
        String inCommit = committed.get(path);
        if (inCommit != null) {
            return committing(path, change.apply(inCommit));
        }
        String outside = uncommitted.get(path);
        if (outside == null) {
            throw new IllegalArgumentException(
                    "path: no file " + path + " in " + committed.keySet() + " and " + uncommitted.keySet());
        }
        return new Workshop(history, committed, with(uncommitted, path, change.apply(outside)), tools);
    }

    /** Has another tool of that name; none if the script is empty. */
    public Workshop tooled(String name, String script) {
        return new Workshop(history, committed, uncommitted, with(tools, name, script));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
