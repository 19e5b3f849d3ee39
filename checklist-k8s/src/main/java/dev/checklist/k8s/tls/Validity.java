package dev.checklist.k8s.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says which certificates of a chain are not valid from now to a later time; one that is not ends them all. */
final class Validity {
    private Validity() {}

    static List<String> flaws(List<X509Certificate> path, Instant now, Instant until) {
        List<String> flaws = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            String which = i == 0 ? "its leaf" : "certificate " + (i + 1) + " of its chain";
            Instant start = path.get(i).getNotBefore().toInstant();
            Instant end = path.get(i).getNotAfter().toInstant();
            if (start.isAfter(now)) {
                flaws.add(which + " is valid from " + start + " only");
            }
            if (end.isBefore(now)) {
                flaws.add(which + " expired at " + end);
            } else if (end.isBefore(until)) {
                flaws.add(which + " expires at " + end);
            }
        }
        return flaws;
    }
}
