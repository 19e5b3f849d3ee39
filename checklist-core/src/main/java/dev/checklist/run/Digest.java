package dev.checklist.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Is what a signature of the whole list covers: what the list is about, the verdict, which things were judged, and of
 * each line its id, text, status, waiver and answer. Never times, durations, attempts, messages or evidence, so that a
 * run that comes to the same has the same digest.
 *
 * @param hex the hash of all of it
 * @param bound its parts by the names of a binding, so that a stale signature says what changed
 */
record Digest(String hex, Map<String, String> bound) {
    /** Digests a report whose signatures of the whole are left out. */
    static Digest of(Report report) {
        List<Result> rest = report.results().stream()
                .filter(result -> result.line().kind() != Kind.SIGNATURE)
                .toList();
        List<Result> lines =
                rest.stream().filter(result -> result.line().kind().isLine()).toList();
        Map<String, String> bound = new LinkedHashMap<>();
        bound.put(Binding.signed("the verdict"), report.verdictButSignatures().name());
        new TreeMap<>(report.identity())
                .forEach((name, values) ->
                        bound.put(Binding.signed("the judged " + name), String.join(", ", new TreeSet<>(values))));
        // a section's status would change with a signature inside it, and says nothing that its lines do not
        bound.put(
                Binding.signed("the text of a line"),
                each(rest, result -> result.line().textHash()));
        bound.put(
                Binding.signed("a status"),
                each(lines, result -> result.status().name()));
        bound.put(
                Binding.signed("a waiver"),
                each(lines, result -> result.waiver().map(Waiver::hash).orElse("")));
        bound.put(
                Binding.signed("an answer"),
                each(
                        lines,
                        result -> result.attestation().map(Attestation::hash).orElse("")));
        List<String> all = new ArrayList<>();
        new TreeMap<>(report.about()).forEach((name, value) -> all.addAll(List.of(name, value)));
        bound.forEach((name, value) -> all.addAll(List.of(name, value)));
        return new Digest(TextHash.of(all), bound);
    }

    private static String each(List<Result> results, Function<Result, String> what) {
        return TextHash.of(results.stream()
                .flatMap(result -> Stream.of(result.id(), what.apply(result)))
                .toList());
    }
}
