package dev.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Says which version of this library runs, for reports and for the {@code User-Agent} of providers. */
public final class LibraryVersion {
    private LibraryVersion() {}

    /** Returns the version that the build wrote beside this class, {@code unknown} if there is none. */
    public static String current() {
        try (InputStream resource = LibraryVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (resource != null) {
                properties.load(resource);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
