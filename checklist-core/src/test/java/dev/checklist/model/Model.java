package dev.checklist.model;

import dev.checklist.Flow;
import dev.checklist.Status;
import dev.checklist.model.Spec.Answer;
import dev.checklist.model.Spec.Part;
import dev.checklist.run.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how a list must end: asks of each item when its turn comes, and of each section what became of its lines. */
final class Model {
    private static final List<Status> MILDEST_FIRST = List.of(
            Status.SKIPPED, Status.PASSED, Status.WAIVED, Status.PENDING, Status.BLOCKED, Status.FAILED, Status.ERROR);

    /** Is how an item ends: the starts of its looks, and the time when all is over. */
    record End(Status status, Set<String> roots, List<Long> looks, long at) {
        End(Status status, long at) {
            this(status, Set.of(), List.of(), at);
        }
    }

    /** Is when an item's turn comes, and how all in it ends if it is not asked. */
    private record Turn(long at, @Nullable End closed) {}

    /** Is a selected part in its place among its selected siblings; the page has the others too. */
    private record Node(
            Part part, @Nullable Node parent, Flow flow, List<Part> page, List<Node> siblings, List<Node> children) {
        /** Page order: two siblings run together only if no section is one of them or stands between them. */
        List<Node> before() {
            List<Node> all = new ArrayList<>();
            for (Node earlier : siblings.subList(0, siblings.indexOf(this))) {
                List<Part> between = page.subList(page.indexOf(earlier.part), page.indexOf(part) + 1);
                if (flow == Flow.PAGE && between.stream().anyMatch(Part::isSection)) {
                    all.add(earlier);
                }
            }
            return all;
        }

        List<Node> gates() {
            return siblings.subList(0, siblings.indexOf(this)).stream()
                    .filter(node -> flow == Flow.STEPS || node.part.traits().gate())
                    .toList();
        }

        boolean isRequired() {
            return !part.traits().advisory() && (parent == null || parent.isRequired());
        }

        /** Tells whether it counts for the section around it. */
        boolean counts() {
            return !part.traits().advisory() && hasRequired();
        }

        boolean hasRequired() {
            return children.isEmpty() || children.stream().anyMatch(Node::counts);
        }

        boolean hasMachine() {
            return part.isSection() ? children.stream().anyMatch(Node::hasMachine) : part.isMachine();
        }

        List<Node> lines() {
            return part.isSection()
                    ? children.stream().flatMap(child -> child.lines().stream()).toList()
                    : List.of(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final Spec spec;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<Node, Turn> turns = new LinkedHashMap<>();
    private final Map<Node, End> ends = new LinkedHashMap<>();

    private Model(Spec spec) {
        this.spec = spec;
    }

    private List<Node> place(@Nullable Node parent, Flow flow, List<Part> parts, Set<String> chosen) {
        List<Node> siblings = new ArrayList<>();
        for (Part part : parts) {
            Node node = new Node(part, parent, flow, parts, siblings, new ArrayList<>());
            node.children.addAll(place(node, part.flow(), part.children(), chosen));
            if (part.isSection() ? !node.children.isEmpty() : chosen.contains(part.id())) {
                siblings.add(node);
                nodes.put(part.id(), node);
            }
        }
        return siblings;
    }

    private static Set<String> lines(List<Part> parts) {
        Set<String> ids = new LinkedHashSet<>();
        parts.forEach(part -> ids.addAll(part.isSection() ? lines(part.children()) : Set.of(part.id())));
        return ids;
    }

    private static Model of(Spec spec, Flow flow, Set<String> chosen) {
        Model model = new Model(spec);
        model.place(null, flow, spec.parts(), chosen);
        return model;
    }

    /** Answers how every selected item ends; null if the list, or the selection, must be refused. */
    static @Nullable Map<String, End> run(Spec spec) {
        Model whole = of(spec, Flow.PAGE, lines(spec.parts()));
        Set<String> chosen = whole.isSound() ? whole.chosen() : Set.of();
        if (chosen.isEmpty()) {
            return null;
        }
        Model model = of(spec, spec.flow(), chosen);
        Map<String, End> all = new LinkedHashMap<>();
        model.nodes.values().forEach(node -> all.put(node.part.id(), model.end(node)));
        return all;
    }

    static Verdict verdict(Spec spec, Map<String, End> ends) {
        Model model = of(spec, spec.flow(), ends.keySet());
        int worst = 0;
        boolean passed = false;
        for (Node line : model.nodes.values()) {
            End end = ends.get(line.part.id());
            if (line.part.isSection() || !line.isRequired()) {
                continue;
            }
            passed |= end.status == Status.PASSED;
            boolean open = end.status == Status.PENDING
                    || !end.roots.isEmpty()
                            && end.roots.stream().allMatch(root -> ends.get(root).status == Status.PENDING);
            worst = Math.max(worst, end.status.opensGate() ? 0 : open ? 1 : 2);
        }
        boolean complete = ends.keySet().containsAll(lines(spec.parts()));
        return worst == 2 ? Verdict.NOT_READY : worst == 0 && passed && complete ? Verdict.READY : Verdict.INCOMPLETE;
    }

    // ---- what is refused

    private List<Node> needs(Node node) {
        List<Node> needs = new ArrayList<>(node.gates());
        node.part.traits().requires().forEach(id -> needs.add(nodes.get(id)));
        return needs;
    }

    private List<Node> sources(Node node) {
        return node.part.from().stream().map(nodes::get).toList();
    }

    /** Returns the lines that a signature of the whole comes after. */
    private List<Node> signed(Node node) {
        return nodes.values().stream()
                .filter(other -> node.part.signs() && !other.part.isSection() && !other.part.signs())
                .toList();
    }

    private boolean isSound() {
        for (Node node : nodes.values()) {
            if (sources(node).stream().anyMatch(source -> !source.isRequired() || !source.hasRequired())) {
                return false;
            }
            boolean counts = node.isRequired() && node.hasRequired();
            if (node.part.traits().gate() && !node.hasRequired()
                    || counts && needs(node).stream().anyMatch(need -> !need.isRequired() || !need.hasRequired())) {
                return false;
            }
        }
        Map<String, Boolean> done = new LinkedHashMap<>();
        return nodes.values().stream().noneMatch(node -> circles("end", node, done));
    }

    /** Follows what an event waits for; true if that leads back to it. */
    private boolean circles(String event, Node node, Map<String, Boolean> done) {
        Boolean known = done.putIfAbsent(event + " of " + node.part.id(), false);
        if (known != null) {
            return !known; // still on the way: it waits for itself
        }
        boolean circle = !event.equals("start") && circles("start", node, done);
        for (Node child : node.children) {
            circle |= event.equals("end") && circles("end", child, done);
            circle |= event.equals("looked") && child.hasMachine() && circles("looked", child, done);
        }
        if (event.equals("start")) {
            circle |= node.parent != null && circles("start", node.parent, done);
            circle |= node.before().stream().anyMatch(one -> one.hasMachine() && circles("looked", one, done));
            circle |= needs(node).stream().anyMatch(need -> circles("end", need, done));
            circle |= sources(node).stream().anyMatch(source -> circles("end", source, done));
            circle |= signed(node).stream().anyMatch(line -> circles("end", line, done));
        }
        done.put(event + " of " + node.part.id(), true);
        return circle;
    }

    private Set<String> chosen() {
        Spec.Given given = spec.given();
        Set<String> words = new LinkedHashSet<>(nodes.keySet());
        nodes.values().forEach(node -> words.addAll(node.part.traits().tags()));
        if (!words.containsAll(given.only()) || !words.containsAll(given.skipped())) {
            return Set.of();
        }
        Set<String> chosen = lines(spec.parts());
        chosen.removeIf(id -> !given.only().isEmpty() && !isNamed(nodes.get(id), given.only()));
        chosen.removeIf(id -> isNamed(nodes.get(id), given.skipped()));
        Set<String> late = new LinkedHashSet<>(chosen);
        late.removeIf(id -> basis(nodes.get(id)).isEmpty());
        chosen.removeAll(late);
        for (int size = -1; size < chosen.size(); ) {
            size = chosen.size();
            for (String id : List.copyOf(chosen)) {
                for (Node node = nodes.get(id); node != null; node = node.parent) {
                    needs(node).forEach(need -> need.lines().forEach(line -> chosen.add(line.part.id())));
                    chosen.addAll(basis(node));
                }
            }
            late.stream().filter(id -> chosen.containsAll(basis(nodes.get(id)))).forEach(chosen::add);
        }
        return chosen;
    }

    /** Returns the lines that a computed line or a signature speaks for. */
    private Set<String> basis(Node node) {
        Set<String> ids = new LinkedHashSet<>();
        sources(node).forEach(source -> source.lines().forEach(line -> ids.add(line.part.id())));
        signed(node).forEach(line -> ids.add(line.part.id()));
        return ids;
    }

    private static boolean isNamed(Node line, Set<String> words) {
        for (Node node = line; node != null; node = node.parent) {
            if (words.contains(node.part.id())
                    || node.part.traits().tags().stream().anyMatch(words::contains)) {
                return true;
            }
        }
        return false;
    }

    // ---- what happens

    private Turn turn(Node node) {
        Turn known = turns.get(node);
        if (known == null) {
            known = computeTurn(node);
            turns.put(node, known);
        }
        return known;
    }

    private Turn computeTurn(Node node) {
        Turn around = node.parent == null ? new Turn(0, null) : turn(node.parent);
        if (around.closed != null) {
            return around;
        }
        long at = around.at;
        for (Node earlier : node.before()) {
            for (Node line : earlier.lines()) {
                at = line.part.isMachine() ? Math.max(at, end(line).at) : at;
            }
        }
        for (Node source : sources(node)) {
            at = Math.max(at, end(source).at);
        }
        for (Node line : signed(node)) {
            at = Math.max(at, end(line).at);
        }
        Set<String> roots = new LinkedHashSet<>();
        for (Node need : needs(node)) {
            at = Math.max(at, end(need).at);
            roots.addAll(roots(need));
        }
        if (at >= spec.deadline()) {
            return new Turn(spec.deadline(), new End(Status.BLOCKED, spec.deadline()));
        }
        if (!roots.isEmpty()) {
            return new Turn(at, new End(Status.BLOCKED, roots, List.of(), at));
        }
        for (int condition : node.part.traits().conditions()) {
            Status status = Asking.meaning(spec.conditions().get(condition));
            if (status != Status.PASSED) {
                return new Turn(at, new End(status, at));
            }
        }
        return new Turn(at, null);
    }

    private End end(Node node) {
        End known = ends.get(node);
        if (known == null) {
            known = computeEnd(node, turn(node));
            ends.put(node, known);
        }
        return known;
    }

    private End computeEnd(Node node, Turn turn) {
        if (node.part.isSection()) {
            List<End> all = node.children.stream().map(this::end).toList();
            return new End(
                    worst(relevant(node)), all.stream().mapToLong(End::at).max().orElseThrow());
        }
        if (turn.closed != null) {
            return turn.closed;
        }
        if (!node.part.from().isEmpty()) {
            Set<String> roots = new LinkedHashSet<>();
            sources(node).forEach(source -> roots.addAll(roots(source)));
            return new End(worst(sources(node)), roots, List.of(), turn.at);
        }
        String id = node.part.id();
        Answer answer = spec.given().answers().getOrDefault(id, Answer.NONE);
        End end = node.part.script() == null
                ? new End(Asking.meaning(answer), turn.at)
                : new Asking(spec, node.part.script(), answer).ask(turn.at);
        boolean waived = end.status == Status.FAILED && spec.given().waived().contains(id);
        return waived ? new End(Status.WAIVED, end.roots, end.looks, end.at) : end;
    }

    private Status worst(List<Node> all) {
        return MILDEST_FIRST.get(all.stream()
                .mapToInt(node -> MILDEST_FIRST.indexOf(end(node).status))
                .max()
                .orElseThrow());
    }

    private static List<Node> relevant(Node section) {
        List<Node> counting = section.children.stream().filter(Node::counts).toList();
        return counting.isEmpty() ? section.children : counting;
    }

    private Set<String> roots(Node node) {
        End end = end(node);
        Set<String> roots = new LinkedHashSet<>();
        if (end.status.opensGate()) {
            return roots;
        }
        if (node.part.isSection()) {
            relevant(node).forEach(child -> roots.addAll(roots(child)));
        } else if (end.status == Status.BLOCKED || !end.roots.isEmpty()) {
            roots.addAll(end.roots);
        } else {
            roots.add(node.part.id());
        }
        return roots;
    }
}
