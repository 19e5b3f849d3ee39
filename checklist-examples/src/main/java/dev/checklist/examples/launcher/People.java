package dev.checklist.examples.launcher;

import dev.checklist.attestation.AttestationFile;
import dev.checklist.attestation.TerminalAttestor;
import dev.checklist.attestation.WaiverFile;
import dev.checklist.run.Attestor;
import dev.checklist.run.ChecklistRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says who answers for people, and what they accept. */
final class People {
    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Take the answers that are kept here, and keep new ones.")
    private @Nullable Path answers;

    @Option(names = "--ask", description = "Ask on this terminal what nobody has answered; needs --answers.")
    private boolean ask;

    @Option(
            names = "--unattended",
            description = "With --demo: answer no human line; they stay open, as they do with --settings.")
    private boolean unattended;

    @Option(names = "--waivers", paramLabel = "FILE", description = "Accept the failures that this file waives.")
    private @Nullable Path waivers;

    /**
     * Says who speaks where on a terminal.
     *
     * @param questions where people are asked
     * @param progress what is silent meanwhile
     */
    record Voices(PrintWriter questions, HeldBack progress) {}

    /** Tells whether questions stand on the terminal, where nothing may be drawn over them. */
    boolean areAsked() {
        return ask;
    }

    /**
     * Adds them to a runner.
     *
     * @throws IllegalArgumentException if the options do not fit each other
     * @throws IOException if a file cannot be used
     */
    ChecklistRunner apply(ChecklistRunner runner, boolean demo, Surroundings around, Voices voices) throws IOException {
        ChecklistRunner accepting = waivers == null ? runner : runner.withWaivers(Files.waivers(waivers));
        return accepting.withAttestor(kept(asked(demo, around, voices)));
    }

    private Attestor asked(boolean demo, Surroundings around, Voices voices) {
        if (ask && answers == null) {
            throw new IllegalArgumentException("--ask needs --answers FILE, which keeps what is answered");
        }
        if (ask && !around.attended()) {
            throw new IllegalArgumentException("--ask needs a terminal: use the command attest instead");
        }
        if (ask) {
            return voices.progress().during(TerminalAttestor.on(around.in(), voices.questions()));
        }
        return demo && !unattended ? new ScriptedAttestor() : Attestor.none();
    }

    private Attestor kept(Attestor other) throws IOException {
        return answers == null ? other : Files.answers(answers).asking(other);
    }

    /** Opens files that the command line names. */
    static final class Files {
        private Files() {}

        static AttestationFile answers(Path file) throws WrongFileException {
            try {
                return AttestationFile.at(file);
            } catch (IOException e) {
                throw new WrongFileException("--answers", file, e);
            }
        }

        private static java.util.List<dev.checklist.run.Waiver> waivers(Path file) throws WrongFileException {
            try {
                return WaiverFile.read(file);
            } catch (IOException | IllegalArgumentException e) {
                throw new WrongFileException("--waivers", file, e);
            }
        }
    }
}
