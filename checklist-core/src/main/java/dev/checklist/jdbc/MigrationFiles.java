package dev.checklist.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Is a directory of migrations.
 *
 * @param depth how many directories deep they lie
 * @param isMigration picks them, by their path below the directory
 */
record MigrationFiles(Path directory, int depth, Predicate<Path> isMigration) {
    private static final int MOST = 10_000;
    private static final Pattern SCRIPT = Pattern.compile("(?:V[0-9][0-9._]*|R)__.*\\.sql");

    /** Takes each directory with a {@code migration.sql}. */
    static MigrationFiles prisma(@Nullable Path directory) {
        return new MigrationFiles(given(directory), 1, path -> Files.isRegularFile(path.resolve("migration.sql")));
    }

    /** Takes versioned and repeatable scripts, not those that undo, start over or are called back. */
    static MigrationFiles flyway(@Nullable Path directory) {
        return new MigrationFiles(
                given(directory),
                10,
                path -> Files.isRegularFile(path)
                        && SCRIPT.matcher(String.valueOf(path.getFileName())).matches());
    }

    private static Path given(@Nullable Path directory) {
        if (directory == null) {
            throw new IllegalArgumentException("migrations is null: give a directory");
        }
        return directory;
    }

    /** Returns the names as the migrating tool keeps them, in order. */
    List<String> names() throws UnseenException {
        List<String> names;
        try (Stream<Path> paths = Files.walk(directory, depth, FileVisitOption.FOLLOW_LINKS)) {
            names = paths.filter(path -> !path.equals(directory))
                    .filter(isMigration)
                    .map(path -> directory.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .limit(MOST + 1)
                    .toList();
        } catch (IOException | UncheckedIOException | SecurityException e) {
            throw new UnseenException(Reason.UNSEEN, "could not look: the directory " + directory + " cannot be read");
        }
        if (names.isEmpty() || names.size() > MOST) {
            throw new UnseenException(
                    Reason.UNSEEN,
                    "could not judge: found " + (names.isEmpty() ? "no" : "more than " + MOST) + " migrations in "
                            + directory);
        }
        return names;
    }
}
