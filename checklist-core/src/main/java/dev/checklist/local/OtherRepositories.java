package dev.checklist.local;

import dev.checklist.CheckContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refuses paths in repositories within a repository, such as submodules: it knows nothing of what they track. */
final class OtherRepositories {
    private static final String SUBMODULE = "160000 ";

    private OtherRepositories() {}

    static void refuse(Repository git, CheckContext context, List<String> paths) throws Obstacle, InterruptedException {
        Set<String> folders = new TreeSet<>();
        for (String path : paths) {
            for (Path folder = Path.of(path).normalize().getParent(); folder != null; folder = folder.getParent()) {
                String name = folder.toString().replace('\\', '/');
                if (Files.exists(git.directory().resolve(folder).resolve(".git"))) {
                    throw other(name);
                }
                folders.add(name);
            }
        }
        if (folders.isEmpty()) {
            return;
        }
        // A submodule of which only the name is here, and a bare repository, have no directory to look at.
        String entries = git.read(context, Repository.with(new ArrayList<>(folders), "ls-tree", "-z", "HEAD"));
        for (String entry : entries.split("\0")) {
            if (entry.startsWith(SUBMODULE)) {
                throw other(entry.substring(entry.indexOf('\t') + 1));
            }
        }
    }

    private static Obstacle other(String folder) {
        return Obstacle.unseen(Shown.plain(folder) + " is a repository of its own: ask that one");
    }
}
