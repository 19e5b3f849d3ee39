package dev.checklist.local;

import dev.checklist.Check;
import java.util.List;
import java.util.Map;

/**
 * Is a program of this machine.
 *
 * <p>It runs without a shell, in the directory of the list, with PATH, HOME and KUBECONFIG as all its environment and
 * nothing to read. It is found by its name in the absolute directories of PATH, so that no file of the working
 * directory is taken for it. When its attempt ends, it and all that it started are ended; only what a program leaves
 * behind that itself ends within a few milliseconds may not be noticed. Arguments stand in the report and in the machine's
 * list of processes, so that one which holds a secret is refused when the list is built: {@link LocalChecks#withSecrets}
 * says which these are.
 *
 * <p>A program that is not there is FAILED. One that could not be started, did not end in time, was ended by a signal,
 * or wrote more than 1 MiB, or left a process behind, where its output is judged, is an ERROR.
 */
public final class ToolChecks {
    /** Asks a tool for its version where it does not know {@code --version}. */
    private static final Map<String, List<String>> VERSION_ARGUMENTS = Map.of(
            "kubectl", List.of("version", "--client"),
            "kustomize", List.of("version"),
            "helm", List.of("version", "--short"),
            "go", List.of("version"),
            "openssl", List.of("version"),
            "oc", List.of("version", "--client"));

    private static final int LAST_OF_ITS_OWN = 125;

    private final Tool tool;

    ToolChecks(Tool tool) {
        this.tool = tool;
    }

    /** Passes when there is a file of that name in PATH that this account can execute; nothing is run. */
    public Check isInstalled() {
        return Check.of("tool " + tool.name() + " is installed", tool.name() + " is installed", new IsInstalled(tool));
    }

    /**
     * Passes when the version that the tool prints is this one or a later one; a pre-release comes before its release.
     *
     * @param version one to four numbers, such as {@code 1.28}
     * @param arguments make the tool print its version; by default {@code --version}, or what kubectl, kustomize, helm,
     *     oc, go and openssl have instead
     * @throws IllegalArgumentException if the version is none, or an argument holds a secret
     */
    public Check isVersionAtLeast(String version, String... arguments) {
        Version least = Version.wanted(version);
        List<String> asked = arguments.length > 0
                ? arguments(arguments)
                : VERSION_ARGUMENTS.getOrDefault(tool.name(), List.of("--version"));
        return Check.of(
                "tool " + tool.name() + " is of a version",
                tool.name() + " is version " + least + " or later",
                new RunsTool(
                        tool,
                        asked,
                        Command.shown(tool.name(), asked) + " to print version " + least + " or later",
                        new RunsTool.AtLeast(least)));
    }

    /**
     * Passes when the tool, run with these arguments, exits with 0; what it prints does not matter, whatever its size.
     *
     * @throws IllegalArgumentException if an argument holds a secret
     */
    public Check runs(String... arguments) {
        List<String> given = arguments(arguments);
        String command = Command.shown(tool.name(), given);
        return check(given, "runs", command + " runs", command + " to exit with 0", new RunsTool.ExitsWith(0));
    }

    /**
     * Passes when the tool, run with these arguments, exits with this code.
     *
     * @param code 0 to 125: those beyond mean that something else ended it
     * @throws IllegalArgumentException if the code is another one, or an argument holds a secret
     */
    public Check exitsWith(int code, String... arguments) {
        if (code < 0 || code > LAST_OF_ITS_OWN) {
            throw new IllegalArgumentException("code is " + code + ": expected 0 to " + LAST_OF_ITS_OWN);
        }
        List<String> given = arguments(arguments);
        String words = Command.shown(tool.name(), given);
        return check(
                given,
                "exits",
                words + " exits with " + code,
                words + " to exit with " + code,
                new RunsTool.ExitsWith(code));
    }

    /**
     * Passes when the tool exits with 0 and prints this text and nothing else, but for white space around it.
     *
     * @throws IllegalArgumentException if the text is blank, or an argument holds a secret
     */
    public Check prints(String text, String... arguments) {
        return prints(text, true, arguments(arguments));
    }

    /**
     * Passes when the tool exits with 0 and this text is in what it prints.
     *
     * @throws IllegalArgumentException if the text is blank, or an argument holds a secret
     */
    public Check printsTextWith(String text, String... arguments) {
        return prints(text, false, arguments(arguments));
    }

    /**
     * Passes when the tool exits with 0 and prints one JSON document with this text at a place.
     *
     * @param pointer a JSON Pointer (RFC 6901), such as {@code /clientVersion/gitVersion}
     * @throws IllegalArgumentException if the pointer is none, or an argument holds a secret
     */
    public Check printsJson(String pointer, String value, String... arguments) {
        return printsJson(Pointer.of(pointer), Scalar.of(value), arguments(arguments));
    }

    /** Passes when the tool exits with 0 and prints one JSON document with this number at a place; 1 is 1.0. */
    public Check printsJson(String pointer, Number value, String... arguments) {
        return printsJson(Pointer.of(pointer), Scalar.of(value), arguments(arguments));
    }

    /** Passes when the tool exits with 0 and prints one JSON document with this boolean at a place. */
    public Check printsJson(String pointer, boolean value, String... arguments) {
        return printsJson(Pointer.of(pointer), Scalar.of(value), arguments(arguments));
    }

    private Check prints(String text, boolean isWhole, List<String> given) {
        String wanted = Given.text("text", text);
        String command = Command.shown(tool.name(), given);
        String words = (isWhole ? "print " : "print a text with ") + Shown.quoted(wanted);
        return check(
                given,
                isWhole ? "prints" : "prints a text with",
                command + " prints " + (isWhole ? "" : "a text with ") + Shown.quoted(wanted),
                command + " to " + words,
                new RunsTool.Prints(wanted, isWhole));
    }

    private Check printsJson(Pointer pointer, Scalar value, List<String> given) {
        String command = Command.shown(tool.name(), given);
        return check(
                given,
                "prints json " + pointer,
                command + " prints " + value + " at " + pointer,
                command + " to print " + value + " at " + pointer,
                new RunsTool.PrintsJson(pointer, value));
    }

    private Check check(List<String> given, String predicate, String title, String expected, RunsTool.Judge judge) {
        return Check.of(
                "tool " + Command.shown(tool.name(), given) + " " + predicate,
                title,
                new RunsTool(tool, given, expected, judge));
    }

    private List<String> arguments(String... arguments) {
        List<String> given = List.of(Given.present("arguments", arguments));
        for (String argument : given) {
            if (argument.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("argument " + Shown.quoted(argument) + " holds a NUL character");
            }
        }
        tool.place().secrets().refuseIn(given);
        return given;
    }
}
