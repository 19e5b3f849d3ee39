package dev.checklist.run;

import dev.checklist.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the files that an answer is given over, or that are its evidence. */
final class SignedFiles {
    private static final int BLOCK = 64 * 1024;

    private SignedFiles() {}

    /** Returns each file's part of a binding: its name, the same on every platform, and its SHA-256. */
    static Map<String, String> bound(List<Path> files) throws IOException {
        Map<String, String> bound = new LinkedHashMap<>();
        for (Path file : files) {
            bound.put(Binding.file(name(file)), digest(file));
        }
        return bound;
    }

    static String name(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    static String digest(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(name(file), null, "expected a file to sign, found none");
        }
        if (!Files.isRegularFile(file)) { // a pipe would never end, a folder has no content
            throw new IOException(name(file) + " is no regular file: name the files themselves");
        }
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        }
        return Sha256.hex(digest);
    }
}
