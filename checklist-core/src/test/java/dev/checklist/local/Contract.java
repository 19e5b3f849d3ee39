package dev.checklist.local;

import dev.checklist.Check;
import dev.checklist.Status;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Is a public predicate, and what it comes to in each situation. */
final class Contract {
    /** Is what a desk looks like in a situation, and what the predicate then says; no status where it cannot be. */
    record Row(Consumer<Desk> desk, Status status, String words, String never) {}

    private final String method;
    private final Function<LocalChecks, Check> check;
    private final Map<Situation, Row> rows = new EnumMap<>(Situation.class);

    private Contract(String method, Function<LocalChecks, Check> check) {
        this.method = method;
        this.check = check;
    }

    /** Names a predicate as its class and method, with the types of its parameters. */
    static Contract of(String method, Function<LocalChecks, Check> check) {
        return new Contract(method, check);
    }

    Contract when(Situation situation, Consumer<Desk> desk, Status status, String words) {
        rows.put(situation, new Row(desk, status, words, ""));
        return this;
    }

    /** Says why a situation cannot come about. */
    Contract never(Situation situation, String why) {
        rows.put(situation, new Row(desk -> {}, Status.ERROR, "", why));
        return this;
    }

    String method() {
        return method;
    }

    Function<LocalChecks, Check> check() {
        return check;
    }

    Map<Situation, Row> rows() {
        return rows;
    }

    @Override
    public String toString() {
        return method;
    }
}
