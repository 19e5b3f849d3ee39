package dev.checklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has every word that a list needs: import it statically. */
public final class Checklists {
    private Checklists() {}

    /** Makes a list of sections and lines, in the order of the page. */
    public static Checklist checklist(String title, Item first, Item... rest) {
        return Checklist.of(title, items(first, rest));
    }

    /**
     * Makes a list of the given items, in their order.
     *
     * @throws IllegalArgumentException if there are none, an id is used twice, a required item is not listed, or items
     *     wait for one another
     */
    public static Checklist checklist(String title, Collection<? extends Item> items) {
        return Checklist.of(title, copy(items));
    }

    /** Makes a section: its lines run together, its sections in the order of the page. */
    public static Section section(String title, Item first, Item... rest) {
        return Section.of(title, Flow.PAGE, items(first, rest));
    }

    /** Makes a section of the given items; an empty one is refused by the list unless {@code orSkip} says why. */
    public static Section section(String title, Collection<? extends Item> items) {
        return Section.of(title, Flow.PAGE, copy(items));
    }

    /** Makes a section in which each item is a gate for the next. */
    public static Section steps(String title, Item first, Item... rest) {
        return Section.of(title, Flow.STEPS, items(first, rest));
    }

    /** Makes a section of steps of the given items; an empty one is refused unless {@code orSkip} says why. */
    public static Section steps(String title, Collection<? extends Item> items) {
        return Section.of(title, Flow.STEPS, copy(items));
    }

    /**
     * Makes one item for each value: an untitled group, usable wherever an item is. No value at all is refused by the
     * list unless {@code orSkip("no region configured")} says why.
     */
    public static <T> Section each(Iterable<? extends T> values, Function<? super T, ? extends Item> item) {
        Arguments.present("item", item);
        List<Item> items = new ArrayList<>();
        for (T value : Arguments.present("values", values)) {
            items.add(item.apply(value));
        }
        return Section.group(items);
    }

    /** Makes a check of your own: return {@code Outcome.passed(seen)}, {@code failed(...)} or {@link #expect}. */
    public static Check check(String title, Probe probe) {
        return Check.of(Arguments.text("title", title), title, probe);
    }

    /**
     * Makes a check whose body asserts, with AssertJ for instance, and returns what was seen.
     *
     * @param body an AssertionError becomes FAILED, any other exception ERROR, a blank return value ERROR
     */
    public static Check asserting(String title, Assertion body) {
        Arguments.present("body", body);
        return check(title, context -> {
            String seen = body.check(context);
            return Outcome.passed(seen == null ? "" : seen);
        });
    }

    /** Makes a line that a person confirms. */
    public static SignOff signOff(String statement) {
        return SignOff.of(statement);
    }

    /** Makes a line that a person answers with a number from 1 to 5; needs {@link Rating#atLeast}. */
    public static Rating rating(String area) {
        return Rating.of(area);
    }

    /**
     * Makes a line that has the status of these listed sections, such as "all verification steps passed": the worst of
     * their required items. It is never asked and never a cause.
     *
     * @throws IllegalArgumentException when the list is built, if a section is not listed, has no required item, or
     *     contains this line
     */
    public static Derived derivedFrom(String title, Section first, Section... more) {
        List<Section> all = new ArrayList<>(List.of(Arguments.present("first section", first)));
        all.addAll(List.of(Arguments.present("sections", more)));
        return Derived.of(Arguments.text("title", title), title, new SectionStatus(all));
    }

    /**
     * Makes a section of ratings and a line of their sum, which passes from the threshold on, is PENDING while a rating is
     * missing, and FAILED as soon as the threshold is out of reach.
     *
     * @throws IllegalArgumentException if the threshold is higher than the highest sum, or a rating is advisory or has a
     *     condition
     */
    public static Section scorecard(String title, Threshold threshold, Rating first, Rating... more) {
        List<Rating> all = new ArrayList<>(List.of(Arguments.present("first rating", first)));
        all.addAll(List.of(Arguments.present("ratings", more)));
        return Scorecard.of(title, threshold, all);
    }

    /** Makes the sum from which on a scorecard passes. */
    public static Threshold atLeast(int points) {
        return new Threshold(points);
    }

    /**
     * Makes one signature of the whole list for each role: an untitled group, usable wherever an item is. They are asked
     * last, and belong to what the list is about, the verdict, which things were judged and how each other line ended: a
     * run that comes to the same keeps them, any other makes them PENDING again.
     *
     * <p>One person may sign for several roles: unsigned names are only typed, so nothing could be compared but spelling.
     */
    public static Section signOffs(String firstRole, String... moreRoles) {
        List<Item> all = new ArrayList<>(List.of(SignOff.ofWholeList(firstRole)));
        for (String role : Arguments.present("roles", moreRoles)) {
            all.add(SignOff.ofWholeList(role));
        }
        return Section.group(all);
    }

    /**
     * Makes a section in which exactly one option applies, such as the environment; the others are SKIPPED. It passes
     * only if what the chosen option names holds.
     *
     * @throws IllegalArgumentException if the choice is none of the options, or an option is there twice
     */
    public static Section oneOf(String title, String chosen, Choice first, Choice... more) {
        List<Choice> all = new ArrayList<>(List.of(Arguments.present("first option", first)));
        all.addAll(List.of(Arguments.present("options", more)));
        return Choice.section(title, chosen, all);
    }

    /** Makes an option of {@link #oneOf}, with what proves that it is the one, such as the cluster's uid. */
    public static Choice option(String name, Item first, Item... rest) {
        return new Choice(name, items(first, rest));
    }

    /**
     * Makes a condition on a setting: {@code section("Production only", …).onlyIf(settingIs("environment", environment,
     * "production"))}; elsewhere the items are SKIPPED, "only if environment is production; it is staging".
     *
     * @throws IllegalArgumentException if the value or a wanted one is blank: a setting left out is an error
     */
    public static Precondition settingIs(String setting, String value, String wanted, String... orWanted) {
        return Precondition.setting(setting, value, wanted, orWanted);
    }

    /** Makes one line of alternatives, asked in order until one passes. */
    public static Check anyOf(String title, Check first, Check second, Check... more) {
        List<Check> all =
                new ArrayList<>(List.of(Arguments.present("first", first), Arguments.present("second", second)));
        all.addAll(List.of(Arguments.present("more", more)));
        return check(title, new AnyOf(all));
    }

    /** Makes a condition under which items apply; null or an exception is an ERROR of all its items. */
    public static Precondition precondition(String description, Callable<@Nullable Boolean> condition) {
        return Precondition.of(description, condition);
    }

    /** Makes a retry policy of so many attempts, the first included, 1 second apart. */
    public static RetryPolicy attempts(int attempts) {
        return RetryPolicy.attempts(attempts);
    }

    /** Compares by {@code equals}, numbers by value; words both cases. A null is FAILED, never equal. */
    public static Outcome expect(String what, Object expected, @Nullable Object actual) {
        return Expectation.expect(what, expected, actual);
    }

    private static List<Item> items(Item first, Item... rest) {
        List<Item> all = new ArrayList<>(rest.length + 1);
        all.add(Arguments.present("first item", first));
        for (Item item : Arguments.present("items", rest)) {
            all.add(Arguments.present("item", item));
        }
        return all;
    }

    private static List<Item> copy(Collection<? extends Item> items) {
        List<Item> all = new ArrayList<>(Arguments.present("items", items).size());
        items.forEach(item -> all.add(Arguments.present("item", item)));
        return all;
    }

    /** Is the body of an asserting check. */
    @FunctionalInterface
    public interface Assertion {
        /** Asserts, and returns what was seen, such as "0 open orders". */
        String check(CheckContext context) throws Exception;
    }
}
