package dev.checklist.net;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import java.util.ArrayList;
import java.util.List;

/** Looks whether an authority may issue certificates for a name (RFC 8659 section 3: the nearest records count). */
record HasCaa(Resolver resolver, String name, String issuer) implements Probe {
    private static final int CRITICAL = 0x80;
    private static final List<String> KNOWN = List.of("issue", "issuewild", "iodef", "issuemail");

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        Deadline deadline = Deadline.within(context.remaining());
        List<String> asked = new ArrayList<>();
        String server = "";
        for (String at = name;
                !at.isEmpty();
                at = at.substring(at.indexOf('.') < 0 ? at.length() : at.indexOf('.') + 1)) {
            asked.add(at);
            DnsAnswer answer = resolver.ask(at, RecordType.CAA, deadline);
            server = answer.server();
            if (answer.kind() == DnsAnswer.Kind.UNKNOWN) {
                return Outcome.error(expected() + " but could not look: the name server " + server + ", asked for " + at
                        + ", " + answer.words());
            }
            if (answer.isFound()) {
                return judge(at, answer.values())
                        .with("name server", server)
                        .with("CAA of " + at, String.join("; ", answer.values()));
            }
        }
        return Outcome.failed(expected() + " but found none at " + String.join(", ", asked)
                        + ": any authority may issue certificates")
                .with("name server", server);
    }

    private Outcome judge(String at, List<String> records) {
        List<String> issuers = new ArrayList<>();
        for (String record : records) {
            String[] parts = record.split(" ", 3);
            if ((Integer.parseInt(parts[0]) & CRITICAL) != 0 && !KNOWN.contains(parts[1])) {
                return Outcome.error(expected() + " but " + at + " has a critical one that is not known: " + parts[1]);
            }
            if (parts[1].equals("issue")) {
                issuers.add(parts[2].split(";", 2)[0].strip());
            }
        }
        if (issuers.stream().anyMatch(issuer::equalsIgnoreCase)) {
            return Outcome.passed(at + " lets " + issuer + " issue certificates");
        }
        if (issuers.isEmpty()) {
            return Outcome.failed(expected() + " but that of " + at + " restricts nobody: any authority may issue");
        }
        return Outcome.failed(expected() + " but " + at + " lets "
                + (issuers.stream().allMatch(String::isEmpty) ? "nobody" : String.join(", ", issuers)) + " issue");
    }

    private String expected() {
        return "expected a CAA record for " + issuer;
    }
}
