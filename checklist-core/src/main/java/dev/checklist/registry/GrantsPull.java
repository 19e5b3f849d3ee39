package dev.checklist.registry;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;

/** Looks whether the account may read a repository, which need not exist yet. */
record GrantsPull(Registry registry, String repository) implements Probe {
    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = "the right to pull " + repository;
        try {
            return look(registry.session(context), expected).with("repository", registry + "/" + repository);
        } catch (UnseenException e) {
            return e.kind() == UnseenException.Kind.NOT_PERMITTED
                    ? Outcome.failed("expected " + expected + " but it was not granted: " + e.getMessage())
                    : e.outcome(expected);
        }
    }

    /** Asks for one tag: a token alone proves nothing, since token servers leave out what they do not grant. */
    Outcome look(Session session, String expected) throws UnseenException, InterruptedException {
        String path = "/v2/" + registry.host().path(repository) + "/tags/list?n=1";
        Reply reply = session.send("GET", path, repository, Access.PULL.action(), "application/json");
        if (reply.status() == 404 && reply.hasError("NAME_UNKNOWN")) {
            return Outcome.passed(registry + " grants pull of " + repository + ", which does not exist yet");
        }
        if (reply.status() != 200) {
            throw reply.status() == 404
                    ? UnseenException.unseen(reply + ", and not as a registry does")
                    : reply.unwanted();
        }
        boolean isList = reply.isJson()
                && reply.json()
                        .at("name")
                        .text()
                        .filter(registry.host().path(repository)::equals)
                        .isPresent();
        return isList
                ? Outcome.passed(registry + " grants pull of " + repository)
                : Outcome.error(
                        "expected " + expected + " but " + reply + " with something that is no list of its tags");
    }
}
