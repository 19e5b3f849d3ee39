package dev.checklist.examples.launcher;

import dev.checklist.Checklist;
import dev.checklist.run.Attestation;
import dev.checklist.run.Attestor;
import dev.checklist.run.Question;
import java.io.Flushable;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the progress back while a person is asked, so that nothing is written into the answer. */
final class HeldBack implements Appendable, Flushable {
    private final PrintWriter out;
    private final StringBuilder held = new StringBuilder();
    private boolean isHolding;

    HeldBack(PrintWriter out) {
        this.out = out;
    }

    /** Lets a person be asked, one question at a time. */
    Attestor during(Attestor person) {
        return new Attestor() {
            @Override
            public Optional<Attestation> answer(Question question) throws Exception {
                hold(true);
                try {
                    return person.answer(question);
                } finally {
                    hold(false);
                }
            }

            @Override
            public void prepare(Checklist checklist) {
                person.prepare(checklist);
            }
        };
    }

    private synchronized void hold(boolean now) {
        isHolding = now;
        flush();
    }

    @Override
    public synchronized Appendable append(@Nullable CharSequence text) {
        held.append(text);
        flush();
        return this;
    }

    @Override
    public synchronized Appendable append(@Nullable CharSequence text, int start, int end) {
        held.append(text, start, end);
        flush();
        return this;
    }

    @Override
    public synchronized Appendable append(char c) {
        held.append(c);
        flush();
        return this;
    }

    /** Writes what was held back, unless somebody is being asked. */
    @Override
    public synchronized void flush() {
        if (!isHolding) {
            out.append(held);
            out.flush();
            held.setLength(0);
        }
    }
}
