package dev.checklist.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Is what a signature of the whole list covers: what the list is about, the verdict, which things were judged, and of
 * each line its id, text, status, waiver and answer. Never times, durations, attempts, messages or evidence, so that a
 * run that comes to the same has the same digest.
 *
 * @param hex the hash of all of it
 * @param parts a short hash of each part, to tell what changed
 */
record Digest(String hex, List<String> parts) {
    private static final int SHORT = 12;
    private static final List<String> PARTS = List.of(
            "what the list is about",
            "the verdict",
            "which things were judged",
            "a line or its text",
            "a status",
            "a waiver",
            "an answer");

    /** Digests a report whose signatures of the whole are left out. */
    static Digest of(Report report) {
        List<Result> rest = report.results().stream()
                .filter(result -> result.line().kind() != Kind.SIGNATURE)
                .toList();
        List<Result> lines =
                rest.stream().filter(result -> result.line().kind().isLine()).toList();
        List<List<String>> covered = List.of(
                about(report),
                List.of(report.verdictButSignatures().name()),
                identity(report),
                // a section's status would change with a signature inside it, and says nothing that its lines do not
                each(rest, result -> result.line().textHash()),
                each(lines, result -> result.status().name()),
                each(lines, result -> result.waiver().map(Waiver::toString).orElse("")),
                each(lines, result -> result.attestation().map(Attestation::hash).orElse("")));
        List<String> hashes = covered.stream().map(Sha256::of).toList();
        return new Digest(
                Sha256.of(hashes),
                hashes.stream().map(hash -> hash.substring(0, SHORT)).toList());
    }

    private static List<String> each(List<Result> results, Function<Result, String> what) {
        return results.stream()
                .flatMap(result -> Stream.of(result.id(), what.apply(result)))
                .toList();
    }

    private static List<String> about(Report report) {
        List<String> all = new ArrayList<>();
        report.about().forEach((name, value) -> all.addAll(List.of(name, value)));
        return all;
    }

    private static List<String> identity(Report report) {
        List<String> all = new ArrayList<>();
        new TreeMap<>(report.identity()).forEach((name, values) -> {
            all.add(name);
            all.add(Integer.toString(values.size()));
            all.addAll(new TreeSet<>(values));
        });
        return all;
    }

    /** Makes the binding of a signature: a hash, and behind it what tells later which part has changed. */
    String bind(Line line) {
        String hash = Sha256.of(List.of(line.id(), line.textHash(), hex));
        return hash + "-" + String.join(".", parts);
    }

    /** Says which parts of what was signed differ between two bindings, as far as they tell. */
    static String changedBetween(String signed, String now) {
        String[] before = parts(signed);
        String[] after = parts(now);
        String changed = before.length != PARTS.size() || after.length != before.length
                ? ""
                : IntStream.range(0, before.length)
                        .filter(i -> !before[i].equals(after[i]))
                        .mapToObj(PARTS::get)
                        .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "this line or its text" : changed;
    }

    private static String[] parts(String binding) {
        return binding.substring(binding.indexOf('-') + 1).split("\\.", -1);
    }

    @Override
    public String toString() {
        return hex;
    }
}
