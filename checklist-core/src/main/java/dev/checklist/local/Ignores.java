package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks whether paths are ignored by rules that everybody who clones the repository has. */
record Ignores(List<String> paths) implements AsksGit.Question {
    /** Is the file of a rule, its line and the rule itself; all empty where there is none. */
    private static final Pattern RULE = Pattern.compile("(?<source>.*?):(?<line>\\d*):(?<pattern>.*)");

    @Override
    public Outcome ask(Repository git, CheckContext context, String but) throws Obstacle, InterruptedException {
        // Without --no-index a file that is tracked counts as not ignored, whatever the rules say.
        Ended ended =
                git.run(context, Repository.with(paths, "check-ignore", "--no-index", "--verbose", "--non-matching"));
        List<String> lines = ended.out().text("git").lines().toList();
        if (lines.size() != paths.size()) {
            throw Obstacle.unseen("git answered for another number of paths than it was asked");
        }
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            Matcher rule = rule(lines.get(i), path);
            String words = Shown.plain(rule.group("source") + ":" + rule.group("line") + " " + rule.group("pattern"));
            if (rule.group("pattern").isEmpty()) {
                return Outcome.failed(but + path + " is not");
            }
            if (rule.group("pattern").startsWith("!")) {
                return Outcome.failed(but + path + " is not (" + words + ")");
            }
            if (!isShared(rule.group("source"))) {
                return Outcome.failed(but + path + " is by a rule of this clone alone (" + words + ")");
            }
            rules.add(path + " by " + words);
        }
        return Outcome.passed(String.join(", ", rules));
    }

    private static Matcher rule(String line, String path) throws Obstacle {
        String end = "\t" + path;
        Matcher rule = RULE.matcher(line.endsWith(end) ? line.substring(0, line.length() - end.length()) : "");
        if (!rule.matches()) {
            throw Obstacle.unseen("git answered for another path than " + Shown.quoted(path));
        }
        return rule;
    }

    private static boolean isShared(String source) {
        return source.equals(".gitignore") || source.endsWith("/.gitignore") && !source.startsWith("/");
    }
}
