package dev.checklist.examples.launcher;

import dev.checklist.report.TextRenderer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Is how much a terminal shows.
 *
 * @param rows at least 8
 * @param columns from 60 to 200
 */
public record ScreenSize(int rows, int columns) {
    /** Is assumed where nobody says. */
    static final ScreenSize UNKNOWN = new ScreenSize(24, TextRenderer.DEFAULT_WIDTH);

    /** Keeps to what can be drawn. */
    public ScreenSize {
        rows = Math.max(8, rows);
        columns = Math.max(60, Math.min(200, columns));
    }

    /** Asks {@code stty}, since the JDK does not tell. */
    static ScreenSize ofTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor(1, TimeUnit.SECONDS) ? of(said) : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN; // no such terminal, or not Unix
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    /** Reads {@code 40 120}; a terminal that does not know says {@code 0 0}. */
    static ScreenSize of(String said) {
        String[] numbers = said.strip().split(" ", -1);
        boolean isKnown = said.strip().matches("[1-9][0-9]{0,4} [1-9][0-9]{0,4}");
        return isKnown ? new ScreenSize(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])) : UNKNOWN;
    }
}
