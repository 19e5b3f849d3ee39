package dev.checklist.registry;

import dev.checklist.Outcome;
import java.util.List;

/** Looks for a platform. */
record HasPlatform(ImageName name, Platform wanted) implements ImageProbe.Judge {
    @Override
    public Outcome judge(Images images, Images.Found found) throws Exception {
        Manifest manifest = images.manifest(found);
        if (!manifest.isIndex()) {
            Platform platform = Platform.of(images.configuration(manifest));
            return outcome(platform.satisfies(wanted), platform.isKnown() ? platform.toString() : "no platform");
        }
        List<Manifest.Entry> entries = manifest.entries();
        for (Manifest.Entry entry : entries) {
            if (entry.platform().satisfies(wanted)) {
                Images.Found image = images.find(entry.name());
                return outcome(true, entry.platform().toString()).with("platform digest", image.digest());
            }
        }
        long silent =
                entries.stream().filter(entry -> !entry.platform().isKnown()).count();
        if (silent > 0) {
            return Outcome.error("expected the image " + name + " for " + wanted + " but of " + silent
                    + " of the images in its index it does not say where they run");
        }
        return outcome(
                false,
                entries.isEmpty()
                        ? "no platform"
                        : String.join(
                                ", ",
                                entries.stream()
                                        .limit(10)
                                        .map(e -> e.platform().toString())
                                        .toList()));
    }

    private Outcome outcome(boolean holds, String found) {
        return holds
                ? Outcome.passed(name + " runs on " + found)
                : Outcome.failed("expected the image " + name + " for " + wanted + " but found " + found);
    }
}
