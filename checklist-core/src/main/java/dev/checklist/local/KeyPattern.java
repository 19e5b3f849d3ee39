package dev.checklist.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Is a kind of key that tells by its form what it is, whoever it belongs to. */
public enum KeyPattern {
    /** A private key in PEM form: RSA, EC, OpenSSH, PGP, encrypted or not. */
    PRIVATE_KEY(
            "(?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\\s|\\\\[nr])*(?:[A-Za-z0-9+/=]{16}|[A-Za-z-]+: ).*",
            "-----BEGIN "),
    /** An access key id of AWS; not those of its documents, which end in EXAMPLE. */
    AWS_ACCESS_KEY("[A-Z2-7]{16}(?<!EXAMPLE)(?![A-Za-z0-9]).*", "AKIA", "ASIA"),
    /** A token of GitHub. */
    GITHUB_TOKEN("[A-Za-z0-9]{36}.*", "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
    /** A fine-grained token of GitHub. */
    GITHUB_FINE_GRAINED_TOKEN("[A-Za-z0-9]{22}_[A-Za-z0-9]{59}.*", "github_pat_"),
    /** A personal access token of GitLab. */
    GITLAB_TOKEN("[A-Za-z0-9_-]{20}.*", "glpat-"),
    /** A token of Slack. */
    SLACK_TOKEN("[0-9]{8,14}-[A-Za-z0-9-]{10,}.*", "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-"),
    /** An API key of Google. */
    GOOGLE_API_KEY("[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-]).*", "AIza"),
    /** A live key of Stripe. */
    STRIPE_KEY("[A-Za-z0-9]{16,}.*", "sk_live_", "rk_live_"),
    /** A token of npm. */
    NPM_TOKEN("[A-Za-z0-9]{36}(?![A-Za-z0-9]).*", "npm_"),
    /** An access token of Docker Hub. */
    DOCKER_TOKEN("[A-Za-z0-9_-]{20,}.*", "dckr_pat_"),
    /** A service token of HashiCorp Vault. */
    VAULT_TOKEN("[A-Za-z0-9_-]{24,}.*", "hvs."),
    /** The key of an Azure storage account. */
    AZURE_STORAGE_KEY("[A-Za-z0-9+/]{86}==.*", "AccountKey="),
    /** An identity of age. */
    AGE_KEY("[0-9A-Z]{58}.*", "AGE-SECRET-KEY-1");

    /** As many bytes behind its beginning as say for sure what a key is. */
    static final int LONGEST_REST = 128;

    private final Pattern rest;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> beginnings;

    KeyPattern(String rest, String... beginnings) {
        this.rest = Pattern.compile(rest, Pattern.DOTALL);
        this.beginnings = List.of(beginnings);
    }

    List<String> beginnings() {
        return beginnings;
    }

    /** Tells whether what stands behind a beginning makes it a key. */
    boolean isContinuedBy(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LONGEST_REST);
        return rest.matcher(new String(bytes, from, Math.max(0, end - from), StandardCharsets.ISO_8859_1))
                .matches();
    }

    boolean isIn(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String beginning : beginnings) {
            for (int at = latin.indexOf(beginning); at >= 0; at = latin.indexOf(beginning, at + 1)) {
                if (isContinuedBy(bytes, at + beginning.length(), bytes.length)) {
                    return true;
                }
            }
        }
        return false;
    }
}
