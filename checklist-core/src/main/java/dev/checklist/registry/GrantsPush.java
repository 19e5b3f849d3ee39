package dev.checklist.registry;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Looks whether the account may add to a repository: starts an upload, and takes it back at once. */
record GrantsPush(Registry registry, String repository, boolean pullsToo) implements Probe {
    private static final String ACTIONS = "pull,push";

    /** Finds the upload that an attempt has started and not ended. */
    private record Key(GrantsPush probe) {}

    /** Holds its address, which is as good as a credential and so stands in no evidence. */
    private static final class Upload {
        private volatile @Nullable URI address;
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        String expected = "the right to push to " + repository;
        try {
            Session session = registry.session(context);
            if (pullsToo) {
                Outcome pull = new GrantsPull(registry, repository).evaluate(context);
                if (pull.status() != Status.PASSED) {
                    return pull;
                }
            }
            String path = "/v2/" + registry.host().path(repository) + "/blobs/uploads/";
            Reply reply = session.send("POST", path, repository, ACTIONS, "*/*");
            if (reply.status() != 202) {
                throw reply.unwanted();
            }
            upload(context).address = location(reply);
            cleanUp(context);
            return Outcome.passed(registry + " grants push to " + repository + "; the upload was taken back")
                    .with("repository", registry + "/" + repository);
        } catch (UnseenException e) {
            return e.kind() == UnseenException.Kind.NOT_PERMITTED
                    ? Outcome.failed("expected " + expected + " but it was not granted: " + e.getMessage())
                    : e.outcome(expected);
        }
    }

    /** Takes back the upload that was started, if there is one left. */
    void cleanUp(CheckContext context) throws Exception {
        Upload upload = upload(context);
        URI address = upload.address;
        if (address == null) {
            return;
        }
        // The address is relative to the registry, whose host was compared.
        String path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        Reply reply = registry.session(context).send("DELETE", path, repository, ACTIONS, "*/*");
        boolean isGone = reply.status() / 100 == 2 || reply.status() == 404;
        if (!isGone) {
            throw UnseenException.unseen("an empty upload was left in " + registry + "/" + repository
                    + ", which registries remove in time: its removal was answered " + reply.status());
        }
        upload.address = null;
    }

    private Upload upload(CheckContext context) {
        return context.perRun(new Key(this), Upload::new);
    }

    private URI location(Reply reply) throws UnseenException {
        URI location;
        try {
            location = reply.uri().resolve(reply.header("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            throw UnseenException.unseen(reply + " with a Location that is no address");
        }
        URI api = registry.host().api();
        boolean isOurs = reply.header("Location").isPresent()
                && api.getHost().equalsIgnoreCase(String.valueOf(location.getHost()))
                && api.getPort() == location.getPort()
                && String.valueOf(location.getRawPath()).startsWith("/v2/");
        if (!isOurs) {
            throw UnseenException.unseen(
                    reply
                            + " with an upload at no address of the registry itself, so it was left for the registry to remove");
        }
        return location;
    }
}
