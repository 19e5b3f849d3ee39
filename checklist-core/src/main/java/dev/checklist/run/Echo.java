package dev.checklist.run;

import dev.checklist.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives a line the status of its sections, naming the lines that decide it: a pure function. */
final class Echo {
    private Echo() {}

    static Result of(Node node) {
        List<Node> sections = node.sources();
        Status status = Statuses.worst(sections.stream().map(Node::worst).toList());
        String message = sections.stream()
                .map(section -> "\"" + section.line().title() + "\": " + SectionResult.counts(section))
                .collect(Collectors.joining("; "));
        Set<String> roots = new LinkedHashSet<>();
        sections.forEach(section -> roots.addAll(section.roots()));
        Optional<Instant> oldest = sections.stream()
                .flatMap(Echo::lines)
                .map(line -> line.ending().seenAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        Optional<String> endOfRun = status != Status.BLOCKED
                ? Optional.empty()
                : sections.stream()
                        .flatMap(Echo::lines)
                        .map(line -> line.ending().endOfRun())
                        .flatMap(Optional::stream)
                        .findFirst();
        Result.Details details =
                new Result.Details(List.copyOf(roots), endOfRun.orElse(null), null, null, List.of(), null, null);
        Result.Basis basis = new Result.Basis(said(node), oldest.orElse(null));
        return new Result(node.line(), status, message, List.of(), details, basis);
    }

    /** Returns what the required lines said, for a line that stands on the first screen with its reason. */
    private static Map<String, String> said(Node node) {
        Map<String, String> said = new LinkedHashMap<>();
        if (node.line().highlight().isPresent()) {
            node.sources().stream()
                    .flatMap(Echo::lines)
                    .filter(line -> line.line().isRequired() && line.isEnded())
                    .forEach(line -> said.put(line.line().title(), said(line.ending())));
        }
        return said;
    }

    /** A person confirms what the title says, a machine says itself what it saw. */
    private static String said(Result line) {
        return line.attestation()
                .map(given -> line.line().title() + " (" + given.who() + ")")
                .orElse(line.message());
    }

    private static Stream<Node> lines(Node node) {
        return node.scope() == null ? Stream.of(node) : node.children().stream().flatMap(Echo::lines);
    }
}
