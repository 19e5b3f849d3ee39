package dev.checklist.examples;

import java.io.Console;

/** Tells whether a person looks at the output, which decides about colour and the live line. */
final class Terminal {
    private Terminal() {}

    /** From JDK 22 on there is a console even without a terminal, which it then says itself. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isAttended() {
        Console console = System.console();
        if (console == null || System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
