package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.WorldState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A way in which a world can be broken: a pure function of the healthy one. */
public interface Fault {
    /** Names it as {@code --broken} does, as in {@code pods-crash-loop}. */
    String title();

    /** Says in a line what is broken. */
    String description();

    /** Names the list that sees it. */
    String list();

    /** Breaks a healthy world. */
    WorldState apply(WorldState healthy);

    /** Returns all of both lists. */
    static List<Fault> all() {
        return Stream.<Fault>concat(Stream.of(Breakage.values()), Stream.of(TrackdechetsFault.values()))
                .toList();
    }

    /**
     * Finds a fault of either list by its {@link #title()}.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists all of them
     */
    static Fault find(String title) {
        return all().stream()
                .filter(fault -> fault.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--broken: no fault \"" + title + "\"; choose one of\n" + list(all())));
    }

    /** Words faults, one a line. */
    static String list(List<Fault> faults) {
        return faults.stream()
                .map(fault -> "  %-28s %s".formatted(fault.title(), fault.description()))
                .collect(Collectors.joining("\n"));
    }
}
