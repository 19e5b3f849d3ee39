package dev.checklist.examples;

import dev.checklist.examples.launcher.Launcher;
import dev.checklist.examples.launcher.Surroundings;
import java.io.PrintWriter;

/** Runs the pages of this module from a command line: {@code run ticketer --demo}. */
public final class Main {
    private Main() {}

    /** Runs, and exits with the verdict. */
    public static void main(String[] arguments) {
        Surroundings around = Surroundings.ofProcess();
        PrintWriter out = new PrintWriter(System.out, true, Surroundings.charset());
        int code = Launcher.command(around).setOut(out).execute(arguments);
        out.flush(); // of what was printed without a line break at its end
        System.exit(code);
    }
}
