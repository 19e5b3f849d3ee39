package dev.checklist.k8s.capacity;

import dev.checklist.k8s.health.Quantities;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Is an amount of what nodes give and pods ask for.
 *
 * @param cpu in cores
 * @param memory in bytes
 */
public record Resources(BigDecimal cpu, BigDecimal memory) {
    /** Is nothing of both. */
    public static final Resources NONE = new Resources(BigDecimal.ZERO, BigDecimal.ZERO);

    private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);
    private static final BigDecimal GIBI = BigDecimal.valueOf(1L << 30);

    /**
     * Reads an author's quantities, such as {@code 500m} and {@code 2Gi}.
     *
     * @throws IllegalArgumentException if one is no quantity, or not above zero
     */
    public static Resources of(@Nullable String cpu, @Nullable String memory) {
        return new Resources(amount("cpu", cpu, "500m or 4"), amount("memory", memory, "512Mi or 8Gi"));
    }

    private static BigDecimal amount(String what, @Nullable String text, String example) {
        Optional<BigDecimal> number =
                text == null || text.isBlank() ? Optional.empty() : Quantities.number(quantity(text.strip()));
        return number.filter(n -> n.signum() > 0)
                .orElseThrow(() -> new IllegalArgumentException("the " + what + " is "
                        + (text == null ? "null" : "\"" + text + "\"") + ": expected a quantity above zero such as "
                        + example));
    }

    private static @Nullable Quantity quantity(String text) {
        try {
            return Quantity.parse(text);
        } catch (IllegalArgumentException e) {
            return null; // the caller names the text
        }
    }

    /** Reads both from a map of the API; nothing if one of them is absent or cannot be read. */
    static Optional<Resources> in(@Nullable Map<String, Quantity> amounts) {
        Optional<BigDecimal> cpu = amounts == null ? Optional.empty() : Quantities.number(amounts.get("cpu"));
        Optional<BigDecimal> memory = amounts == null ? Optional.empty() : Quantities.number(amounts.get("memory"));
        return cpu.flatMap(cores -> memory.map(bytes -> new Resources(cores, bytes)));
    }

    Resources plus(Resources other) {
        return new Resources(cpu.add(other.cpu), memory.add(other.memory));
    }

    Resources minus(Resources other) {
        return new Resources(cpu.subtract(other.cpu), memory.subtract(other.memory));
    }

    /** Tells whether there is enough of both. */
    boolean covers(Resources need) {
        return cpu.compareTo(need.cpu) >= 0 && memory.compareTo(need.memory) >= 0;
    }

    /** Shows both, the memory rounded down, so that nothing looks like more than there is. */
    @Override
    public String toString() {
        String unit = memory.abs().compareTo(GIBI) >= 0 ? "Gi" : "Mi";
        BigDecimal size = memory.divide(unit.equals("Gi") ? GIBI : MEBI, 1, RoundingMode.FLOOR);
        return "cpu " + plain(cpu.setScale(3, RoundingMode.FLOOR)) + ", memory " + plain(size) + unit;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
