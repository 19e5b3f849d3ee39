package dev.checklist.examples.launcher;

import java.io.IOException;

/** Says that a file which the command line names cannot be used: the input is wrong, not the launcher. */
final class WrongFileException extends IOException {
    private static final long serialVersionUID = 1;

    WrongFileException(String option, Object file, Exception cause) {
        super(option + " " + file + " cannot be used: " + reason(cause), cause);
    }

    private static String reason(Exception cause) {
        return cause.getMessage() == null || cause instanceof java.nio.file.FileSystemException
                ? cause.toString()
                : cause.getMessage();
    }
}
