package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Looks whether paths are ignored by rules that everybody who clones the repository has. */
record Ignores(List<String> paths) implements AsksGit.Question {
    /** Source, line, pattern and path of each answer. */
    private static final int FIELDS = 4;

    @Override
    public Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException {
        // Without --no-index a file that is tracked counts as not ignored, whatever the rules say.
        Ended ended = git.run(
                context,
                Repository.with(paths, "check-ignore", "--no-index", "--verbose", "--non-matching", "-z"));
        String[] fields = ended.out().text("git").split("\0", -1);
        if (fields.length != FIELDS * paths.size() + 1) {
            throw Obstacle.unseen("git answered for another number of paths than it was asked");
        }
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            String source = fields[FIELDS * i];
            String pattern = fields[FIELDS * i + 2];
            if (!fields[FIELDS * i + 3].equals(path)) {
                throw Obstacle.unseen("git answered for another path than " + Shown.quoted(path));
            }
            String rule = Shown.plain(source + ":" + fields[FIELDS * i + 1] + " " + pattern);
            if (pattern.isEmpty() || pattern.startsWith("!")) {
                return Outcome.failed(but + path + " is not" + (pattern.isEmpty() ? "" : " (" + rule + ")"));
            }
            if (!source.equals(".gitignore") && !source.endsWith("/.gitignore") || source.startsWith("/")) {
                return Outcome.failed(but + path + " is by a rule of this clone alone (" + rule + ")");
            }
            rules.add(path + " by " + rule);
        }
        return Outcome.passed(String.join(", ", rules));
    }
}
