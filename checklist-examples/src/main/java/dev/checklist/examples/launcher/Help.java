package dev.checklist.examples.launcher;

import picocli.CommandLine.Option;

/** Is the option that every command has. */
final class Help {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli sets it
    private boolean wanted;
}
