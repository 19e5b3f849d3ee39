package dev.checklist.examples.launcher;

import dev.checklist.examples.page.Page;
import dev.checklist.examples.world.fault.Breakage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says against what pages are run, and where their reports are kept. */
final class Target {
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Run against these addresses; PAGE.sample.properties explains the file. One for each page.")
    private List<Path> settings = List.of();

    @Option(names = "--demo", description = "Run against an embedded world.")
    private boolean demo;

    @Option(
            names = "--broken",
            paramLabel = "NAME",
            description = "With --demo: break the world this way; a name that there is not lists them all.")
    private @Nullable String broken;

    @Option(
            names = "--archive",
            paramLabel = "FOLDER",
            description =
                    "Keep the report of each phase here, and compare with the one before; default: as the settings say.")
    private @Nullable Path archive;

    /**
     * Tells whether it is a world of our own, where nobody is harmed and people are scripted.
     *
     * @throws IllegalArgumentException if that is not said, or said twice, or there is no such page
     */
    boolean isDemo(List<String> pages) {
        pages.forEach(Pages::requireKnown);
        if (demo == !settings.isEmpty()) {
            throw new IllegalArgumentException("say against what to run: either --settings FILE or --demo");
        }
        if (broken != null && !demo) {
            throw new IllegalArgumentException(
                    "--broken " + broken + " breaks the embedded world only: leave it out, or use --demo");
        }
        return demo;
    }

    /**
     * Finds where these pages are run.
     *
     * @throws IllegalArgumentException if {@link #isDemo} throws it, or there is no such way to break the world
     * @throws IOException if the embedded world does not start
     */
    Places places(List<String> pages) throws IOException {
        return isDemo(pages)
                ? DemoWorld.start(pages, Optional.ofNullable(broken).map(Breakage::named))
                : new SettingsFiles(pages, settings);
    }

    /** Opens a page there. */
    Page open(String page, Places places) {
        return Pages.open(page, places.settings(page), Optional.ofNullable(archive));
    }
}
