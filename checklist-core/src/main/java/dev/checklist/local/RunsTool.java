package dev.checklist.local;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.List;

/** Runs a program once and judges what it did. */
record RunsTool(Tool tool, List<String> arguments, String expected, Judge judge) implements Probe {
    /** Says whether what a program did is what was expected. */
    interface Judge {
        Outcome of(Ended ended, String expected) throws Obstacle;
    }

    @Override
    public Outcome evaluate(CheckContext context) throws InterruptedException {
        try {
            Ended ended = tool.run(arguments, context);
            Outcome outcome = judge.of(ended, expected).with("exit code", ended.exit());
            if (ended.left() > 0) {
                outcome = outcome.warning(ended.left() + " processes that it left behind were ended");
            }
            return outcome;
        } catch (Obstacle e) {
            return e.outcome(expected);
        }
    }

    /** Accepts one exit code. */
    record ExitsWith(int code) implements Judge {
        @Override
        public Outcome of(Ended ended, String expected) {
            if (ended.exit() == code) {
                return shown(Outcome.passed(ended.words()), ended);
            }
            String message = "expected " + expected + " but " + ended.words();
            return shown(ended.isKilled() ? Outcome.error(message) : Outcome.failed(message), ended);
        }

        private static Outcome shown(Outcome outcome, Ended ended) {
            String output = ended.complaint();
            return output.isEmpty() ? outcome : outcome.with("output", output);
        }
    }

    /** Accepts a version that is printed. */
    record AtLeast(Version least) implements Judge {
        @Override
        public Outcome of(Ended ended, String expected) throws Obstacle {
            String output = Printed.by(ended, true);
            Version version = Version.in(output)
                    .orElseThrow(() -> Obstacle.unseen(
                            "no version stands in its output, which begins " + Shown.quoted(Shown.firstLine(output))));
            Outcome outcome = version.compareTo(least) >= 0
                    ? Outcome.passed("found version " + version)
                    : Outcome.failed("expected " + expected + " but found version " + version);
            return outcome.with("version", version).with("output", Shown.firstLine(output));
        }
    }

    /** Accepts a whole output, or a part of it. */
    record Prints(String text, boolean isWhole) implements Judge {
        @Override
        public Outcome of(Ended ended, String expected) throws Obstacle {
            String output = Printed.by(ended, false);
            boolean holds = isWhole ? output.strip().equals(text.strip()) : output.contains(text);
            if (output.isBlank()) {
                return Outcome.failed("expected " + expected + " but it printed nothing");
            }
            String printed = "it printed " + Shown.quoted(output.strip());
            return holds ? Outcome.passed(printed) : Outcome.failed("expected " + expected + " but " + printed);
        }
    }

    /** Accepts a value in a JSON document that is printed. */
    record PrintsJson(Pointer pointer, Scalar value) implements Judge {
        @Override
        public Outcome of(Ended ended, String expected) throws Obstacle {
            return Compared.at(pointer, value, Json.leaves(Printed.by(ended, false)), expected);
        }
    }
}
