package dev.checklist.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Check;
import dev.checklist.Mark;
import dev.checklist.Status;
import dev.checklist.run.Result;
import dev.checklist.testing.CheckTester;

/** Runs a line and says in one what it must come to. */
final class Asked {
    private Asked() {}

    static Result run(Check check) {
        return CheckTester.create().run(check);
    }

    static void comesTo(Status status, Mark mark, String words, Check check) {
        Result result = run(check);
        assertThat(result.status()).as(result.toString()).isEqualTo(status);
        assertThat(result.mark()).as(result.message()).isEqualTo(mark);
        assertThat(result.message()).contains(words);
    }

    static void passes(String words, Check check) {
        comesTo(Status.PASSED, Mark.PLAIN, words, check);
    }

    static void fails(String words, Check check) {
        comesTo(Status.FAILED, Mark.PLAIN, words, check);
    }

    static void isError(String words, Check check) {
        comesTo(Status.ERROR, Mark.PLAIN, words, check);
    }

    static void isNotPermitted(String words, Check check) {
        comesTo(Status.ERROR, Mark.NOT_PERMITTED, words, check);
    }

    static void isUnsupported(String words, Check check) {
        comesTo(Status.ERROR, Mark.UNSUPPORTED, words, check);
    }
}
