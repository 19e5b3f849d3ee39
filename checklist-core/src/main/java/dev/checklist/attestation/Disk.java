package dev.checklist.attestation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Opens files; tests put a full or a recording disk in its place. */
@FunctionalInterface
interface Disk {
    /** Opens a file; one that this creates is for its owner only. */
    FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException;

    /** Returns the disk of this machine. */
    static Disk real() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return (file, options) -> FileChannel.open(file, options, ownerOnly);
    }
}
