package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.anyOf;
import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.examples.settings.Workplace;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.local.GitChecks;
import dev.checklist.local.LocalChecks;
import dev.checklist.registry.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Is the part of the page before anything is deployed. */
final class Preparation {
    private static final String[] SECRET_FILES = {".env", "k8s/secret.yaml"};
    private static final Duration LEFT = Duration.ofDays(21);

    private final TicketerSettings settings;
    private final NamespacedChecks namespace;
    private final HttpChecks http;
    private final TicketerDatabase database;
    private final Workplace workplace;
    private final LocalChecks local;

    Preparation(TicketerSettings settings, NamespacedChecks namespace, HttpChecks http, TicketerDatabase database) {
        this.settings = settings;
        this.namespace = namespace;
        this.http = http;
        this.database = database;
        this.workplace = settings.workplace();
        this.local = workplace.local();
    }

    List<Item> sections() {
        return List.of(infrastructure(), application(), security());
    }

    private Section infrastructure() {
        String context = settings.cluster().context();
        String repository = settings.release().repository();
        return section(
                "Infrastructure",
                local.tool("kubectl").isVersionAtLeast("1.25").tag("T9"),
                local.tool("kubectl")
                        .prints(context, "config", "current-context")
                        .because("the commands of the page name no context")
                        .remedy("kubectl config use-context " + context)
                        .tag("T9"),
                workplace.images().grants(repository, Access.PULL).tag("T10"),
                workplace
                        .images()
                        .grants(repository, Access.PUSH)
                        .remedy("docker login, with an account that may push")
                        .tag("T10"),
                database.isReachable().tag("T11"),
                database.isTheOne().tag("T11"),
                signOff("database credentials are kept in the password store")
                        .by("DevOps lead")
                        .withEvidence()
                        .tag("T12"));
    }

    private Section application() {
        EndpointChecks health =
                http.below(settings.site().candidate().toString()).get("/api/health");
        Check answers = health.respondsWith(200).named("the candidate's health endpoint answers 200");
        return section(
                "Application",
                signOff("the released commit is tested")
                        .by("development lead")
                        .withEvidence()
                        .tag("T15"),
                signOff("the database schema is final")
                        .by("development lead")
                        .over(file("schema.prisma"))
                        .tag("T16"),
                signOff("environment variables are documented")
                        .by("development lead")
                        .over(file("docs/environment.md"))
                        .tag("T17"),
                local.tool("docker")
                        .printsJson(
                                "/0/Config/Labels/org.opencontainers.image.revision",
                                workplace.commit(),
                                "image",
                                "inspect",
                                settings.release().image())
                        .named("the image was built here, from the released commit")
                        .id("image-was-built-here")
                        .remedy("make build, on a clean working tree at the released commit")
                        .tag("T18"),
                answers.tag("T19"),
                health.hasJsonAt("/status", "ok")
                        .named("the candidate says that it is well")
                        .requires(answers)
                        .tag("T19"),
                health.hasJsonAt("/database", "up")
                        .named("the candidate reaches its database")
                        .requires(answers)
                        .tag("T19"),
                health.hasJsonAt("/version", settings.release().version())
                        .named("the candidate says that it is the release")
                        .requires(answers)
                        .tag("T19"));
    }

    private Section security() {
        GitChecks git = workplace.git();
        String domain = settings.site().domain();
        return section(
                "Security",
                git.isNotTracked(SECRET_FILES[0], SECRET_FILES[1])
                        .remedy("git rm --cached, and make new secrets: the old ones are in the history")
                        .tag("T22"),
                git.wasNeverCommitted(SECRET_FILES[0], SECRET_FILES[1])
                        .remedy("make new secrets: whoever has a clone has the old ones")
                        .tag("T22"),
                git.ignores(SECRET_FILES[0], SECRET_FILES[1]).tag("T23"),
                namespace
                        .secret(Deployment.SECRET)
                        .key("DATABASE_URL")
                        .url()
                        .password()
                        .isStrong()
                        .tag("T24"),
                workplace
                        .scan(
                                "ticketer",
                                "scan.json",
                                workplace
                                        .images()
                                        .image(
                                                settings.release().repository(),
                                                settings.release().version()))
                        .tag("T25"),
                anyOf(
                                "a certificate or an issuer is prepared",
                                namespace.tlsSecret("ticketer-tls").isValidFor(LEFT, domain),
                                namespace.issuer("letsencrypt").isReady())
                        .tag("T26"));
    }

    private Path file(String name) {
        return workplace.repository().resolve(name);
    }
}
