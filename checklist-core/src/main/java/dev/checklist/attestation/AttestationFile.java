package dev.checklist.attestation;

import dev.checklist.Checklist;
import dev.checklist.report.Visible;
import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.Ledger;
import dev.checklist.run.Question;
import dev.checklist.run.RunClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the answers of people in a file, and gives them again as long as they count: one line of JSON each, chained by
 * SHA-256 to the one before, on the disk before it is acknowledged.
 *
 * <p>Several processes and several runs of one process may use a file at once. Nobody but the holder of its lock (a file
 * beside it, named {@code .lock}) appends or repairs. A new file is readable by its owner only. Of each person the last
 * answer counts; a refusal stands until the one who refused confirms.
 *
 * <p>The chain shows any change within the file. That its end was cut off, or all of it written anew, shows only against
 * the number of records and the last hash that a report has printed ({@link #expecting}), or against signatures
 * ({@link #knowing}).
 */
public final class AttestationFile implements Attestor {
    private final Path file;
    private final Options options;
    private final Journal journal;

    private AttestationFile(Path file, Options options, List<String> earlier) throws IOException {
        this.file = file;
        this.options = options;
        this.journal = new Journal(file, options.disk(), options.signers(), earlier);
    }

    /**
     * Opens a file of answers, or names one that the first answer creates. A last line that was torn, by a power cut,
     * is cut off, and the next report says so.
     *
     * @throws BrokenChainException if a record was changed, removed, repeated or moved
     * @throws IOException if the file cannot be read, is no regular file, or its folder does not exist
     */
    public static AttestationFile at(Path file) throws IOException {
        return at(file, Disk.real());
    }

    static AttestationFile at(Path file, Disk disk) throws IOException {
        return new AttestationFile(located(file), Options.on(disk), List.of());
    }

    /** Finds the one name of a file that may be reached by several. */
    private static Path located(Path file) throws IOException {
        if (Files.exists(file)) {
            if (!Files.isRegularFile(file)) {
                throw new IOException(file + " is no regular file: name the file in which answers are kept");
            }
            return file.toRealPath();
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("the folder of " + file + " does not exist: create it first");
        }
        return folder.toRealPath().resolve(file.getFileName());
    }

    /**
     * Verifies signatures by these keys; replaces. A record signed by a key that is not known for its name is refused
     * like a broken chain. Default: signatures are not verified, and all names are self-declared.
     *
     * @throws BrokenChainException if a signature does not verify
     * @throws IOException if the file cannot be read
     */
    public AttestationFile knowing(KnownSigners signers) throws IOException {
        return with(options.knowing(signers));
    }

    /** Signs new answers by this Ed25519 key, and takes them in this name only; replaces. Default: not signed. */
    public AttestationFile signing(String name, PrivateKey key) throws IOException {
        return with(options.signing(new SigningKey(name, key)));
    }

    /** Dates answers and judges their age by this clock; replaces. Default: the machine's. */
    public AttestationFile withClock(RunClock clock) throws IOException {
        return with(options.on(clock));
    }

    /** Asks this attestor what the file does not answer, and keeps what it says; replaces. Default: nobody. */
    public AttestationFile asking(Attestor other) throws IOException {
        return with(options.asking(other));
    }

    private AttestationFile with(Options changed) throws IOException {
        return new AttestationFile(file, changed, journal.ledger().findings());
    }

    /**
     * Compares the file with what an earlier report printed.
     *
     * @param records the number of records then; more may have followed
     * @param lastHash the hash of the last of them
     * @throws BrokenChainException if they are not all there
     */
    public AttestationFile expecting(int records, String lastHash) throws IOException {
        if (records < 0) {
            throw new IllegalArgumentException("records is " + records + ": expected the number that a report printed");
        }
        journal.known().expect(records, lastHash);
        return this;
    }

    /** Returns all answers, in the order in which they were given. */
    public List<Attestation> records() throws IOException {
        return journal.known().records().stream().map(Kept::attestation).toList();
    }

    @Override
    public Optional<Ledger> ledger() {
        return Optional.of(journal.ledger());
    }

    /**
     * Refuses a list that says nothing about what it is about: its answers would count for every release.
     *
     * @throws IllegalArgumentException if the list has no {@code about} parameters
     */
    @Override
    public void prepare(Checklist checklist) {
        if (checklist.about().isEmpty()) {
            throw new IllegalArgumentException(
                    "the list \"" + checklist.title() + "\" does not say what it is about, so"
                            + " its answers would count for every release: add about(\"version\", ...)");
        }
        if (options.other() != null) {
            options.other().prepare(checklist);
        }
    }

    @Override
    public Optional<Attestation> answer(Question question) throws Exception {
        Optional<Attestation> kept = lastWords(question);
        Attestor other = options.other();
        if (other == null || kept.filter(given -> settles(question, given)).isPresent()) {
            return kept;
        }
        Optional<Attestation> fresh = other.answer(question);
        if (fresh.isEmpty()) {
            return kept;
        }
        if (!counts(question, options.signed(fresh.get()))) {
            return fresh; // the runner says why
        }
        Attestation added = record(fresh.get());
        return lastWords(question).or(() -> Optional.of(added));
    }

    private Optional<Attestation> lastWords(Question question) throws IOException {
        return LastWords.on(question, journal.known().records(), options.clock().now());
    }

    /** Tells whether nobody need be asked again; after a refusal somebody may have mended what was refused. */
    private boolean settles(Question question, Attestation given) {
        return counts(question, given) && given.answer() != Attestation.Answer.REFUSED;
    }

    private boolean counts(Question question, Attestation given) {
        return question.whyNot(given, options.clock().now()).isEmpty();
    }

    /**
     * Keeps an answer, such as {@code report.question("plan").confirmedBy("Ann")}, and returns when the disk has it.
     *
     * @return the answer as it was kept, with its time
     * @throws IllegalArgumentException if its list is about nothing, it is too long, or this file signs in another name
     * @throws IOException if it could not be kept; then it was not
     */
    public Attestation record(Attestation answer) throws IOException {
        requireFit(answer);
        Attestation dated =
                answer.when().isPresent() ? answer : answer.at(options.clock().now());
        return journal.append(chain -> addition(chain, dated)).attestation();
    }

    /** Refuses now what would not be believed later, so that a file never refuses to load for its last record. */
    private Journal.Addition addition(Chain chain, Attestation answer) {
        int number = chain.records().size() + 1;
        byte[] line = RecordWriter.write(answer, number, chain.lastHash(), options.key());
        if (line.length > RecordReader.LONGEST) {
            throw new IllegalArgumentException("the answer to " + answer.id() + " takes " + line.length
                    + " bytes: expected at most " + RecordReader.LONGEST + "; put the rest into a file, as evidence");
        }
        try {
            Chain longer = chain.plus(line);
            Attestation read = longer.records().get(number - 1).attestation();
            if (!read.role().equals(answer.role())) {
                throw new IllegalArgumentException("the answer to " + answer.id() + " is given as "
                        + answer.role().orElse("nobody") + ", but the signers' file knows " + answer.who() + " as "
                        + read.role().orElse("nobody"));
            }
            return new Journal.Addition(line, longer);
        } catch (BrokenChainException e) {
            throw new IllegalArgumentException(
                    "the answer to " + answer.id() + " would not be believed: " + e.problem(), e);
        }
    }

    private void requireFit(Attestation answer) {
        boolean isAbout = answer.bound().keySet().stream().anyMatch(name -> name.startsWith("about "));
        if (!isAbout) {
            throw new IllegalArgumentException("the answer to " + answer.id() + " belongs to a list that does not say"
                    + " what it is about: add about(\"version\", ...)");
        }
        SigningKey key = options.key();
        if (key != null && !key.name().equals(answer.who())) {
            throw new IllegalArgumentException("the answer to " + answer.id() + " is given by "
                    + Visible.line(answer.who()) + ", but this file signs as " + key.name());
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
