package dev.checklist.net;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks whether every address of a name is one of the wanted ones.
 *
 * @param targets IP addresses, and host names that stand for theirs
 * @param exactly whether none of them may be missing
 */
record PointsTo(Resolver resolver, String name, Supplier<? extends Collection<String>> targets, boolean exactly)
        implements Probe {
    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        Collection<String> given = targets.get();
        if (given == null || given.isEmpty()) {
            return Outcome.error("expected addresses to compare " + name + " with but the load balancer has none yet");
        }
        Set<String> wanted = new LinkedHashSet<>();
        Set<String> hosts = new LinkedHashSet<>();
        for (String target : given) {
            if (target == null || target.isBlank()) {
                return Outcome.error("expected addresses to compare " + name + " with but one of them is blank");
            }
            String text = target.strip();
            if (Host.isAddress(text)) {
                wanted.add(IpAddress.normal(text));
            } else {
                hosts.add(text.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
            }
        }
        String expected = name + " to point to " + String.join(", ", given);
        NameLook look = NameLook.of(resolver, name, context);
        if (!look.isFound()) {
            return look.without(expected);
        }
        Optional<String> alias = look.aliases().stream().filter(hosts::contains).findFirst();
        if (alias.isPresent()) {
            return look.seen(Outcome.passed(name + " is an alias of " + alias.get()));
        }
        for (String host : hosts) {
            NameLook other = NameLook.of(resolver, host, context);
            if (!other.isFound() || other.unknown().isPresent()) {
                return other.without(expected);
            }
            wanted.addAll(other.addresses());
        }
        return judge(expected, look, wanted);
    }

    private Outcome judge(String expected, NameLook look, Set<String> wanted) {
        List<String> strange = look.addresses().stream()
                .filter(address -> !wanted.contains(address))
                .toList();
        List<String> missing = wanted.stream()
                .filter(address -> !look.addresses().contains(address))
                .toList();
        if (!strange.isEmpty()) {
            return look.seen(Outcome.failed("expected " + expected + " but found " + String.join(", ", strange)
                    + (strange.size() < look.addresses().size() ? " beside right ones" : "")));
        }
        Optional<DnsAnswer> unknown = look.unknown();
        if (unknown.isPresent()) {
            return look.seen(Outcome.error("expected " + expected
                    + " but could not see all addresses: the name server "
                    + unknown.get().server() + " "
                    + unknown.get().words()));
        }
        if (exactly && !missing.isEmpty()) {
            return look.seen(Outcome.failed("expected " + expected + " but missing " + String.join(", ", missing)));
        }
        Outcome passed =
                look.seen(Outcome.passed(name + " points to " + String.join(", ", look.addresses()) + " only"));
        return missing.isEmpty() ? passed : passed.warning("not in use: " + String.join(", ", missing));
    }
}
