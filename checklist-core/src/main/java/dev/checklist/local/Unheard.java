package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;

/** Warns of paths of which a repository never heard: a misspelled one is in no commit either. */
final class Unheard {
    private Unheard() {}

    static Outcome warned(Outcome passed, Repository git, CheckContext context, List<String> paths)
            throws Obstacle, InterruptedException {
        List<String> unheard = new ArrayList<>();
        for (String path : paths) {
            boolean isHere = Files.exists(git.directory().resolve(path), LinkOption.NOFOLLOW_LINKS);
            if (!isHere && !isIgnored(git, context, path) && !wasCommitted(git, context, path)) {
                unheard.add(path);
            }
        }
        return unheard.isEmpty()
                ? passed
                : passed.warning(String.join(", ", unheard) + (unheard.size() == 1 ? " is" : " are")
                        + " neither here nor ignored nor in any commit: is it misspelled?");
    }

    private static boolean isIgnored(Repository git, CheckContext context, String path) throws InterruptedException {
        try {
            return git.run(context, "check-ignore", "--no-index", "--quiet", "--", path)
                    .isSuccess();
        } catch (Obstacle e) {
            return false; // a bare repository has no rules, nor have paths behind links
        }
    }

    private static boolean wasCommitted(Repository git, CheckContext context, String path)
            throws Obstacle, InterruptedException {
        return !git.read(
                        context,
                        Repository.with(
                                List.of(path),
                                "--literal-pathspecs",
                                "rev-list",
                                "--all",
                                "--full-history",
                                "--max-count=1"))
                .isEmpty();
    }
}
