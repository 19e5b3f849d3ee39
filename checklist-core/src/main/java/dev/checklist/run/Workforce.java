package dev.checklist.run;

import java.util.Collection;
import java.util.List;

/** Carries out tasks: on threads of its own, or under a virtual clock on the caller's. */
interface Workforce {
    /** Takes a task on; its end is posted to the coordinator. */
    void submit(Task task);

    /** Tells whether it takes on another task now. */
    boolean hasRoom();

    /** Does what is due, such as starting threads and ending what took too long. */
    void tend(long now);

    /** Returns how long until {@link #tend} has something to do again, or the given time if that is shorter. */
    long untilNext(long now, long most);

    /** Calls off those that have not started, and returns them; interrupts the others, whose ends are posted. */
    List<Task> stop(Collection<Task> tasks);

    /** Returns the number of threads that ignored interruption. */
    int abandoned();

    /** Says why tasks were refused. */
    String refusal();

    /** Ends the threads, after what waits for them; what goes on too long is interrupted and left behind. */
    void close();
}
