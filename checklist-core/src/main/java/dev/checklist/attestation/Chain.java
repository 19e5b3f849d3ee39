package dev.checklist.attestation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Is what a file of answers holds, as far as it was verified; grows with the file. */
final class Chain {
    /** What the first record has in place of a hash before it. */
    static final String NOTHING = "0".repeat(64);

    private final Path file;
    private final RecordReader reader;
    private final List<Kept> records;
    private final long end;

    private Chain(Path file, RecordReader reader, List<Kept> records, long end) {
        this.file = file;
        this.reader = reader;
        this.records = Collections.unmodifiableList(records);
        this.end = end;
    }

    static Chain empty(Path file, RecordReader reader) {
        return new Chain(file, reader, List.of(), 0);
    }

    List<Kept> records() {
        return records;
    }

    String lastHash() {
        return records.isEmpty() ? NOTHING : records.get(records.size() - 1).hash();
    }

    /** Returns the number of bytes that were verified. */
    long end() {
        return end;
    }

    /**
     * Verifies what follows, whole lines only: a line counts with its end, and what comes after the last one may just
     * be being written, or was torn.
     *
     * @throws BrokenChainException if a record does not verify or does not follow the one before it
     */
    Chain plus(byte[] bytes) throws BrokenChainException {
        List<Kept> all = new ArrayList<>(records);
        String previous = lastHash();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                Kept next = next(all.size() + 1, previous, Arrays.copyOfRange(bytes, start, i));
                all.add(next);
                previous = next.hash();
                start = i + 1;
            }
        }
        return start == 0 ? this : new Chain(file, reader, all, end + start);
    }

    private Kept next(int number, String previous, byte[] line) throws BrokenChainException {
        try {
            Kept kept = reader.read(line);
            if (!kept.previous().equals(previous)) {
                throw new BrokenChainException(
                        file,
                        number,
                        "does not follow the one before it: expected the previous hash " + previous + ", found "
                                + kept.previous() + " (a line was deleted, inserted, repeated or moved)");
            }
            if (kept.number() != number) {
                throw new BrokenChainException(file, number, "says that it is number " + kept.number());
            }
            return kept;
        } catch (RecordReader.UnsoundException e) {
            throw new BrokenChainException(file, number, e.problem());
        }
    }

    /**
     * Compares with what an earlier run saw.
     *
     * @throws BrokenChainException if the records from then are not all here
     */
    void expect(int number, String hash) throws BrokenChainException {
        if (number > records.size()) {
            throw new BrokenChainException(
                    file, number, "is expected and missing: there are " + records.size() + ", so the end was cut off");
        }
        String found = number == 0 ? NOTHING : records.get(number - 1).hash();
        if (number > 0 && !found.equals(hash)) {
            throw new BrokenChainException(
                    file, number, "has another hash than expected: " + found + " instead of " + hash);
        }
    }
}
