package dev.checklist.attestation;

import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.RunClock;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a file of answers is used with.
 *
 * @param disk where it lies
 * @param clock dates answers and judges their age
 * @param signers whose signatures are known
 * @param key what signs new records
 * @param other who is asked what the file does not answer
 */
record Options(
        Disk disk,
        RunClock clock,
        KnownSigners signers,
        @Nullable SigningKey key,
        @Nullable Attestor other) {

    static Options on(Disk disk) {
        return new Options(disk, RunClock.system(), KnownSigners.none(), null, null);
    }

    Options on(RunClock changed) {
        return new Options(disk, changed, signers, key, other);
    }

    Options knowing(KnownSigners changed) {
        return new Options(disk, clock, changed, key, other);
    }

    Options signing(SigningKey changed) {
        return new Options(disk, clock, signers, changed, other);
    }

    /** Shows an answer as it will be once it was kept. */
    Attestation signed(Attestation answer) {
        return key == null ? answer : answer.signedBy(key.name());
    }

    Options asking(Attestor changed) {
        return new Options(disk, clock, signers, key, changed);
    }
}
