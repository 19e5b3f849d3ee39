package dev.checklist.k8s;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses what no Ingress can have as a host. */
final class Hosts {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*");

    private Hosts() {}

    /** Returns the hosts in lower case, sorted. */
    static Set<String> of(@Nullable String first, @Nullable String @Nullable ... more) {
        List<@Nullable String> all = new ArrayList<>();
        all.add(first);
        if (more == null) {
            throw new IllegalArgumentException("the array of further hosts is null: leave it out");
        }
        all.addAll(Arrays.asList(more));
        Set<String> hosts = new TreeSet<>();
        for (String host : all) {
            String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
            if (!HOST.matcher(lower).matches() || lower.length() > 253) {
                throw new IllegalArgumentException("the host is " + (host == null ? "null" : "\"" + host + "\"")
                        + ": expected a DNS name such as shop.example, without scheme, port and path");
            }
            hosts.add(lower);
        }
        return hosts;
    }
}
