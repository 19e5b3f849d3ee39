package dev.checklist.registry;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks for images that are known only when the list runs, such as those of a previous revision. */
record HasImages(Registry registry, String what, Supplier<? extends Collection<String>> names) implements Probe {
    private static final int MOST = 50;

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        Set<String> wanted;
        try {
            wanted = new LinkedHashSet<>(Login.given(what, names));
        } catch (UnseenException e) {
            return e.outcome(expected());
        }
        if (wanted.isEmpty() || wanted.size() > MOST) {
            String text =
                    "expected " + expected() + " but " + wanted.size() + " were named: expected between 1 and " + MOST;
            return wanted.isEmpty() ? Outcome.failed(text) : Outcome.error(text);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (String image : wanted) {
            outcomes.add(look(context, image));
        }
        return joined(outcomes);
    }

    private Outcome look(CheckContext context, String image) throws Exception {
        try {
            Images.Found found = ImageProbe.find(registry, context, ImageName.parse(image, registry.host()));
            return Outcome.passed(found.name() + " as " + found.digest());
        } catch (IllegalArgumentException e) {
            return Outcome.error(String.valueOf(e.getMessage()));
        } catch (UnseenException e) {
            return e.outcome("the image");
        }
    }

    private Outcome joined(List<Outcome> outcomes) {
        String failed = messages(outcomes, Status.FAILED);
        String unseen = messages(outcomes, Status.ERROR);
        if (!failed.isEmpty()) {
            return Outcome.failed("expected " + expected() + " but: " + failed);
        }
        if (!unseen.isEmpty()) {
            return Outcome.error("expected " + expected() + " but could not look: " + unseen);
        }
        return Outcome.passed("found " + messages(outcomes, Status.PASSED)).with("images", outcomes.size());
    }

    private static String messages(List<Outcome> outcomes, Status status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .map(Outcome::message)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String expected() {
        return "every image of " + what;
    }
}
