package dev.checklist.k8s.health;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads quantities as numbers: {@code 1000m} is {@code 1}, and {@code 1Gi} is not {@code 1G}. */
public final class Quantities {

    private Quantities() {}

    /** Gives nothing for a quantity that is absent or cannot be read; the rule decides what that means. */
    public static Optional<BigDecimal> number(@Nullable Quantity quantity) {
        if (quantity == null || quantity.getAmount() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(quantity.getNumericalAmount());
        } catch (ArithmeticException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
