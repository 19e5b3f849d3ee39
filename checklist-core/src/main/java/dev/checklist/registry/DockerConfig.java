package dev.checklist.registry;

import dev.checklist.json.Json;
import dev.checklist.json.JsonReader;
import dev.checklist.json.MalformedJsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads credentials as Docker and Kubernetes keep them ({@code config.json}, {@code .dockerconfigjson}). */
record DockerConfig(String what, Source source) implements Login {
    private static final int LARGEST = 1 << 20;

    /** Gives the bytes anew each time, since files and secrets are rotated. */
    @FunctionalInterface
    interface Source {
        byte[] read() throws UnseenException;
    }

    static DockerConfig of(Path file) {
        return new DockerConfig("the Docker configuration " + file, () -> {
            try {
                return Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
            } catch (IOException e) {
                throw UnseenException.unseen("the Docker configuration " + file + " could not be read ("
                        + e.getClass().getSimpleName() + ")");
            }
        });
    }

    static DockerConfig of(Supplier<byte[]> secret) {
        return new DockerConfig("the pull secret", () -> Login.given("the pull secret", secret));
    }

    @Override
    public Optional<Credential> credential(RegistryHost registry) throws UnseenException {
        Json config;
        try {
            config = JsonReader.read(source.read());
        } catch (MalformedJsonException e) {
            throw UnseenException.unseen(what + " is unreadable: " + e.getMessage());
        }
        for (String key : registry.configurationKeys()) {
            Json entry = config.at("auths").at(key);
            if (entry.isObject() && !entry.names().isEmpty()) {
                return Optional.of(credential(entry, registry));
            }
        }
        throw missing(config, registry);
    }

    private Credential credential(Json entry, RegistryHost registry) throws UnseenException {
        Optional<String> user = entry.at("username").text();
        Optional<String> password = entry.at("password").text();
        if (user.isPresent() && password.isPresent()) {
            return new Credential(user.get(), password.get());
        }
        String decoded = decoded(entry.at("auth").text().orElse(""), registry);
        int colon = decoded.indexOf(':');
        if (colon < 1 || colon == decoded.length() - 1) {
            boolean hasToken = entry.at("identitytoken").text().isPresent();
            throw UnseenException.unseen(what + " has an entry for " + registry + " without a user and a password"
                    + (hasToken ? " but an identity token, which is not supported here" : ""));
        }
        return new Credential(decoded.substring(0, colon), decoded.substring(colon + 1));
    }

    private String decoded(String auth, RegistryHost registry) throws UnseenException {
        try {
            return new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw UnseenException.unseen(what + " has an entry for " + registry + " whose auth is no Base64");
        }
    }

    private UnseenException missing(Json config, RegistryHost registry) {
        boolean isHelped = config.at("credsStore").text().isPresent()
                || registry.configurationKeys().stream()
                        .anyMatch(key -> config.at("credHelpers")
                                .at(key.toLowerCase(Locale.ROOT))
                                .text()
                                .isPresent());
        return UnseenException.unseen(
                isHelped
                        ? what + " leaves the credentials of " + registry
                                + " to a credential helper, which is not run here: give user and password instead"
                        : what + " has no credentials for " + registry);
    }
}
