package dev.checklist.jdbc;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a single SELECT or SHOW, or a WITH that only selects. Whatever PostgreSQL and MySQL read differently, such as
 * a comment or a backslash, is refused, since words could hide behind it.
 */
final class Sql {
    private static final int LONGEST = 10_000;
    /** Ends at the quote, doubled ones apart; between backticks only what is the same to those who know none. */
    private static final Pattern QUOTED =
            Pattern.compile("'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|`[\\p{L}\\p{N}_ .-]*+`");

    private static final Pattern AMBIGUOUS = Pattern.compile("--|/\\*|[#$\\\\{}`'\";]|[\\p{Cntrl}&&[^ \\t\\r\\n]]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Set<String> FIRST = Set.of("SELECT", "SHOW", "WITH");
    /** Some servers need no semicolon between statements, so those that change something count wherever they stand. */
    private static final Set<String> WRITING = Set.of(
            "INTO",
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "TRUNCATE",
            "CREATE",
            "ALTER",
            "DROP",
            "GRANT",
            "REVOKE",
            "CALL",
            "EXEC",
            "EXECUTE");

    private Sql() {}

    /** Returns the statement on one line where that changes nothing, without the semicolon at its end. */
    static String reading(@Nullable String sql) {
        if (sql == null || sql.isBlank()) {
            throw refused(sql, "give a SELECT");
        }
        String statement = sql.strip().replaceFirst("\\s*;$", "");
        if (statement.length() > LONGEST) {
            throw refused(sql, "give at most " + LONGEST + " characters");
        }
        if (statement.indexOf('\\') >= 0) {
            throw refused(sql, "leave out the backslash, which not every database reads in the same way");
        }
        // Between double quotes stands a name or a text, between backticks a name: neither is a word of the language.
        String bare = QUOTED.matcher(statement).replaceAll("''");
        refuseAmbiguous(sql, bare);
        refuseWriting(sql, bare);
        return statement;
    }

    private static void refuseAmbiguous(String sql, String bare) {
        Matcher sign = AMBIGUOUS.matcher(bare.replace("''", " "));
        if (sign.find()) {
            throw refused(sql, "give a single statement without comments; found " + sign.group());
        }
    }

    private static void refuseWriting(String sql, String bare) {
        Matcher words = WORD.matcher(bare);
        String before = "";
        while (words.find()) {
            String word = words.group().toUpperCase(Locale.ROOT);
            if (before.isEmpty() && (words.start() > 0 || !FIRST.contains(word))) {
                throw refused(sql, "only SELECT, SHOW and WITH ... SELECT are run");
            }
            boolean locks = word.equals("SHARE") && Set.of("FOR", "KEY", "IN").contains(before);
            if (WRITING.contains(word) || locks) {
                throw refused(sql, "only reading is allowed; found " + before + " " + word);
            }
            before = word;
        }
        if (before.isEmpty()) {
            throw refused(sql, "only SELECT, SHOW and WITH ... SELECT are run");
        }
    }

    private static IllegalArgumentException refused(@Nullable String sql, String why) {
        return new IllegalArgumentException("sql is " + (sql == null ? "null" : Said.quoted(sql)) + ": " + why);
    }
}
