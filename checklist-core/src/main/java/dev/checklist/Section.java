package dev.checklist;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Is a titled part of a list, or an untitled group whose members take their places one by one.
 *
 * <p>A section has no outcome of its own: it has the worst status of its required items.
 */
public final class Section implements Item {
    private final Traits traits;
    private final String title;
    private final List<Item> items;
    private final Flow flow;
    private final Execution defaults;

    private Section(Traits traits, String title, List<Item> items, Flow flow, Execution defaults) {
        this.traits = traits;
        this.title = title;
        this.items = items;
        this.flow = flow;
        this.defaults = defaults;
    }

    static Section of(String title, Flow flow, List<Item> items) {
        String text = Arguments.text("section title", title);
        return new Section(Traits.of(text), text, Groups.splice(items), flow, Execution.DEFAULT);
    }

    static Section group(List<Item> items) {
        return new Section(Traits.of("group"), "", Groups.splice(items), Flow.PAGE, Execution.DEFAULT);
    }

    /** Returns the title; empty for an untitled group. */
    @Override
    public String title() {
        return title;
    }

    /** Returns the items in the order of the page, groups resolved. */
    public List<Item> items() {
        return items;
    }

    /** Returns the order in which the items start. */
    public Flow flow() {
        return flow;
    }

    /** Returns the retry policy for checks that set none. */
    public Optional<RetryPolicy> defaultRetry() {
        return Optional.ofNullable(defaults.retry());
    }

    /** Returns the timeout of an attempt for checks that set none. */
    public Optional<Duration> defaultTimeout() {
        return Optional.ofNullable(defaults.timeout());
    }

    /** Returns who puts right what the section's checks find, of those that do not say it. */
    public Optional<String> defaultOwner() {
        return Optional.ofNullable(defaults.owner());
    }

    /** Says who puts right what the section's checks find, unless they say it; replaces. */
    public Section ownedBy(String owner) {
        return new Section(traits, title, items, flow, defaults.ownedBy(owner));
    }

    /** Sets the retry policy for the section's checks that set none; replaces. */
    public Section retry(RetryPolicy policy) {
        return new Section(traits, title, items, flow, defaults.retry(policy));
    }

    /** Sets the timeout of an attempt for the section's checks that set none; replaces. */
    public Section timeout(Duration limit) {
        return new Section(traits, title, items, flow, defaults.timeout(limit));
    }

    /**
     * Lets the parts of the section start together instead of in the order of the page.
     *
     * @throws IllegalArgumentException on {@code steps}, whose order is their meaning, and on an untitled group
     */
    public Section concurrently() {
        if (flow == Flow.STEPS) {
            throw new IllegalArgumentException("the steps \"" + title + "\" cannot run concurrently: use section(...)");
        }
        if (isGroup()) {
            throw new IllegalArgumentException("a group has no order of its own: put concurrently() on its section");
        }
        return new Section(traits, title, items, Flow.CONCURRENT, defaults);
    }

    /** Says why the section or group may be empty: then it is one SKIPPED line with this reason, not refused. */
    public Section orSkip(String reason) {
        String text = Arguments.text("reason", reason);
        return items.isEmpty() ? new Section(traits, title, List.of(Groups.nothing(text)), flow, defaults) : this;
    }

    boolean isGroup() {
        return title.isEmpty();
    }

    Execution defaults() {
        return defaults;
    }

    @Override
    public Section because(String reason) {
        return with(traits.because(reason));
    }

    @Override
    public Section onlyIf(Precondition condition) {
        return with(traits.onlyIf(condition));
    }

    @Override
    public Section onlyIf(Check condition) {
        return with(traits.onlyIf(Precondition.passes(condition)));
    }

    @Override
    public Section requires(Item other) {
        return with(traits.requires(other));
    }

    @Override
    public Section advisory() {
        return with(traits.standing(Standing.ADVISORY));
    }

    @Override
    public Section orStop() {
        return with(traits.standing(Standing.GATE));
    }

    @Override
    public Section tag(String... tags) {
        return with(traits.tag(tags));
    }

    @Override
    public Section id(String id) {
        return with(traits.named(traits.naming().id(id)));
    }

    @Override
    public Section at(String place) {
        return with(traits.named(traits.naming().at(place)));
    }

    Traits traits() {
        return traits;
    }

    Section with(Traits changed) {
        return new Section(changed, title, items, flow, defaults);
    }

    Section within(Execution around) {
        return new Section(traits, title, items, flow, defaults.within(around));
    }

    @Override
    public String toString() {
        return isGroup() ? "group of " + items.size() : title;
    }
}
