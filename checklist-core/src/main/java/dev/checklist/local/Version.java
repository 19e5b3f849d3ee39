package dev.checklist.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Is a version that a tool printed.
 *
 * @param numbers the most significant one first
 * @param isPreview whether it is an alpha, a release candidate or the like, which comes before the release
 */
record Version(List<Integer> numbers, boolean isPreview) implements Comparable<Version> {
    private static final String NUMBERS = "(\\d{1,9}(?:\\.\\d{1,9}){%s})";
    private static final String REST = "(?<rest>[-+.~]?[A-Za-z][0-9A-Za-z.+~-]*|[-+_][0-9A-Za-z.+~-]+)?";

    /** Neither the middle of a word nor of a date, such as 2026-01-02. */
    private static final String START = "(?<![\\w.-])(?:v|go|version)?";

    private static final Pattern DOTTED = Pattern.compile(START + String.format(NUMBERS, "1,3") + REST);

    /** One number is a version only where the text says so. */
    private static final Pattern SINGLE =
            Pattern.compile("(?i)(?:\\bversion:? \"?|\\bopenjdk |(?<![\\w.-])v)" + String.format(NUMBERS, "0") + REST);

    /** MariaDB's tools name their own version before the one that they came with. */
    private static final Pattern DISTRIBUTION = Pattern.compile("\\bVer [\\d.]+ Distrib (?=\\d)");

    private static final Pattern WANTED = Pattern.compile("v?" + String.format(NUMBERS, "0,3"));
    private static final Pattern PREVIEW =
            Pattern.compile("(?i)[-.~]?(alpha|beta|rc|cr|pre|preview|dev|snapshot|nightly|ea|m\\d|a\\d|b\\d).*");

    Version {
        numbers = List.copyOf(numbers);
    }

    static Version wanted(@Nullable String text) {
        String given = Given.line("version", text);
        Matcher matcher = WANTED.matcher(given);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "version is " + Shown.quoted(given) + ": expected one to four numbers, such as 1.28");
        }
        return new Version(numbers(matcher.group(1)), false);
    }

    /** Finds the first version in what a tool printed. */
    static Optional<Version> in(String output) {
        Matcher distribution = DISTRIBUTION.matcher(output);
        String text = distribution.find() ? output.substring(distribution.end()) : output;
        return first(DOTTED, text).or(() -> first(SINGLE, text));
    }

    private static Optional<Version> first(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String rest = matcher.group("rest");
        boolean preview = rest != null && PREVIEW.matcher(rest).matches();
        return Optional.of(new Version(numbers(matcher.group(1)), preview));
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : text.split("\\.")) {
            numbers.add(Integer.valueOf(number));
        }
        return numbers;
    }

    @Override
    public int compareTo(Version other) {
        int length = Math.max(numbers.size(), other.numbers.size());
        return IntStream.range(0, length)
                .map(i -> Integer.compare(at(i), other.at(i)))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(Boolean.compare(other.isPreview, isPreview));
    }

    private int at(int i) {
        return i < numbers.size() ? numbers.get(i) : 0;
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."))
                + (isPreview ? " (not yet released)" : "");
    }
}
