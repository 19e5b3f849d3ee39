package dev.checklist.registry;

import dev.checklist.Outcome;
import dev.checklist.json.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares the label that says which commit an image was built from. */
record WasBuiltFrom(ImageName name, String commit) implements ImageProbe.Judge {
    private static final String LABEL = "org.opencontainers.image.revision";
    private static final int MOST_IMAGES = 16;

    static String commit(String commit) {
        if (commit == null || !commit.matches("[0-9a-f]{7,40}|[0-9a-f]{64}")) {
            throw new IllegalArgumentException("commit is " + (commit == null ? "null" : "\"" + commit + "\"")
                    + ": expected a hash in small hexadecimal digits, 7 at least");
        }
        return commit;
    }

    @Override
    public Outcome judge(Images images, Images.Found found) throws Exception {
        Manifest manifest = images.manifest(found);
        Set<String> revisions = new TreeSet<>();
        if (manifest.isIndex()) {
            List<Manifest.Entry> entries = manifest.entries();
            if (entries.isEmpty() || entries.size() > MOST_IMAGES) {
                return Outcome.error(expected() + "but its index has " + entries.size() + " images: expected between"
                        + " 1 and " + MOST_IMAGES);
            }
            for (Manifest.Entry entry : entries) {
                revisions.add(revision(images, images.manifest(images.find(entry.name()))));
            }
        } else {
            revisions.add(revision(images, manifest));
        }
        return judge(revisions);
    }

    private static String revision(Images images, Manifest image) throws UnseenException, InterruptedException {
        Json labels = images.configuration(image).at("config").at("Labels");
        return labels.at(LABEL).text().orElse("");
    }

    private Outcome judge(Set<String> revisions) {
        if (revisions.stream().anyMatch(revision -> !revision.matches("[0-9a-f]{40}|[0-9a-f]{64}"))) {
            return Outcome.unsupported(expected() + "but an image in it has no full commit hash as label " + LABEL
                    + ": let the build set it");
        }
        String found = String.join(", ", revisions);
        if (!revisions.stream().allMatch(revision -> revision.startsWith(commit))) {
            return Outcome.failed(expected() + "but it was built from " + found).with("revision", found);
        }
        Outcome passed = Outcome.passed(name + " was built from " + found).with("revision", found);
        return revisions.contains(commit) ? passed : passed.warning("compared by the first digits of the commit");
    }

    private String expected() {
        return "expected the image " + name + " built from " + commit + " ";
    }
}
