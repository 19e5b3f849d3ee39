package dev.checklist.examples;

import dev.checklist.report.ProgressLine;
import dev.checklist.report.TextRenderer;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.ZoneId;

/**
 * Says where to write, and what is readable there; the library leaves that to its caller.
 *
 * @param out where the report goes
 * @param err where the progress goes
 * @param interactive whether somebody watches: then progress is one line that is rewritten
 * @param text how reports look
 */
record Console(PrintWriter out, PrintWriter err, boolean interactive, TextRenderer text) {

    /** Looks at this process: colour only on a terminal that did not ask for none, ASCII where Unicode would be lost. */
    static Console ofProcess(PrintWriter out, PrintWriter err) {
        boolean terminal = Terminal.isAttended();
        boolean colour = terminal && System.getenv("NO_COLOR") == null;
        boolean ascii = !charset().newEncoder().canEncode('✓');
        TextRenderer text =
                TextRenderer.create().withColour(colour).withAscii(ascii).withZone(ZoneId.systemDefault());
        return new Console(out, err, terminal, text);
    }

    /** Returns the encoding of standard output, which newer JDKs tell apart from the one of files. */
    static Charset charset() {
        return Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
    }

    ProgressLine progress() {
        return interactive ? ProgressLine.interactive(text, err) : ProgressLine.plain(text, err);
    }
}
