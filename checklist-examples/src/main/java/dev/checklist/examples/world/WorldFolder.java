package dev.checklist.examples.world;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of the world's own, readable by its owner only, that goes when the world goes. */
record WorldFolder(Path path) implements Closeable {

    static WorldFolder create() throws IOException {
        return new WorldFolder(Files.createTempDirectory("checklist-world-"));
    }

    String write(String name, String text) throws IOException {
        return Files.writeString(path.resolve(name), text).toString();
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
