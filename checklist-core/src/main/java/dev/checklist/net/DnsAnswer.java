package dev.checklist.net;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Is what a name server said to one question. Four answers are told apart, and only the first three say something about
 * the name.
 *
 * @param server the name server that said so, or was asked last
 * @param values the values of the wanted type, in its order
 * @param aliases the names that the name stands for, by CNAME
 * @param words what was said, or why nothing was, as the end of a sentence
 */
record DnsAnswer(Kind kind, String server, List<String> values, List<String> aliases, String words) {
    enum Kind {
        /** There are records of the type. */
        FOUND,
        /** The name exists, with records of other types only. */
        NO_DATA,
        /** There is no such name. */
        NO_SUCH_NAME,
        /** The name server failed, refused, was silent, or answered something else. */
        UNKNOWN
    }

    private static final int NAME_ERROR = 3;
    private static final int MOST_ALIASES = 32;

    static DnsAnswer unknown(String server, String words) {
        return new DnsAnswer(Kind.UNKNOWN, server, List.of(), List.of(), words);
    }

    static DnsAnswer of(String server, String name, RecordType type, DnsMessage message) {
        List<String> aliases = new ArrayList<>();
        String owner = name;
        for (int i = 0; i < MOST_ALIASES; i++) {
            String here = owner;
            List<String> next = values(message, here, RecordType.CNAME);
            if (next.isEmpty() || aliases.contains(next.get(0))) {
                break;
            }
            owner = next.get(0);
            aliases.add(owner);
        }
        List<String> values = values(message, owner, type);
        if (message.code() == NAME_ERROR) {
            return new DnsAnswer(Kind.NO_SUCH_NAME, server, List.of(), aliases, "does not exist (NXDOMAIN)");
        }
        if (message.code() != 0) {
            return unknown(server, "answered " + code(message.code()));
        }
        return values.isEmpty()
                ? new DnsAnswer(Kind.NO_DATA, server, values, aliases, "has no " + type + " record (NODATA)")
                : new DnsAnswer(Kind.FOUND, server, values, aliases, "has " + String.join(", ", values));
    }

    private static List<String> values(DnsMessage message, String owner, RecordType type) {
        return message.records().stream()
                .filter(record -> record.owner().equals(owner) && record.type() == type)
                .map(DnsRecord::value)
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }

    private static String code(int code) {
        return switch (code) {
            case 1 -> "FORMERR";
            case 2 -> "SERVFAIL";
            case 4 -> "NOTIMP";
            case 5 -> "REFUSED";
            default -> "the code " + code;
        };
    }

    boolean isFound() {
        return kind == Kind.FOUND;
    }
}
