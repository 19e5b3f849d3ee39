package dev.checklist.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Is a program with its arguments: a list, never a line for a shell.
 *
 * @param program the file to execute
 * @param directory where it runs
 * @param environment all that it gets of it
 */
record Command(Path program, List<String> arguments, Path directory, Map<String, String> environment) {
    private static final List<String> INHERITED = List.of("PATH", "HOME", "KUBECONFIG");

    /** Makes a command that runs in a place, with nothing of its environment but PATH, HOME and KUBECONFIG. */
    static Command in(Place place, Path program, List<String> arguments) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String name : INHERITED) {
            String value = place.environment().apply(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        return new Command(program, arguments, place.directory(), Map.copyOf(environment));
    }

    Command with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new Command(program, arguments, directory, Map.copyOf(all));
    }

    ProcessBuilder builder() {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /** Shows the command as an author would write it. */
    static String shown(String name, List<String> arguments) {
        StringBuilder shown = new StringBuilder(name);
        for (String argument : arguments) {
            boolean isPlain = !argument.isEmpty() && argument.codePoints().noneMatch(Character::isWhitespace);
            shown.append(' ').append(isPlain ? Shown.plain(argument) : Shown.quoted(argument));
        }
        return shown.toString();
    }
}
