package dev.checklist.attestation;

import dev.checklist.run.Attestation;
import dev.checklist.run.Ledger;
import dev.checklist.run.Question;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/** Is a process that writes answers until it is killed, as many as it is asked for, and says of each one when it was acknowledged. */
final class Writing {
    private Writing() {}

    /** Writes in this name, with comments of seeded lengths. */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        String who = arguments[1];
        Random random = new Random(Long.parseLong(arguments[2]));
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        AttestationFile file = AttestationFile.at(path);
        say(out, "repaired " + file.ledger().map(Ledger::findings).orElseThrow().size());
        Question plan = Asked.question("plan");
        for (int i = 0; System.in.read() >= 0; i++) { // one answer for each byte, so that it does not run ahead
            String comment = who + " " + i + " " + "x".repeat(random.nextInt(random.nextInt(10) == 0 ? 200_000 : 400));
            Attestation kept = file.record(plan.confirmedBy(who).withComment(comment));
            say(out, "kept " + kept.comment().orElseThrow().split(" x")[0]);
        }
    }

    private static void say(FileOutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
