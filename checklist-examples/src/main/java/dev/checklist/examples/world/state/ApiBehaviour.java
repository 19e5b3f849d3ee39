package dev.checklist.examples.world.state;

import java.util.ArrayList;
import java.util.List;

/**
 * How the API server behaves, whatever its objects are.
 *
 * @param availability whether it answers at all
 * @param gitVersion what {@code GET /version} says, as in {@code v1.36.2}
 * @param username whom it takes the world's token for
 * @param refusesToken whether it answers 401 to the world's token
 * @param denials what the user may not do
 */
public record ApiBehaviour(
        Availability availability, String gitVersion, String username, boolean refusesToken, List<Denial> denials) {

    /** Keeps an unmodifiable copy of the denials. */
    public ApiBehaviour {
        denials = List.copyOf(denials);
    }

    /**
     * One thing that the user may not do.
     *
     * @param verb as in {@code list}, or {@code *}
     * @param resource the plural as in {@code secrets}, or {@code *}
     */
    public record Denial(String verb, String resource) {
        boolean covers(String askedVerb, String askedResource) {
            return (verb.equals("*") || verb.equals(askedVerb))
                    && (resource.equals("*") || resource.equals(askedResource));
        }
    }

    /** Tells whether the user may not do that. */
    public boolean denies(String verb, String resource) {
        return denials.stream().anyMatch(denial -> denial.covers(verb, resource));
    }

    /** Answers, hangs or is gone. */
    public ApiBehaviour with(Availability other) {
        return new ApiBehaviour(other, gitVersion, username, refusesToken, denials);
    }

    /** Says another version. */
    public ApiBehaviour withGitVersion(String other) {
        return new ApiBehaviour(availability, other, username, refusesToken, denials);
    }

    /** Takes the token for another user. */
    public ApiBehaviour withUsername(String other) {
        return new ApiBehaviour(availability, gitVersion, other, refusesToken, denials);
    }

    /** Answers 401 to the world's token. */
    public ApiBehaviour refusingToken() {
        return new ApiBehaviour(availability, gitVersion, username, true, denials);
    }

    /** Forbids one thing more. */
    public ApiBehaviour denying(String verb, String resource) {
        List<Denial> more = new ArrayList<>(denials);
        more.add(new Denial(verb, resource));
        return new ApiBehaviour(availability, gitVersion, username, refusesToken, more);
    }
}
