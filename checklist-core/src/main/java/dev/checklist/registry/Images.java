package dev.checklist.registry;

import dev.checklist.json.Json;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads images of a registry; what is believed was compared with its digest. */
record Images(Session session) {
    private static final int MOST_REDIRECTS = 3;
    private static final String ACCEPTED = Stream.concat(Manifest.INDEXES.stream(), Manifest.IMAGES.stream())
            .sorted()
            .collect(Collectors.joining(", "));

    /**
     * Is what a registry says that a name stands for.
     *
     * @param type its media type
     */
    record Found(ImageName name, String digest, String type) {}

    /** Finds an image without fetching it: registries count a GET of a manifest as a pull. */
    Found find(ImageName name) throws UnseenException, InterruptedException {
        Reply reply = ask("HEAD", name);
        String digest = reply.header("Docker-Content-Digest").orElse("");
        if (!ImageName.DIGEST.matcher(digest).matches()) {
            throw UnseenException.unseen(reply + " without one Docker-Content-Digest");
        }
        if (name.isDigest() && !digest.equals(name.reference())) {
            throw UnseenException.unseen(reply + " with another digest than was asked for");
        }
        return new Found(name, digest, reply.type());
    }

    /** Fetches what was found, by its digest, so that a tag that is moved meanwhile makes no difference. */
    Manifest manifest(Found found) throws UnseenException, InterruptedException {
        ImageName name = found.name().at(found.digest());
        Reply reply = ask("GET", name);
        if (!Digest.isOf(found.digest(), reply.body())) {
            throw UnseenException.unseen(reply + " with a content that is not of this digest");
        }
        return new Manifest(name, reply.type(), reply.json());
    }

    /** Fetches the configuration of an image. */
    Json configuration(Manifest image) throws UnseenException, InterruptedException {
        String digest = image.configuration();
        String repository = image.name().repository();
        Reply reply = session.send(
                "GET", path(repository) + "/blobs/" + digest, repository, "pull", "application/octet-stream, */*");
        // Many registries keep blobs in a store elsewhere; the digest tells whether it gave the right one.
        for (int i = 0; i < MOST_REDIRECTS && reply.isRedirect(); i++) {
            reply = follow(reply);
        }
        if (reply.status() != 200) {
            throw reply.unwanted();
        }
        if (!Digest.isOf(digest, reply.body())) {
            throw UnseenException.unseen(reply + " with a content that is not of the digest " + digest);
        }
        return reply.json();
    }

    /** Follows without any credential: the address of a store carries its own. */
    private Reply follow(Reply reply) throws UnseenException, InterruptedException {
        URI target;
        try {
            target = reply.uri().resolve(reply.header("Location").orElseThrow(reply::unwanted));
        } catch (IllegalArgumentException e) {
            throw reply.unwanted();
        }
        if (!Realm.isReachable(target, session.registry().host())) {
            throw UnseenException.unseen(reply + " with a redirect to an address that is no https");
        }
        return session.registry().wire().send("GET", target, "*/*", null, session.deadline());
    }

    private Reply ask(String method, ImageName name) throws UnseenException, InterruptedException {
        Reply reply = session.send(
                method,
                path(name.repository()) + "/manifests/" + name.reference(),
                name.repository(),
                "pull",
                ACCEPTED);
        if (reply.status() == 404) {
            throw new UnseenException(UnseenException.Kind.ABSENT, "there is no " + name + " in " + session.registry());
        }
        if (reply.status() != 200) {
            throw reply.unwanted();
        }
        if (!Manifest.INDEXES.contains(reply.type()) && !Manifest.IMAGES.contains(reply.type())) {
            throw UnseenException.unseen(reply + " with something that is no image manifest: is this a registry?");
        }
        return reply;
    }

    private String path(String repository) {
        return "/v2/" + session.registry().host().path(repository);
    }
}
