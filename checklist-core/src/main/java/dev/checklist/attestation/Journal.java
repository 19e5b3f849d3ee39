package dev.checklist.attestation;

import dev.checklist.CanIgnoreReturnValue;
import dev.checklist.run.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows what a file of answers holds, as far as it was read; reads on, repairs its end and appends. */
final class Journal {
    private final Path file;
    private final AppendOnlyFile bytes;
    private final List<String> findings;
    private Chain chain;

    /**
     * Reads the file, and repairs a torn end.
     *
     * @param earlier what was found before
     */
    Journal(Path file, Disk disk, KnownSigners signers, List<String> earlier) throws IOException {
        this.file = file;
        this.bytes = new AppendOnlyFile(file, disk);
        this.findings = new ArrayList<>(earlier);
        this.chain = Chain.empty(file, new RecordReader(signers));
        if (lookAgainIfBroken() > 0) {
            repair();
        }
    }

    /** Makes the line that follows, and with it the longer chain. */
    @FunctionalInterface
    interface Next {
        Addition after(Chain chain);
    }

    /** Is a line, with its end, and the chain with it. */
    static final class Addition {
        private final byte[] line;
        private final Chain longer;

        Addition(byte[] line, Chain longer) {
            this.line = line;
            this.longer = longer;
        }
    }

    /** Reads what was written since. */
    synchronized Chain known() throws IOException {
        lookAgainIfBroken();
        return chain;
    }

    /** Appends a record, and returns it when the disk has it. */
    synchronized Kept append(Next next) throws IOException {
        return bytes.exclusively(() -> {
            int torn = rest();
            Addition addition = next.after(chain);
            List<Kept> records = addition.longer.records();
            bytes.append(chain.end(), addition.line);
            chain = addition.longer;
            if (torn > 0) {
                findings.add(file.getFileName() + ": a torn line before record " + records.size() + " was cut off, of "
                        + torn + " bytes");
            }
            return records.get(records.size() - 1);
        });
    }

    /** Says what was seen so far, without reading on. */
    synchronized Ledger ledger() {
        int count = chain.records().size();
        Optional<String> last = count == 0 ? Optional.empty() : Optional.of(chain.lastHash());
        return new Ledger(file.getFileName().toString(), count, last, findings);
    }

    /** Reads twice before it complains: a torn line may have been replaced by a whole one while it was read. */
    @CanIgnoreReturnValue
    private int lookAgainIfBroken() throws IOException {
        try {
            return rest();
        } catch (BrokenChainException e) {
            return rest();
        }
    }

    /** Takes in all whole lines, and returns the number of bytes behind them. */
    private int rest() throws IOException {
        long before = chain.end();
        byte[] more = bytes.from(before);
        chain = chain.plus(more);
        return (int) (before + more.length - chain.end());
    }

    /** Looks again under the lock: what seemed torn may have been in the middle of being written. */
    private void repair() throws IOException {
        try {
            int cut = bytes.exclusively(() -> {
                int rest = rest();
                if (rest > 0) {
                    bytes.cut(chain.end());
                }
                return rest;
            });
            if (cut > 0) {
                findings.add(torn() + "and its " + cut + " bytes were cut off");
            }
        } catch (BrokenChainException e) {
            throw e;
        } catch (IOException e) {
            findings.add(torn() + "and could not be cut off: " + e);
        }
    }

    private String torn() {
        return file.getFileName() + ": the last line, after record "
                + chain.records().size() + ", was torn, as by a power cut, ";
    }
}
