package dev.checklist.registry;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;

/** Finds an image, once for all lines that ask for it now, and judges it. */
record ImageProbe(Registry registry, ImageName name, String expected, Judge judge) implements Probe {
    /** Judges an image that is there. */
    @FunctionalInterface
    interface Judge {
        Outcome judge(Images images, Images.Found found) throws Exception;
    }

    private record Key(Registry registry, ImageName name) {}

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        try {
            Images images = new Images(registry.session(context));
            Images.Found found = find(registry, context, name);
            return judge.judge(images, found)
                    .with("image", registry + "/" + name)
                    .with("digest", found.digest())
                    .identifiedBy(registry + "/" + name, found.digest());
        } catch (UnseenException e) {
            return e.outcome(expected).with("image", registry + "/" + name);
        }
    }

    static Images.Found find(Registry registry, CheckContext context, ImageName name) throws Exception {
        return context.shared(new Key(registry, name), () -> new Images(registry.session(context)).find(name));
    }
}
