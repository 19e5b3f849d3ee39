package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.json.Json;
import dev.checklist.json.JsonReader;
import dev.checklist.json.MalformedJsonException;
import java.util.Optional;

/** Reads the data of an answer of Prometheus' API, which must be a success and whole. */
final class PrometheusData {
    private PrometheusData() {}

    /** Judges the data of an answer. */
    @FunctionalInterface
    interface Judge {
        Outcome of(Json data) throws UnreadableException;
    }

    /** Says why an answer cannot be believed, as the end of a sentence. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String why) {
            super(why);
        }
    }

    static Outcome judge(Asker asker, CheckContext context, Call call, String expected, Judge judge) throws Exception {
        return asker.judge(context, call, expected, answer -> {
            if (!answer.isSuccess() && answer.status() != 401 && answer.status() != 403) {
                return Outcome.error("expected " + expected + " but found status " + answer.status() + answer.leads()
                        + ": is this Prometheus, and the query well-formed?");
            }
            Optional<Outcome> obstacle = JsonAnswer.obstacle(expected, answer);
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
            try {
                return judge.of(data(answer.body().bytes()));
            } catch (UnreadableException e) {
                return Outcome.error("expected " + expected + " but " + e.getMessage());
            }
        });
    }

    private static Json data(byte[] body) throws UnreadableException {
        Json answer;
        try {
            answer = JsonReader.read(body);
        } catch (MalformedJsonException e) {
            throw new UnreadableException("the answer is unreadable: " + e.getMessage());
        }
        if (!answer.at("status").text().orElse("").equals("success")) {
            throw new UnreadableException("the answer's status is not success");
        }
        if (!answer.at("warnings").elements().isEmpty()) {
            throw new UnreadableException("the server warns that its answer is not whole");
        }
        return answer.at("data");
    }
}
