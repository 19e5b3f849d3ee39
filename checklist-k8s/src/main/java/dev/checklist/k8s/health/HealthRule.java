package dev.checklist.k8s.health;

import java.time.Instant;

/**
 * Judges one object of a kind that its author knows. A rule is a pure function: it reads the view and nothing else, and
 * says healthy only when something in the object proves it.
 *
 * <p>A rule that throws, or returns null, has not judged: the check ends in an error.
 */
@FunctionalInterface
public interface HealthRule {

    /**
     * Judges the object.
     *
     * @param object the object as read
     * @param now the time of the observation
     * @return the verdict, such as {@link Health#of Health.of(HEALTHY, "phase Running")}; where it has no fields, those
     *     that the rule looked at are shown
     */
    Health judge(ResourceView object, Instant now);
}
