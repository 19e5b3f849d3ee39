package dev.checklist.local;

import dev.checklist.Check;

/**
 * Is an environment variable of the process that runs the list.
 *
 * <p>One that is not set, or set to nothing but white space, is FAILED. No value is shown, unless the author says that
 * it is no secret.
 */
public final class EnvironmentVariableChecks {
    private final Place place;
    private final String name;
    private final boolean isShown;

    EnvironmentVariableChecks(Place place, String name, boolean isShown) {
        this.place = place;
        this.name = name;
        this.isShown = isShown;
    }

    /** Says that the value is no secret, so that it may stand in reports. */
    public EnvironmentVariableChecks showingValue() {
        return new EnvironmentVariableChecks(place, name, true);
    }

    /** Passes when the variable is set to anything but white space. */
    public Check isSet() {
        return check("is set", "is set", new LooksAtVariable.Any());
    }

    /**
     * Passes when the variable is set to this value exactly; it is shown only after {@link #showingValue}.
     *
     * @throws IllegalArgumentException if the value is blank
     */
    public Check hasValue(String value) {
        String wanted = Given.text("value", value);
        String words = isShown ? "is " + Shown.quoted(wanted) : "has the value it should have";
        return check("has value", words, new LooksAtVariable.Exactly(wanted));
    }

    /** Passes when the variable is set to something that was filled in: no {@code your-registry}, no {@code <host>}. */
    public Check isNoPlaceholder() {
        return check("is no placeholder", "is set, and no placeholder", new LooksAtVariable.NoPlaceholder());
    }

    private Check check(String predicate, String words, LooksAtVariable.Wanted wanted) {
        return Check.of(
                "environment variable " + name + " " + predicate,
                "environment variable " + name + " " + words,
                new LooksAtVariable(place, name, wanted, isShown));
    }
}
