package dev.checklist.net;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Is what the name servers say about the addresses of one name.
 *
 * @param name the name that was asked for
 * @param v4 the answer about A records
 * @param v6 the answer about AAAA records
 */
record NameLook(String name, DnsAnswer v4, DnsAnswer v6) {

    static NameLook of(Resolver resolver, String name, CheckContext context) throws Exception {
        return context.shared(new Key(resolver, name), () -> {
            Deadline deadline = Deadline.within(context.remaining());
            return new NameLook(
                    name, resolver.ask(name, RecordType.A, deadline), resolver.ask(name, RecordType.AAAA, deadline));
        });
    }

    private record Key(Resolver resolver, String name) {}

    List<String> addresses() {
        return Stream.concat(v4.values().stream(), v6.values().stream()).toList();
    }

    List<String> aliases() {
        return Stream.concat(v4.aliases().stream(), v6.aliases().stream())
                .distinct()
                .toList();
    }

    boolean isFound() {
        return v4.isFound() || v6.isFound();
    }

    /** Returns the half that nobody could tell, if there is one. */
    Optional<DnsAnswer> unknown() {
        return Stream.of(v4, v6)
                .filter(answer -> answer.kind() == DnsAnswer.Kind.UNKNOWN)
                .findFirst();
    }

    /** Says why the name has no address: an ERROR if nobody could tell. */
    Outcome without(String expected) {
        Optional<DnsAnswer> unknown = unknown();
        if (unknown.isPresent()) {
            return Outcome.error("expected " + expected + " but could not look: the name server "
                    + unknown.get().server() + ", asked for " + name + ", "
                    + unknown.get().words());
        }
        String words = v4.kind() == DnsAnswer.Kind.NO_DATA && v6.kind() == DnsAnswer.Kind.NO_DATA
                ? "has neither an A nor an AAAA record (NODATA)"
                : "does not exist (NXDOMAIN)";
        return seen(Outcome.failed("expected " + expected + " but " + name + " " + words));
    }

    /** Adds what was seen. */
    Outcome seen(Outcome outcome) {
        Outcome all = outcome.with("name server", v4.server());
        if (!aliases().isEmpty()) {
            all = all.with("aliases", String.join(", ", aliases()));
        }
        return addresses().isEmpty() ? all : all.with("addresses", String.join(", ", addresses()));
    }

    List<String> privateAddresses() {
        return addresses().stream().filter(IpAddress::isPrivate).toList();
    }
}
