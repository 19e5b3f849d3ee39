package dev.checklist.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a registry, and gets a token where it wants one (Distribution's token authentication). */
record Session(Registry registry, Refusals refusals, Deadline deadline) {
    private static final String TOKEN = "[\\x21-\\x7e]{1,65536}";

    /** Names a right to be asked for once. */
    private record Scope(Registry registry, String scope) {}

    /**
     * Sends a request to the registry.
     *
     * @param path of the API, from {@code /v2/} on, with a query if need be
     * @param actions such as "pull" or "pull,push"
     */
    Reply send(String method, String path, String repository, String actions, String accept)
            throws UnseenException, InterruptedException {
        URI uri = registry.host().api().resolve(path);
        Scope scope = new Scope(registry, "repository:" + registry.host().path(repository) + ":" + actions);
        Reply first = registry.wire().send(method, uri, accept, refusals.authorization(scope), deadline);
        if (first.status() != 401) {
            return first;
        }
        Challenge challenge =
                Challenge.of(first.headers().allValues("WWW-Authenticate")).orElseThrow(first::unwanted);
        refusals.forget(scope);
        refusals.await(deadline);
        try {
            return challenge.isBearer()
                    ? withToken(method, uri, accept, scope, challenge)
                    : withPassword(method, uri, accept, scope, first);
        } finally {
            refusals.done();
        }
    }

    private Reply withPassword(String method, URI uri, String accept, Scope scope, Reply first)
            throws UnseenException, InterruptedException {
        Login.Credential credential = credential().orElseThrow(first::unwanted);
        Reply reply = registry.wire().send(method, uri, accept, credential.basic(), deadline);
        if (reply.status() == 401) {
            throw refusals.refuse(credential);
        }
        refusals.keep(scope, credential.basic());
        return reply;
    }

    private Reply withToken(String method, URI uri, String accept, Scope scope, Challenge challenge)
            throws UnseenException, InterruptedException {
        String bearer = "Bearer " + token(scope, challenge);
        Reply reply = registry.wire().send(method, uri, accept, bearer, deadline);
        if (reply.status() != 401) {
            refusals.keep(scope, bearer);
        }
        return reply;
    }

    private String token(Scope scope, Challenge challenge) throws UnseenException, InterruptedException {
        URI realm = challenge
                .realm()
                .filter(uri -> Realm.isReachable(uri, registry.host()))
                .orElseThrow(() -> UnseenException.unseen(
                        "the registry names no token server that can be asked: expected an https address"));
        Optional<Login.Credential> credential = credential();
        if (credential.isPresent() && !Realm.mayHaveCredentials(realm, registry.host(), registry.realms())) {
            throw UnseenException.unseen("the registry names the token server " + realm.getHost()
                    + ", which is none of its own: say allowingTokenRealm(\"" + realm.getHost()
                    + "\") if it may have the credentials");
        }
        String basic = credential.map(Login.Credential::basic).orElse(null);
        Reply reply =
                registry.wire().send("GET", request(realm, scope, challenge), "application/json", basic, deadline);
        boolean isRefused = reply.status() == 401
                || reply.status() == 403
                || (reply.status() == 400
                        && new String(reply.body(), StandardCharsets.UTF_8).contains("invalid_grant"));
        if (isRefused && credential.isPresent()) {
            throw refusals.refuse(credential.get());
        }
        if (reply.status() != 200) {
            throw reply.status() == 404
                    ? UnseenException.unseen(reply + ": there is no token server")
                    : reply.unwanted();
        }
        if (!reply.isJson()) {
            throw UnseenException.unseen(reply + ", but not with JSON");
        }
        return reply.json()
                .at("token")
                .text()
                .or(() -> accessToken(reply))
                .filter(token -> token.matches(TOKEN))
                .orElseThrow(() -> UnseenException.unseen(reply + ", but with no token"));
    }

    private static Optional<String> accessToken(Reply reply) {
        try {
            return reply.json().at("access_token").text();
        } catch (UnseenException e) {
            return Optional.empty();
        }
    }

    private static URI request(URI realm, Scope scope, Challenge challenge) {
        StringBuilder uri = new StringBuilder(realm.toString().replaceFirst("#.*", ""));
        uri.append(realm.getRawQuery() == null ? '?' : '&');
        challenge
                .service()
                .ifPresent(service ->
                        uri.append("service=").append(encoded(service)).append('&'));
        return URI.create(uri.append("scope=").append(encoded(scope.scope())).toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns the credential, unless it was refused before. */
    private Optional<Login.Credential> credential() throws UnseenException {
        Login.@Nullable Credential known =
                registry.login().credential(registry.host()).orElse(null);
        if (known != null) {
            refusals.check(known);
        }
        return Optional.ofNullable(known);
    }
}
