package dev.checklist.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.s3.Content.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {
    /** The start of {@code gpg -c --s2k-cipher-algo AES256}: a passphrase's packet, then the encrypted data. */
    private static final byte[] BY_PASSPHRASE =
            hex("8c0d0409030a5f0c1b2a3d4e5f60ffd23f01a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e");

    /** The start of {@code gpg -e} for an RSA key of 2 048 bits: 268 bytes, version 3, key id, algorithm 1. */
    private static final byte[] BY_KEY = hex("85010c03a1b2c3d4e5f607180107fe" + "5a".repeat(49));

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static Kind kind(byte[] start) {
        return Content.of(start).kind();
    }

    @ParameterizedTest
    @CsvSource({
        "'age-encryption.org/v1\n-> X25519', ENCRYPTED",
        "'-----BEGIN AGE ENCRYPTED FILE-----', ENCRYPTED",
        "'-----BEGIN PGP MESSAGE-----\n', ENCRYPTED",
        "'Salted__12345678', ENCRYPTED",
        "'PGDMP\u0001\u000e', PLAIN",
        "'--\n-- PostgreSQL database dump', PLAIN",
        "'-- MySQL dump 10.13', PLAIN",
        "'-----BEGIN PGP PUBLIC KEY BLOCK-----', UNKNOWN",
        "'-----BEGIN PGP SIGNATURE-----', UNKNOWN",
        "'<html>Please log in', UNKNOWN",
        "'PK\u0003\u0004', UNKNOWN",
        "'age', UNKNOWN",
        "'', UNKNOWN"
    })
    void a_text_tells_its_format_or_not(String start, Kind kind) {
        assertThat(kind(start.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "1f8b0800, PLAIN",
        "28b52ffd04, PLAIN",
        "fd377a585a00, PLAIN",
        "425a6839, PLAIN",
        "04224d18, PLAIN",
        "6de2998100, PLAIN",
        "2c0000000275736572000a000000, PLAIN",
        "2c00000099757365720000000000, UNKNOWN",
        "2c00000002757365720a, UNKNOWN",
        "ffd8ffe000104a46494600010100, UNKNOWN",
        "89504e470d0a1a0a0000000d49484452000000000000, UNKNOWN"
    })
    void bytes_tell_their_format_or_not(String start, Kind kind) {
        assertThat(kind(hex(start))).isEqualTo(kind);
    }

    @Test
    void a_message_of_openpgp_begins_with_a_session_key() {
        assertThat(kind(BY_PASSPHRASE)).isEqualTo(Kind.ENCRYPTED);
        assertThat(kind(BY_KEY)).isEqualTo(Kind.ENCRYPTED);
    }

    @ParameterizedTest
    @CsvSource({"0, 05", "0, 88", "1, 02", "3, 04", "12, 63", "13, 08"})
    void a_field_of_the_session_key_that_does_not_fit_makes_it_unknown(int index, String other) {
        byte[] altered = BY_KEY.clone();
        altered[index] = hex(other)[0];

        assertThat(kind(altered)).isEqualTo(Kind.UNKNOWN);
        byte[] passphrase = BY_PASSPHRASE.clone();
        passphrase[Math.min(index, 5)] = (byte) 0x77;
        assertThat(kind(passphrase)).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void a_message_cut_short_is_unknown() {
        for (int length = 0; length < 20; length++) {
            assertThat(kind(Arrays.copyOf(BY_KEY, length))).isEqualTo(Kind.UNKNOWN);
        }
    }

    @Test
    void noise_is_never_taken_for_encrypted() {
        Random random = new Random(7);
        byte[] noise = new byte[64];
        for (int i = 0; i < 200_000; i++) {
            random.nextBytes(noise);
            assertThat(kind(noise)).isNotEqualTo(Kind.ENCRYPTED);
        }
    }

    @Test
    void a_tar_archive_is_told_by_its_mark() {
        assertThat(Content.ofTarMark("ustar".getBytes(StandardCharsets.US_ASCII))
                        .kind())
                .isEqualTo(Kind.PLAIN);
        assertThat(Content.ofTarMark("ustaR".getBytes(StandardCharsets.US_ASCII))
                        .kind())
                .isEqualTo(Kind.UNKNOWN);
    }
}
