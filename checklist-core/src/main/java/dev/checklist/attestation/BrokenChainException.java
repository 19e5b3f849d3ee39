package dev.checklist.attestation;

import java.io.IOException;
import java.nio.file.Path;

/** Is thrown when a file of answers is not as it was written: nothing in it is believed then. */
public final class BrokenChainException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final String problem;

    BrokenChainException(Path file, int number, String problem) {
        super(file + ": record " + number + " " + problem + ". The " + (number - 1)
                + " before it verify; restore the file from a copy, or move it away and ask again");
        this.number = number;
        this.problem = problem;
    }

    String problem() {
        return "record " + number + " " + problem;
    }

    /** Returns the number of the first record that does not verify, from 1; it is the number of its line, too. */
    public int recordNumber() {
        return number;
    }
}
