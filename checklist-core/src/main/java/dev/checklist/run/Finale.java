package dev.checklist.run;

import dev.checklist.Derived;
import dev.checklist.Rating;
import dev.checklist.SectionStatus;
import dev.checklist.Total;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a run to its end once nothing is under way: what was seen too long ago is asked again, then people sign the whole
 * list, then what grew old meanwhile is asked again, and signatures that no longer fit are taken back.
 */
final class Finale {
    private final Coordinator run;
    private final Freshness freshness;
    private @Nullable Report signed;

    Finale(Coordinator run, Freshness freshness) {
        this.run = run;
        this.freshness = freshness;
    }

    /** Starts what is still to be done; false if there is nothing. */
    boolean goOn() {
        Board board = run.board();
        boolean isOpen = signed != null || board.signatures().isEmpty();
        if (!board.isSettled() || isOpen && !board.isOver() || run.isStopped()) {
            return false;
        }
        boolean isLast = isOpen;
        if (freshness.askAgain(isLast)) {
            return true;
        }
        if (isOpen) {
            return false;
        }
        settle();
        signed = run.reporting().rest();
        board.openSignatures();
        return true;
    }

    /** Returns what is signed; null before people are asked to. */
    @Nullable
    Report signed() {
        return signed;
    }

    /** Settles what the run came to in the end. */
    void end() {
        if (run.isStopped()) {
            freshness.mark();
        }
        settle();
        if (signed != null) {
            Report before = signed;
            Report now = run.reporting().rest();
            if (!before.digest().equals(now.digest())) {
                run.board().signatures().forEach(node -> run.reporting().takeBack(node, now));
                settle();
            }
        }
    }

    /** Computes anew what a cleanup or a second look may have turned: capped ratings, computed lines, sections. */
    private void settle() {
        Set<Node> settled = new HashSet<>();
        run.board().nodes().forEach(node -> settle(node, settled));
    }

    private void settle(Node node, Set<Node> settled) {
        if (!node.isEnded() && node.scope() == null || !settled.add(node)) {
            return;
        }
        node.sources().forEach(source -> settle(source, settled));
        node.children().forEach(child -> settle(child, settled));
        if (node.scope() != null) {
            if (node.isEnded()) {
                node.amend(old -> SectionResult.of(node));
            }
        } else if (node.isStarted()) {
            again(node);
        }
    }

    private void again(Node node) {
        Result uncapped = node.uncapped();
        if (node.entry().item() instanceof Rating rating && uncapped != null) {
            node.amend(old -> run.waivers().applyTo(Capping.applyTo(node, rating, uncapped)));
        }
        boolean isAtHand = node.entry().item() instanceof Derived derived
                && (derived.derivation() instanceof SectionStatus || derived.derivation() instanceof Total);
        if (isAtHand && node.entry().item() instanceof Derived derived) {
            node.amend(old -> run.deriving().again(node, derived));
        }
    }

    /** Says what could not be asked again. */
    Optional<String> finding() {
        return freshness.finding();
    }

    static Duration age(Coordinator run, Result result) {
        return result.seenAt()
                .map(seen -> Duration.between(seen, run.wallClock()))
                .orElse(Duration.ZERO);
    }
}
