package dev.checklist.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds any of many texts in one pass over bytes, which costs the same whatever their number.
 *
 * <p>The first bytes at each place are looked up in a set of bits, as Rabin and Karp did with a sum of them; what is in
 * it, and by chance a little more, is compared.
 */
final class Needles {
    private static final int WIDEST = 8;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int FEWEST_BITS = 1 << 16;
    private static final int BITS_EACH = 64;

    /** Is one text to be found; what it stands for is a word for people, never the text. */
    private static final class Needle {
        private final byte[] bytes;
        private final String label;
        private final Optional<KeyPattern> pattern;

        private Needle(byte[] bytes, String label, Optional<KeyPattern> pattern) {
            this.bytes = bytes;
            this.label = label;
            this.pattern = pattern;
        }
    }

    private final Map<Long, List<Needle>> byBeginning = new HashMap<>();
    private final long[] bits;
    private final int shift;
    private final int window;
    private final long mask;
    private final int reach;

    private Needles(List<Needle> needles) {
        window = needles.stream().mapToInt(needle -> needle.bytes.length).min().orElse(WIDEST);
        int width = Math.min(window, WIDEST);
        mask = width == WIDEST ? -1L : (1L << (8 * width)) - 1;
        reach = KeyPattern.LONGEST_REST
                + needles.stream().mapToInt(needle -> needle.bytes.length).max().orElse(0);
        int size = Integer.highestOneBit(Math.max(FEWEST_BITS, Math.min(1 << 24, needles.size()) * BITS_EACH) - 1) << 1;
        bits = new long[size / Long.SIZE];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
        for (Needle needle : needles) {
            long beginning = 0;
            for (int i = 0; i < width; i++) {
                beginning = beginning << 8 | needle.bytes[i] & 0xff;
            }
            byBeginning.computeIfAbsent(beginning, same -> new ArrayList<>()).add(needle);
            int bit = (int) (beginning * SPREAD >>> shift);
            bits[bit >> 6] |= 1L << bit;
        }
    }

    /** Makes the search for these values, in all their forms, and these kinds of keys. */
    static Needles of(List<String> values, Collection<KeyPattern> patterns) {
        List<Needle> needles = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String label = "value " + (i + 1) + " of " + values.size();
            for (String form : ValueForms.of(values.get(i))) {
                needles.add(new Needle(form.getBytes(StandardCharsets.UTF_8), label, Optional.empty()));
            }
        }
        Set<KeyPattern> each = EnumSet.noneOf(KeyPattern.class);
        each.addAll(patterns);
        for (KeyPattern pattern : each) {
            for (String beginning : pattern.beginnings()) {
                needles.add(new Needle(
                        beginning.getBytes(StandardCharsets.US_ASCII), pattern.name(), Optional.of(pattern)));
            }
        }
        return new Needles(needles);
    }

    /** Returns how many bytes behind a place decide at most what stands there. */
    int reach() {
        return reach;
    }

    /**
     * Finds what begins in a part of a buffer.
     *
     * @param starts the end of the places that are looked at
     * @param end the end of what can be read behind them
     */
    void find(byte[] buffer, int starts, int end, Consumer<String> found) {
        int width = Math.min(window, WIDEST);
        int last = Math.min(end, starts + width - 1);
        long beginning = 0;
        for (int i = 0; i < last; i++) {
            beginning = (beginning << 8 | buffer[i] & 0xff) & mask;
            int bit = (int) (beginning * SPREAD >>> shift);
            if ((bits[bit >> 6] & 1L << bit) != 0 && i >= width - 1) {
                compare(buffer, i - width + 1, end, beginning, found);
            }
        }
    }

    private void compare(byte[] buffer, int at, int end, long beginning, Consumer<String> found) {
        List<Needle> candidates = byBeginning.get(beginning);
        if (candidates == null) {
            return;
        }
        for (Needle needle : candidates) {
            int to = at + needle.bytes.length;
            boolean isThere = to <= end && Arrays.equals(buffer, at, to, needle.bytes, 0, needle.bytes.length);
            if (isThere
                    && needle.pattern
                            .map(pattern -> pattern.isContinuedBy(buffer, to, end))
                            .orElse(true)) {
                found.accept(needle.label);
            }
        }
    }
}
