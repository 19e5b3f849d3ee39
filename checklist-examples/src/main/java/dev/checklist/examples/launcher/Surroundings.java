package dev.checklist.examples.launcher;

import dev.checklist.report.TextRenderer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Map;

/**
 * Is what a launcher finds around itself; the library leaves that to its caller.
 *
 * @param variables the environment
 * @param attended whether a person looks at the output
 * @param in where that person types
 * @param size how much of the output can be seen
 * @param text how reports look
 */
public record Surroundings(
        Map<String, String> variables, boolean attended, BufferedReader in, ScreenSize size, TextRenderer text) {

    /** Looks at this process: colour only on a terminal that did not ask for none, ASCII where Unicode would be lost. */
    public static Surroundings ofProcess() {
        boolean attended = Terminal.isAttended();
        ScreenSize size = attended ? ScreenSize.ofTerminal() : ScreenSize.UNKNOWN;
        TextRenderer text = TextRenderer.create()
                .withColour(attended && System.getenv("NO_COLOR") == null)
                .withAscii(!charset().newEncoder().canEncode('✓'))
                .withWidth(size.columns())
                .withZone(ZoneId.systemDefault());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        return new Surroundings(System.getenv(), attended, in, size, text);
    }

    /** Is a place without a terminal, as tests and scripts have it. */
    public static Surroundings unattended(Map<String, String> variables) {
        BufferedReader nobody = new BufferedReader(Reader.nullReader());
        return new Surroundings(variables, false, nobody, ScreenSize.UNKNOWN, TextRenderer.create());
    }

    /** Returns the encoding of standard output, which newer JDKs tell apart from the one of files. */
    public static Charset charset() {
        return Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
    }

    /** Tells whether a variable is {@code true}, as CI systems set theirs. */
    boolean isTrue(String variable) {
        return "true".equals(variables.get(variable));
    }
}
