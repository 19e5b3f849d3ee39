package dev.checklist.k8s.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is one block of a PEM text (RFC 7468). */
final class Pem {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s(.*?)-----END \\1-----", Pattern.DOTALL);

    private final String label;
    private final boolean isReadable;
    private final byte[] der;

    private Pem(String label, boolean isReadable, byte[] der) {
        this.label = label;
        this.isReadable = isReadable;
        this.der = der;
    }

    /** Returns the blocks in their order; what stands around them is explanation. */
    static List<Pem> in(String text) {
        List<Pem> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(of(block.group(1), block.group(2)));
        }
        return blocks;
    }

    private static Pem of(String label, String body) {
        try {
            return new Pem(label, true, Base64.getDecoder().decode(body.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return new Pem(label, false, new byte[0]);
        }
    }

    /** Returns what it is, such as {@code CERTIFICATE}. */
    String label() {
        return label;
    }

    /** Tells whether there are bytes; what is encrypted, or no Base64, has none. */
    boolean isReadable() {
        return isReadable;
    }

    byte[] der() {
        return der.clone();
    }

    @Override
    public String toString() {
        return label;
    }
}
