package dev.checklist.jdbc;

/** Tells where the binaries of the databases run that Maven brings. */
final class Platform {
    private Platform() {}

    static boolean hasBinaries() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }
}
