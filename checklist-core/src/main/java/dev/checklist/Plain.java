package dev.checklist;

/** Refuses modifiers that would have no meaning where an item stands inside another one. */
final class Plain {
    private Plain() {}

    /** Accepts an item with nothing but a text, a reason and, for people, a role. */
    static void check(String place, Item item) {
        Traits traits = Parts.traits(item);
        refuse(place, item, "onlyIf", !traits.preconditions().isEmpty());
        refuseOthers(place, item, traits);
    }

    /** Accepts a check with {@code named, because, timeout} and {@code onlyIf}. */
    static void alternative(String place, Check check) {
        refuseOthers(place, check, check.traits());
        refuseExecution(place, check);
    }

    /** Accepts a check with {@code named, because} and {@code timeout}. */
    static void condition(String place, Check check) {
        check(place, check);
        refuseExecution(place, check);
    }

    private static void refuseExecution(String place, Check check) {
        Execution execution = check.execution();
        refuse(place, check, "retry", execution.retry() != null);
        refuse(place, check, "alone", execution.turn() == Execution.Turn.ALONE);
        refuse(place, check, "last", execution.turn() == Execution.Turn.LAST);
        refuse(
                place,
                check,
                execution.effect() == Effect.LOADS ? "loads" : "writes",
                execution.effect() != Effect.NONE);
        refuse(place, check, "remedy", check.remedy().isPresent());
        refuse(place, check, "onFailure", !check.diagnoses().isEmpty());
        refuse(place, check, "orAsk", check.question().isPresent());
        refuse(place, check, "anyOf", check.probe() instanceof AnyOf);
    }

    private static void refuseOthers(String place, Item item, Traits traits) {
        refuse(place, item, "id", traits.naming().id() != null);
        refuse(place, item, "at", traits.naming().at() != null);
        refuse(place, item, "tag", !traits.tags().isEmpty());
        refuse(place, item, "requires", !traits.requirements().isEmpty());
        refuse(place, item, "advisory", traits.standing() == Standing.ADVISORY);
        refuse(place, item, "orStop", traits.standing() == Standing.GATE);
    }

    private static void refuse(String place, Item item, String modifier, boolean isSet) {
        if (isSet) {
            throw new IllegalArgumentException(place + " \"" + item.title() + "\" has " + modifier
                    + ", which has no meaning there: put it on the line itself");
        }
    }
}
