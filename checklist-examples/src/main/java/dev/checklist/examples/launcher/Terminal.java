package dev.checklist.examples.launcher;

import java.lang.reflect.Method;

/** Tells whether a person looks at the output. */
final class Terminal {
    private Terminal() {}

    /** From JDK 22 on there is a console even without a terminal, which it then says itself. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isAttended() {
        java.io.Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            Method isTerminal = java.io.Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(isTerminal.invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
