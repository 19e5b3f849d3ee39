package dev.checklist.examples.trackdechets;

import static dev.checklist.Checklists.each;
import static dev.checklist.Checklists.settingIs;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.Section;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.k8s.SecretChecks;
import java.util.List;

/** Is the part of the page about secrets, and whether any of them is still a placeholder: D41, D78 to D91, D204. */
final class Secrets {
    static final String APPLICATION = "trackdechets-secrets";
    static final String POSTGRES_BACKUP = "postgres-backup-s3";
    static final String MONGODB_BACKUP = "mongodb-backup-s3";
    static final String TLS = "trackdechets-tls";
    private static final String POSTGRES = "postgres-credentials";
    private static final String MONGODB = "mongodb-credentials";
    /** All Secrets of the page; none is ever listed. */
    private static final List<String> OTHERS = List.of(POSTGRES, MONGODB, POSTGRES_BACKUP, MONGODB_BACKUP, TLS);

    private static final int BYTES = 32;
    private static final String GENERATE = "openssl rand -base64 32, into the Secret " + APPLICATION;

    private final NamespacedChecks namespace;
    private final SecretChecks application;
    private final Check exists;
    private final String sentry;

    Secrets(NamespacedChecks namespace, boolean usesSentry) {
        this.namespace = namespace;
        this.application = namespace.secret(APPLICATION);
        this.exists = application.exists();
        this.sentry = usesSentry ? "used" : "none";
    }

    Section section() {
        return Checklists.section(
                "Secrets",
                Checklists.section(
                                "All of them",
                                exists,
                                each(OTHERS, name -> namespace.secret(name).exists()))
                        .tag("D91", "D140"),
                generated(),
                external());
    }

    private Section generated() {
        return Checklists.section(
                        "Generated",
                        application
                                .key("API_TOKEN_SECRET")
                                .decodesTo(BYTES)
                                .remedy(GENERATE)
                                .requires(exists)
                                .tag("D79"),
                        application
                                .key("API_TOKEN_SECRET")
                                .isStrong()
                                .remedy(GENERATE)
                                .requires(exists)
                                .tag("D79"),
                        application
                                .key("SESSION_SECRET")
                                .decodesTo(BYTES)
                                .remedy(GENERATE)
                                .requires(exists)
                                .tag("D80"),
                        application
                                .key("SESSION_SECRET")
                                .isStrong()
                                .remedy(GENERATE)
                                .requires(exists)
                                .tag("D80"),
                        application
                                .key("SESSION_SECRET")
                                .differsFrom(application.key("API_TOKEN_SECRET"))
                                .remedy(GENERATE)
                                .requires(exists)
                                .tag("D80"),
                        application
                                .key("WEBHOOK_TOKEN_ENCRYPTION_KEY")
                                .hasLength(BYTES)
                                .because("it is the key of a cipher that takes no other")
                                .requires(exists)
                                .tag("D81"),
                        namespace.secret(POSTGRES).key("password").isStrong().tag("D82"),
                        namespace.secret(MONGODB).key("password").isStrong().tag("D83"))
                .tag("D78");
    }

    private Section external() {
        return Checklists.section(
                        "From others",
                        set("SENDINBLUE_APIKEY").tag("D85"),
                        set("INSEE_CLIENT_ID", "INSEE_SECRET", "INSEE_USERNAME", "INSEE_PASSWORD")
                                .tag("D86"),
                        set("S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY").tag("D87"),
                        set("GOTENBERG_TOKEN").tag("D88"),
                        set("SENTRY_DSN")
                                .onlyIf(settingIs("sentry", sentry, "used"))
                                .tag("D89"),
                        application
                                .key("SENTRY_DSN")
                                .isUrl()
                                .requires(exists)
                                .onlyIf(settingIs("sentry", sentry, "used"))
                                .tag("D41"),
                        set("QUEUE_MONITOR_TOKEN").tag("D90"))
                .tag("D84");
    }

    /** A key that is missing or empty fails the line, too. */
    private Check set(String first, String... more) {
        return application.hasNoPlaceholders(first, more).requires(exists);
    }

    /** Asks every Secret for what somebody meant to replace. */
    Section haveNoPlaceholders() {
        return namespace
                .secrets(APPLICATION, OTHERS.toArray(String[]::new))
                .haveNoPlaceholders()
                .tag("D204");
    }
}
