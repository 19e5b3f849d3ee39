package dev.checklist.examples.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reads a settings file for each page, in the order of the pages.
 *
 * @param pages the pages
 * @param files as many files
 */
record SettingsFiles(List<String> pages, List<Path> files) implements Places {
    SettingsFiles {
        if (pages.size() != files.size()) {
            throw new IllegalArgumentException("--settings names " + files.size() + " files for the pages " + pages
                    + ": give one for each, in their order");
        }
    }

    @Override
    public Map<String, String> settings(String page) {
        return read(files.get(pages.indexOf(page)));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--settings " + file + " cannot be read: expected a properties file in UTF-8 (" + e + ")", e);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> values.put(name, properties.getProperty(name).strip()));
        return values;
    }
}
