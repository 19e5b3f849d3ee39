package dev.checklist.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.checklist.Outcome;
import dev.checklist.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final Redactor NOTHING_KNOWN = new Redactor(KnownSecrets.of(List.of()));

    private static Redactor knowing(String... secrets) {
        return new Redactor(KnownSecrets.of(List.of(secrets)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // credentials in addresses
                "postgres://app:s3cr3t@db:5432/shop            | postgres://***@db:5432/shop",
                "jdbc:postgresql://app:pa/ss#w?rd@db/shop      | jdbc:postgresql://***@db/shop",
                "GET https://kim:p@ss:w0rd@host/x failed       | GET https://***@host/x failed",
                "redis://:hunter2@cache                        | redis://***@cache",
                "https://token@host and http://a:b@c           | https://***@host and http://***@c",
                "jdbc:mysql://db/shop?user=a&password=hunter2  | jdbc:mysql://db/shop?user=a&password=***",
                "https://h/f?sv=1&sig=ab%2Fcd%3D&se=2          | https://h/f?sv=1&sig=***&se=2",
                "?X-Amz-Signature=ab12&X-Amz-Credential=AK/20  | ?X-Amz-Signature=***&X-Amz-Credential=***",
                "state=1&next=%2Fx%3Ftoken%3Dhunter2&y=1       | state=1&next=%2Fx%3Ftoken%3D***&y=1",
                // headers
                "Authorization: Bearer abc.def, then more      | Authorization: ***",
                "proxy-authorization=Basic dXNlcjpwYXNz        | proxy-authorization=***",
                "{\"Authorization\":\"Digest a, b\",\"x\":1}   | {\"Authorization\":\"***\",\"x\":1}",
                "Cookie: a=1; SID=2                            | Cookie: ***",
                "set-cookie: SID=31d4d96e; Path=/              | set-cookie: ***",
                "X-Api-Key: 0123456789                         | X-Api-Key: ***",
                "sent Bearer mF_9.B5f-4.1JqM back              | sent Bearer *** back",
                "sent basic dXNlcjpwYXNzd29yZA== back          | sent basic *** back",
                "Bearer abcdefghijklmnopqrst                   | Bearer ***",
                // named values, however they are written
                "password=hunter2                              | password=***",
                "PASSWORD : hunter2, next                      | PASSWORD : ***, next",
                "password=\"hunter 2, \\\"3\\\"\" next         | password=*** next",
                "password='hunter 2' next                      | password=*** next",
                "password=\"cut short                          | password=***",
                "{\"password\": \"hunter2\", \"user\": \"a\"}  | {\"password\": ***, \"user\": \"a\"}",
                "{\\\"token\\\":\\\"abc\\\",\\\"n\\\":1}        | {\\\"token\\\":***\\\",\\\"n\\\":1}",
                "DB_PASSWORD=hunter2 PGPASSWORD=hunter3        | DB_PASSWORD=*** PGPASSWORD=***",
                "dbPassword=a accessToken=b clientSecret:c     | dbPassword=*** accessToken=*** clientSecret:***",
                "spring.datasource.password: hunter2           | spring.datasource.password: ***",
                "aws_secret_access_key = wJalrXUtnFEMI         | aws_secret_access_key = ***",
                "AccountName=a;AccountKey=b64==;x              | AccountName=a;AccountKey=***;x",
                "Server=db;Pwd=hunter2;Database=x              | Server=db;Pwd=***;Database=x",
                "api key: abcdef                               | api key: ***",
                "private_key=abc passphrase=abc                | private_key=*** passphrase=***",
                "JSESSIONID=A1 PHPSESSID=B2 session_id=C3      | JSESSIONID=*** PHPSESSID=*** session_id=***",
                "{\"auths\":{\"r\":{\"auth\":\"dXNlcg\"}}}     | {\"auths\":{\"r\":{\"auth\":***}}}",
                "//r/:_auth=dXNlcg                             | //r/:_auth=***",
                "<Password>hunter2</Password>                  | <Password>***</Password>",
                "<ns:client-secret>a b</ns:client-secret>      | <ns:client-secret>***</ns:client-secret>",
                "run --db-password hunter2 --verbose           | run --db-password *** --verbose",
                "run --token=abc --api-key 'a b'               | run --token=*** --api-key ***",
                // the only sign of a secret begins the text
                "--pwd ab                                      | --pwd ***",
                "<pwd>a b                                      | <pwd>***",
                "://a@b                                        | ://***@b",
                "= pwd=ab                                      | = pwd=***",
                "% pwd%3da                                     | % pwd%3d***",
                // no other sign than a word that is just long enough
                "Bearer 12345678 x                             | Bearer *** x",
                "Bearer 12345678                               | Bearer ***",
                "AKIAIOSFODNN7EXAMPLE x                        | *** x",
                // tokens by their form
                "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sig | got ***",
                "key AKIAIOSFODNN7EXAMPLE is old               | key *** is old",
                "key ASIAIOSFODNN7EXAMPLE is old               | key *** is old",
                "push ghp_0123456789abcdefghij0123456789       | push ***",
                "use github_pat_11ABCDEFG0123456789_abc        | use ***",
                "use glpat-0123456789abcdefghij                | use ***",
                "use npm_0123456789abcdefghij                  | use ***",
                "use dckr_pat_0123456789abcdefghij             | use ***",
                "use xoxb-0123456789-abcdef                    | use ***",
                "use sk_live_0123456789abcdefghij              | use ***",
                "use AIzaSyA0123456789abcdefghijklmnopqrstuv   | use ***",
                "use hvs.CAESIJ0123456789abcdef                | use ***"
            })
    void masked(String text, String expected) {
        assertThat(NOTHING_KNOWN.mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // names
                "token-service is up",
                "token-service: 3 of 3 ready",
                "deployment secret-store runs registry.example/secret-store:1.4.2",
                "secret payments-db has the keys url, password and token",
                "secrets \"payments-db\" is forbidden: User \"system:serviceaccount:shop:default\" cannot get it",
                "secretName: payments-tls, secretKeyRef.name: payments-db",
                "password authentication failed for user \"app\"",
                "password: missing, token: expired, credentials: refused, secret: not found",
                "\"password\": null",
                "2 tokens: left, design=new, assignment=done, keys: url, password",
                "basic authentication is on, and Basic Authentication is on",
                "bearer certificates, Bearer token missing, Digest mismatch, digest authentication",
                "grant_type=client_credentials_x token_type=x expires_in=3600 password_file=/run/p",
                "authorized by Kim, the author: Kim, oauth: on, session: open",
                "cert-manager.io/v1: Certificate, pass: 3, passed: 4, monkey: 5",
                // digests, hashes and ids
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "image digest 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "commit 3f2a9c1d5e7b8a6049c2d1e0f3b4a5968778695a",
                "uid 7f3c1a52-9d0e-4b7c-8a1f-0c2d3e4f5a6b",
                "resourceVersion: 812345, generation: 4, 2030-01-01T00:00:00Z",
                "etag \"d41d8cd98f00b204e9800998ecf8427e\"",
                // images, addresses and files
                "registry.example:5000/team/api:1.4.2@sha256:9f86d081884c7d65",
                "docker-pullable://nginx@sha256:9f86d081884c7d65",
                "https://registry.example:4873/@scope/pkg and https://h/users/ops@example.com",
                "ops@example.com, mailto:ops@example.com, git@host:team/repo.git",
                "https://h/search?q=a@b#x and http://10.0.0.1:8080/health",
                "postgres://db:5432/shop without credentials",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
                "100 % of 3 < 4, a=b, c: d, e_f-g, eyJ, AKIA, ASIA and ASIAPACIFIC",
                "run --verbose --tokenizer fast --password-file /run/p"
            })
    void left_readable(String text) {
        assertThat(NOTHING_KNOWN.mask(text)).isEqualTo(text);
    }

    @Test
    void private_keys_are_masked_whole_even_if_cut_short_or_on_one_line() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc=\n-----END RSA PRIVATE KEY-----";
        assertThat(NOTHING_KNOWN.mask("a\n" + key + "\nb")).isEqualTo("a\n***\nb");
        assertThat(NOTHING_KNOWN.mask(key.replace("\n", "\\n") + " b")).isEqualTo("*** b");
        assertThat(NOTHING_KNOWN.mask(key.substring(0, 45))).isEqualTo("***");
        assertThat(NOTHING_KNOWN.mask(key.replace("RSA ", "") + key)).isEqualTo("******");
        String pgp = "-----BEGIN PGP PRIVATE KEY BLOCK-----\nabc\n-----END PGP PRIVATE KEY BLOCK-----!";
        assertThat(NOTHING_KNOWN.mask(pgp)).isEqualTo("***!");
    }

    @Test
    void a_cookie_header_does_not_swallow_the_next_line() {
        assertThat(NOTHING_KNOWN.mask("Cookie: a=1; b=2\nHost: h")).isEqualTo("Cookie: ***\nHost: h");
        assertThat(NOTHING_KNOWN.mask("credentials:\n  - name: x")).isEqualTo("credentials:\n  - name: x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "DB_PASSWORD",
                "PGPASSWORD",
                "db.password",
                "accessToken",
                "X-Api-Key",
                "api key",
                "token",
                "Authorization",
                "Proxy-Authorization",
                "cookie",
                "Set-Cookie",
                "clientSecret",
                "sig",
                "x-sig",
                "aws_secret_access_key",
                "credentials",
                "pwd"
            })
    void names_of_evidence_that_say_that_the_value_is_secret(String name) {
        assertThat(SecretPatterns.namesSecret(name)).isTrue();
        assertThat(NOTHING_KNOWN
                        .mask(Outcome.passed("x").with(name, "anything"))
                        .evidence())
                .isEqualTo(Map.of(name, "***"));
        assertThat(NOTHING_KNOWN
                        .mask(Outcome.passed("x").identifiedBy(name, "anything"))
                        .identity())
                .isEqualTo(Map.of(name, "***"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token-service",
                "secretName",
                "keys present",
                "password file",
                "digest",
                "git commit",
                "author",
                "tokens",
                "design",
                "url",
                "cluster uid",
                "authorization mode"
            })
    void names_of_evidence_that_do_not(String name) {
        assertThat(SecretPatterns.namesSecret(name)).isFalse();
        assertThat(NOTHING_KNOWN
                        .mask(Outcome.passed("x").with(name, "anything"))
                        .evidence())
                .isEqualTo(Map.of(name, "anything"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2!",
                "a b+c/d=e&f",
                "quote\" back\\slash",
                "tab\tand\nline of sixteen",
                "pa$$w.rd[*]+(x)\\1",
                "Zürich—🔑-ключ",
                "<tag>&'x'",
                "\u0001bell"
            })
    void known_secrets_are_masked_as_they_stand_and_in_base64_url_json_and_xml_form(String secret) {
        Redactor redactor = knowing(secret);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        for (String form : List.of(secret, url, url.replace("+", "%20"), lowerHex(url), json(secret), xml(secret))) {
            assertThat(redactor.mask("a" + form + "z")).as(form).isEqualTo("a***z");
        }
        assertThat(redactor.mask(json(secret).replace("/", "\\/") + "|")).isEqualTo("***|");
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 6; before++) {
            for (int after = 0; after < 4; after++) {
                byte[] around = ("#".repeat(before) + secret + "#".repeat(after)).getBytes(StandardCharsets.UTF_8);
                for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                    String masked = redactor.mask(encoder.encodeToString(around));
                    assertThat(masked).contains("***");
                    // what is left decodes to the surroundings and to at most one byte at each edge
                    int left = masked.replace("***", "").replace("=", "").length() * 6 / 8;
                    assertThat(left).isLessThanOrEqualTo(before + after + 3).isLessThan(bytes.length + before + after);
                }
            }
        }
    }

    private static String lowerHex(String url) {
        StringBuilder lower = new StringBuilder(url);
        for (int i = url.indexOf('%'); i >= 0; i = url.indexOf('%', i + 1)) {
            lower.replace(i, i + 3, url.substring(i, i + 3).toLowerCase(java.util.Locale.ROOT));
        }
        return lower.toString();
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder();
        for (char c : text.toCharArray()) {
            json.append(
                    switch (c) {
                        case '"' -> "\\\"";
                        case '\\' -> "\\\\";
                        case '\n' -> "\\n";
                        case '\t' -> "\\t";
                        case '\u0001' -> "\\u0001";
                        default -> String.valueOf(c);
                    });
        }
        return json.toString();
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    @Test
    void the_longest_of_overlapping_secrets_is_masked_first() {
        assertThat(knowing("hunter", "hunter2", "my-hunter2").mask("my-hunter2 hunter2 hunter"))
                .isEqualTo("*** *** ***");
    }

    @Test
    void long_lines_of_a_secret_of_several_lines_are_masked_one_by_one() {
        String key = "first line is long enough\nshort\n  second line is long, too  ";
        assertThat(knowing(key).mask("x second line is long, too y short")).isEqualTo("x *** y short");
        assertThat(knowing(key).mask("first line is long enough")).isEqualTo("***");
        assertThat(knowing("line\n0123456789abcde\n0123456789ABCDEF").mask("0123456789abcde 0123456789ABCDEF"))
                .as("15 characters, and 16")
                .isEqualTo("0123456789abcde ***");
    }

    @Test
    void a_secret_with_space_around_it_is_masked_without_it_too() {
        assertThat(knowing(" hunter2\n").mask("a hunter2b")).isEqualTo("a ***b");
        assertThat(knowing(" hunter2\n").mask("a hunter2\nb")).as("and with it").isEqualTo("a***b");
    }

    @Test
    void a_secret_of_fewer_than_four_characters_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> knowing("abc"))
                .withMessage("a secret has fewer than 4 characters: it cannot be masked without masking all else");
        assertThat(knowing("abcd").mask("abcde")).isEqualTo("***e");
    }

    @Test
    void first_masks_then_cuts() {
        String secret = "s3cr3t-canary-0123456789";
        for (int from = Redactor.LONGEST_TEXT - 30; from < Redactor.LONGEST_TEXT + 5; from++) {
            String masked = knowing(secret).mask("x".repeat(from) + secret + "y".repeat(100));
            assertThat(masked).doesNotContain("s3cr");
        }
        String named = "x".repeat(Redactor.LONGEST_TEXT - 12) + " password=hunter2 and more";
        assertThat(NOTHING_KNOWN.mask(named)).doesNotContain("hunt");
    }

    @Test
    void a_text_is_cut_at_its_longest_and_says_how_much_is_missing() {
        String fits = "x".repeat(Redactor.LONGEST_TEXT);
        assertThat(NOTHING_KNOWN.mask(fits)).isSameAs(fits);
        assertThat(NOTHING_KNOWN.mask(fits + "yz")).isEqualTo(fits + "… (2 more characters)");
        assertThat(NOTHING_KNOWN.mask("abcdef", 4)).isEqualTo("abcd… (2 more characters)");
        assertThat(NOTHING_KNOWN.mask("abc𐐨def", 4)).as("no half character").isEqualTo("abc… (5 more characters)");
    }

    @Test
    void an_outcome_is_masked_in_every_part_and_keeps_the_rest() {
        Outcome raw = Outcome.unsupported("password=hunter2")
                .with("url", "https://a:b@h/x")
                .with("password=key", "v")
                .identifiedBy("server", "https://a:b@h/")
                .warning("token=abcdef")
                .conclusively();
        Outcome masked = NOTHING_KNOWN.mask(raw);
        assertThat(masked)
                .isEqualTo(Outcome.unsupported("password=***")
                        .with("url", "https://***@h/x")
                        .with("password=***", "v")
                        .identifiedBy("server", "https://***@h/")
                        .warning("token=***")
                        .conclusively());
        for (Outcome kind : List.of(
                Outcome.passed("token=x"),
                Outcome.failed("token=x"),
                Outcome.error("token=x"),
                Outcome.notPermitted("token=x"))) {
            Outcome done = NOTHING_KNOWN.mask(kind);
            assertThat(done.status()).isEqualTo(kind.status());
            assertThat(done.mark()).isEqualTo(kind.mark());
            assertThat(done.message()).isEqualTo("token=***");
            assertThat(done.isConclusive()).isFalse();
        }
        for (Outcome one : List.of(
                Outcome.failed("x").with("u", "https://a:b@h"),
                Outcome.failed("x").with("token=y", "v"),
                Outcome.failed("x").identifiedBy("u", "https://a:b@h"),
                Outcome.failed("x").warning("https://a:b@h"))) {
            assertThat(NOTHING_KNOWN.mask(one)).isNotEqualTo(one);
        }
    }

    @Test
    void what_has_nothing_to_mask_is_the_very_same() {
        Outcome clean = Outcome.passed("3 of 3 ready")
                .with("ready", 3)
                .identifiedBy("uid", "a-1")
                .warning("old");
        assertThat(NOTHING_KNOWN.mask(clean)).isSameAs(clean);
        assertThat(clean.status()).isEqualTo(Status.PASSED);
        assertThat(NOTHING_KNOWN.mask(List.of("a", "token=b"))).containsExactly("a", "token=***");
    }
}
