package dev.checklist.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses arguments of programs that are secret: they stand in the report, and in the machine's list of processes. */
final class Secrets {
    static final Secrets NONE = new Secrets(List.of());

    /** Shorter values occur by chance, so that no argument would be left; the runner masks from here on too. */
    private static final int SHORTEST = 4;

    /** Names whose value is secret, as options are spelled. */
    private static final Pattern OPTION = Pattern.compile(
            "(?i)--?[a-z0-9-]*(password|passwd|passphrase|secret|token|api-?key|private-?key|credentials?)");

    private static final Pattern USER_INFO = Pattern.compile("://[^/\\s:@]+:[^/\\s@]+@");

    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    Secrets and(Collection<String> more) {
        List<String> all = new ArrayList<>(values);
        for (String value : Given.present("secrets", more)) {
            if (value == null || value.strip().length() < SHORTEST) {
                throw new IllegalArgumentException("a secret has fewer than " + SHORTEST
                        + " characters: it would be found in arguments that are none");
            }
            all.add(value.strip());
        }
        return new Secrets(List.copyOf(all));
    }

    /** Refuses the arguments of a program, naming the place and never the value. */
    void refuseIn(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean isNamed = i > 0 && OPTION.matcher(arguments.get(i - 1)).matches() && !argument.startsWith("-");
            int is = argument.indexOf('=');
            boolean namesItself =
                    is > 0 && OPTION.matcher(argument.substring(0, is)).matches();
            if (isNamed || namesItself || USER_INFO.matcher(argument).find() || holdsOne(argument)) {
                throw new IllegalArgumentException("argument " + (i + 1) + " of the command holds a secret, which would"
                        + " stand in the report and in the list of processes: let the tool read it from a file");
            }
        }
    }

    private boolean holdsOne(String argument) {
        for (String value : values) {
            if (argument.contains(value)) {
                return true;
            }
        }
        for (KeyPattern pattern : KeyPattern.values()) {
            if (pattern.isIn(argument)) {
                return true;
            }
        }
        return false;
    }

    /** Tells how many there are, since a record that holds them may be printed. */
    @Override
    public String toString() {
        return values.size() + " secrets";
    }
}
