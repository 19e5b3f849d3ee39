package dev.checklist.net;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Looks whether a name has an address that others can reach. */
record Resolves(Resolver resolver, String name, boolean mayBePrivate) implements Probe {
    private static final String EXPECTED = "an address";

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        NameLook look = NameLook.of(resolver, name, context);
        if (!look.isFound()) {
            return look.without(EXPECTED);
        }
        List<String> inside = look.privateAddresses();
        if (!mayBePrivate && !inside.isEmpty()) {
            return look.seen(Outcome.failed("expected public addresses only but found "
                    + String.join(", ", inside)
                    + " (say allowingPrivateAddresses() if it is meant to be reached from inside)"));
        }
        Outcome passed = look.seen(Outcome.passed(name + " resolves to " + String.join(", ", look.addresses())));
        passed = look.unknown()
                .map(half -> " only half was seen: the name server " + half.server() + " " + half.words())
                .map(String::strip)
                .map(passed::warning)
                .orElse(passed);
        return wildcard(passed, context);
    }

    /** A record for every name (RFC 4592) makes a misspelled one resolve, too. */
    private Outcome wildcard(Outcome passed, CheckContext context) {
        String parent = name.substring(name.indexOf('.') + 1);
        if (parent.indexOf('.') < 0) {
            return passed;
        }
        String madeUp = "checklist-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + "." + parent;
        DnsAnswer other = resolver.ask(madeUp, RecordType.A, Deadline.within(context.remaining()));
        return other.isFound()
                ? passed.warning("every name under " + parent + " resolves, also one made up for this look (wildcard)")
                : passed;
    }
}
