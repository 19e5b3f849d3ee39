package dev.checklist.k8s.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A placeholder is what people write for people; what a machine made, and what a service is called, is none. */
class PlaceholderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "\t \n",
                "changeme",
                "CHANGEME",
                "change-me",
                "Change_Me",
                "changeme123",
                "change this",
                "please-change-me",
                "pleasechangeme",
                "change_it",
                "changeNow",
                "replace-me",
                "REPLACE_WITH_REAL_KEY",
                "placeholder",
                "place-holder",
                "your-password",
                "your_api_key",
                "yourpassword",
                "YourSecretHere",
                "<your-password>",
                "<password>",
                "your secret here",
                "insert-here",
                "enter_your_key",
                "secret-here",
                "xxx",
                "XXXX",
                "sk-xxxx",
                "todo",
                "TODO: ask ops",
                "tbd",
                "fixme",
                "to-be-defined",
                "to be replaced",
                "dummy",
                "foobar",
                "example",
                "https://example.com/hook",
                "smtp.example.org",
                "wJalrEXAMPLEKEY",
                "AKIAIOSFODNN7EXAMPLE",
                "${DB_PASSWORD}",
                "{{ .Values.password }}",
                "$(PASSWORD)",
                "__PASSWORD__",
                "%PASSWORD%",
                "@password@",
                "{password}",
                "***",
                "---",
                "...",
                "sk-abc...",
                "sk-abc…",
                "postgres://app:<password>@db:5432/app",
                "postgres://app:changeme@db/app",
                "lorem ipsum dolor"
            })
    void words_that_people_write_for_people_are_placeholders(String text) {
        assertThat(Placeholder.flaw(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "production",
                "info",
                "0",
                "00",
                "true",
                "none",
                "null",
                "test",
                "admin",
                "db.shop.svc:5432",
                "https://exchange.italy.test/api",
                "https://api.exchanger.test",
                "Track <no-reply@shop.test>",
                "{\"a\":1}",
                "<configuration><root level=\"INFO\"/></configuration>",
                "a=b",
                "[info, warn]",
                "yourself",
                "Q3-todos",
                "taxxon",
                "password",
                "10.96.0.1,10.96.0.2",
                "/var/run/secrets",
                "*",
                "--",
                "x",
                "exchange-methods-v2x"
            })
    void settings_are_none(String text) {
        assertThat(Placeholder.flaw(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "password, password, true",
        "anything, Password, true",
        "anything, password123, true",
        "anything, P@ssw0rd!, true",
        "anything, secret, true",
        "anything, my-secret, true",
        "anything, supersecret1, true",
        "anything, aaaaaa, true",
        "anything, 000, true",
        "username, admin, false",
        "POSTGRES_USER, postgres, false",
        "DB_NAME, test, false",
        "DB_PASSWORD, admin, true",
        "DB_PASSWORD, admin123, true",
        "DB_PASSWORD, postgres, true",
        "API_TOKEN, test, true",
        "API_TOKEN, none, true",
        "API_TOKEN, null, true",
        "API_TOKEN, 12345678, true",
        "API_TOKEN, 1234567890123456, true",
        "API_TOKEN, api-token, true",
        "API_TOKEN, API_TOKEN, true",
        "SESSION_SECRET, undefined, true",
        "API_KEY_ID, test, false",
        "host, redis, false"
    })
    void a_common_word_is_a_placeholder_where_the_key_promises_a_secret(String key, String value, boolean isOne) {
        assertThat(SecretFlaws.placeholder(key, SecretValue.of(value)).isPresent())
                .isEqualTo(isOne);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://app:password@db:5432/app", "postgres://app:admin@db/app", "redis://:secret@cache:6379/0",
                "mongodb://u:pass%77ord@a,b,c/x", "postgres://u:%63hangeme@db/x", "mysql://root:root@db/shop"
            })
    void the_password_inside_a_url_counts_also_when_it_is_percent_encoded(String url) {
        assertThat(SecretFlaws.placeholder("DATABASE_URL", SecretValue.of(url)))
                .hasValueSatisfying(flaw -> assertThat(flaw).isNotEmpty());
    }

    @Test
    void a_placeholder_that_was_encoded_twice_is_one() {
        for (String inner : new String[] {"changeme", "changeme\n", "password", "your-secret"}) {
            String twice = Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
            assertThat(SecretFlaws.placeholder("token", SecretValue.of(twice)))
                    .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("of what it is Base64 of: "));
        }
    }

    @Test
    void what_a_generator_makes_is_none() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            for (String value : new String[] {
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes)
            }) {
                assertThat(SecretFlaws.placeholder("token", SecretValue.of(value)))
                        .as(value)
                        .isEmpty();
            }
        }
    }

    @Test
    void bytes_that_are_no_text_are_none_unless_they_are_all_the_same() {
        byte[] bytes = new byte[64];
        assertThat(SecretFlaws.placeholder("keystore", encoded(bytes))).contains("it is one character over and over");
        new SecureRandom().nextBytes(bytes);
        bytes[0] = (byte) 0xFF;
        assertThat(SecretFlaws.placeholder("keystore", encoded(bytes))).isEmpty();
    }

    private static SecretValue encoded(byte[] bytes) {
        return SecretValue.decoded(Base64.getEncoder().encodeToString(bytes)).orElseThrow();
    }

    @Test
    void one_value_under_two_credentials_is_a_copy_and_under_two_names_none() {
        Map<String, SecretValue> values = new TreeMap<>(
                Map.of("API_TOKEN", SecretValue.of("kV3nWq8ZtR"), "SESSION_SECRET", SecretValue.of("kV3nWq8ZtR\n")));
        assertThat(SecretPlaceholders.judge(values).message())
                .isEqualTo("expected no placeholders but found API_TOKEN and SESSION_SECRET (both hold the same value:"
                        + " name the keys to leave out an alias)");
        assertThat(SecretPlaceholders.judge(Map.of("user", SecretValue.of("shop"), "dbname", SecretValue.of("shop")))
                        .status())
                .isEqualTo(dev.checklist.Status.PASSED);
    }

    @Test
    void the_key_of_each_placeholder_is_named_and_no_value() {
        Map<String, SecretValue> values = new TreeMap<>(
                Map.of("a", SecretValue.of("changeme"), "b", SecretValue.of("Zr5-ok-8Kq"), "c", SecretValue.of("")));
        assertThat(SecretPlaceholders.judge(values).message())
                .isEqualTo(
                        "expected no placeholders but found a (it holds the words of a placeholder); c (it is empty)");
    }

    @Test
    void a_secret_without_keys_has_no_good_sign() {
        assertThat(SecretPlaceholders.judge(Map.of()).message())
                .isEqualTo("expected keys without placeholders but found no keys");
    }
}
