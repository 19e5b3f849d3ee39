package dev.checklist.registry;

import dev.checklist.CheckContext;
import java.util.Set;

/**
 * Is a registry and how it is asked.
 *
 * @param realms hosts of token servers that may have the credentials, by name
 */
record Registry(RegistryHost host, Login login, Set<String> realms, Wire wire) {
    /** Asks on behalf of an attempt. */
    Session session(CheckContext context) {
        return new Session(
                this, context.perRun(new Refusals.Key(), Refusals::new), Deadline.within(context.remaining()));
    }

    @Override
    public String toString() {
        return host.toString();
    }
}
