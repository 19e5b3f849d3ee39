package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Resource;

/** Turns what revision 2 has made into what revision 1 had made. */
final class OldRevision {
    static final String VERSION = "1.3.2";
    static final String NEW_VERSION = "1.4.0";

    private static final String NEW_DIGEST = "5f1c8e0d7b3a49626e1d0c9b8a7f6e5d4c3b2a19080716253443526170891aab";
    private static final String DIGEST = "c0ffee1d2b3a49626e1d0c9b8a7f6e5d4c3b2a1908071625344352617089d1d1";
    private static final String NEW_HASH = "6d4b9c7f58";
    private static final String HASH = "59c8f7d6b4";
    private static final String NEW_SET_UID = "4c7d9a52-3b0e-4f0a-a1b7-2f4e6d8c0707";
    private static final String SET_UID = "8e5b3c61-6f2d-4c9b-b8d4-9a7f5e3d1808";

    private OldRevision() {}

    /** Gives an object of the new revision the names, the owner and the image of the old one. */
    static Resource of(Resource resource) {
        return image(resource.mapText(text -> text.replace(NEW_HASH, HASH).replace(NEW_SET_UID, SET_UID)));
    }

    /** Gives it the old image only. */
    static Resource image(Resource resource) {
        return resource.mapText(
                text -> text.replace(":" + NEW_VERSION, ":" + VERSION).replace(NEW_DIGEST, DIGEST));
    }
}
