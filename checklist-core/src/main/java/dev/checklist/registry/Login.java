package dev.checklist.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** Knows the credential for a registry, and asks for it only when the registry does. */
@FunctionalInterface
interface Login {
    /** Is what a registry or its token server takes for an account. */
    record Credential(String user, String password) {
        String basic() {
            return "Basic "
                    + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        }

        /** Shows nothing of it. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Returns the credential; empty if the registry is to be asked as nobody in particular.
     *
     * @throws UnseenException if there should be one and is none
     */
    Optional<Credential> credential(RegistryHost registry) throws UnseenException;

    static Login anonymous() {
        return registry -> Optional.empty();
    }

    static Login of(String user, Supplier<String> password) {
        return registry -> Optional.of(new Credential(user, given("the password", password)));
    }

    /** Reads a value of the author's; whatever his code throws may hold a part of it. */
    static <T> T given(String what, Supplier<? extends T> supplier) throws UnseenException {
        T value;
        try {
            value = supplier.get();
        } catch (RuntimeException e) {
            throw UnseenException.unseen(what + " could not be read: its supplier threw "
                    + e.getClass().getSimpleName());
        }
        boolean isNothing = value == null || value instanceof String text && text.isEmpty();
        if (isNothing) {
            throw UnseenException.unseen(what + " is empty: its supplier gave nothing");
        }
        return value;
    }
}
