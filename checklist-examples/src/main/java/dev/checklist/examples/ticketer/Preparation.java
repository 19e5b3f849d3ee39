package dev.checklist.examples.ticketer;

import static dev.checklist.Checklists.section;
import static dev.checklist.Checklists.signOff;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.http.EndpointChecks;
import dev.checklist.http.HttpChecks;
import java.util.List;

/** Is the part of the page before anything is deployed. */
final class Preparation {
    private final HttpChecks http;
    private final TicketerSettings.Site site;
    private final TicketerDatabase database;
    private final String version;

    Preparation(HttpChecks http, TicketerSettings.Site site, TicketerDatabase database, String version) {
        this.http = http;
        this.site = site;
        this.database = database;
        this.version = version;
    }

    List<Item> sections() {
        return List.of(infrastructure(), application(), security());
    }

    private Section infrastructure() {
        return section(
                "Infrastructure",
                signOff("kubectl is installed and points at the same context")
                        .by("release manager")
                        .tag("T9"),
                signOff("the registry accepts our credentials, for pull and push")
                        .by("release manager")
                        .tag("T10"),
                database.isReachable().tag("T11"),
                signOff("database credentials are kept in the password store")
                        .by("DevOps lead")
                        .tag("T12"));
    }

    private Section application() {
        EndpointChecks health = http.get(site.candidate() + "/api/health");
        Check answers = health.respondsWith(200).named("the candidate's health endpoint answers 200");
        return section(
                "Application",
                signOff("the released commit is tested").by("development lead").tag("T15"),
                signOff("the database schema is final").by("development lead").tag("T16"),
                signOff("environment variables are documented")
                        .by("development lead")
                        .tag("T17"),
                signOff("the image builds on a developer's machine")
                        .by("development lead")
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
                health.hasJsonAt("/version", version)
                        .named("the candidate says that it is the release")
                        .requires(answers)
                        .tag("T19"));
    }

    private Section security() {
        return section(
                "Security",
                signOff("no secret is in version control").by("security review").tag("T22"),
                signOff("the ignore rules cover secret files")
                        .by("development lead")
                        .tag("T23"),
                signOff("the database password is strong").by("DevOps lead").tag("T24"),
                signOff("the image scan shows nothing critical")
                        .by("security review")
                        .tag("T25"),
                signOff("a certificate or an issuer is prepared")
                        .by("DevOps lead")
                        .tag("T26"));
    }
}
