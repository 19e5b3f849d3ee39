package dev.checklist.attestation;

import dev.checklist.run.Attestation;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Knows whose keys count: a file of blocks that people edit.
 *
 * <pre>{@code
 * # the keys of those who sign; "openssl pkey -pubout -outform DER | base64" prints one
 * signer: Ann
 * key: MCowBQYDK2VwAyEA...
 * roles: release manager, DevOps lead
 * }</pre>
 *
 * <p>A name may have several blocks, one for each of its keys. Without {@code roles} a key is good for every role.
 */
public final class KnownSigners {
    private static final BlockFile.Keys KEYS = new BlockFile.Keys("signer", List.of("key"), List.of("roles"));

    private final List<Signer> signers;

    /** Is one key. */
    private record Signer(String name, PublicKey key, List<String> roles) {}

    private KnownSigners(List<Signer> signers) {
        this.signers = signers;
    }

    static KnownSigners none() {
        return new KnownSigners(List.of());
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if it is not as described, naming file and line
     * @throws IOException if it cannot be read
     */
    public static KnownSigners read(Path file) throws IOException {
        List<Signer> signers = new ArrayList<>();
        for (BlockFile.Block block : BlockFile.read(file, KEYS)) {
            signers.add(new Signer(block.text("signer"), block.value("key", KnownSigners::key), block.list("roles")));
        }
        if (signers.isEmpty()) {
            throw new IllegalArgumentException(file + " has no signer: expected a block that begins with \"signer:\"");
        }
        return new KnownSigners(List.copyOf(signers));
    }

    private static PublicKey key(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text);
            return KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("expected an Ed25519 public key in Base64 (DER, 44 bytes)", e);
        }
    }

    boolean isEmpty() {
        return signers.isEmpty();
    }

    /** Tells whether a key of that name made the signature. */
    boolean verify(String name, byte[] text, byte[] signature) {
        return signers.stream()
                .filter(signer -> signer.name().equals(name))
                .anyMatch(signer -> verify(signer.key(), text, signature));
    }

    private static boolean verify(PublicKey key, byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(SigningKey.ALGORITHM);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Returns the answer in a role that its signer has, so that nobody signs in another's. */
    Attestation inTheirRole(Attestation answer) {
        List<List<String>> allowed = signers.stream()
                .filter(signer -> signer.name().equals(answer.who()))
                .map(Signer::roles)
                .toList();
        boolean isAllowed = answer.role().isEmpty()
                || allowed.stream()
                        .anyMatch(roles ->
                                roles.isEmpty() || roles.contains(answer.role().get()));
        return isAllowed
                ? answer
                : answer.as(String.join(
                        " or ",
                        allowed.stream().flatMap(List::stream).distinct().toList()));
    }

    @Override
    public String toString() {
        return Arrays.toString(signers.stream().map(Signer::name).distinct().toArray());
    }
}
