package dev.checklist.examples.trackdechets;

import dev.checklist.examples.settings.ClusterSettings;
import dev.checklist.examples.settings.DatabaseSettings;
import dev.checklist.examples.settings.Network;
import dev.checklist.examples.settings.Values;
import dev.checklist.examples.settings.Workplace;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes the settings by their names. */
final class SettingNames {
    private static final List<String> ENVIRONMENTS = List.of("dev", "staging", "production");

    private static final List<String> OWN = List.of(
            "api.domain",
            "api.httpUrl",
            "api.url",
            "capacity.cpu",
            "capacity.memory",
            "certManager",
            "cluster.dev",
            "cluster.production",
            "cluster.staging",
            "environment",
            "grafana.dashboard",
            "grafana.token",
            "grafana.url",
            "insee.token",
            "insee.url",
            "kubernetes.context",
            "kubernetes.kubeconfig",
            "kubernetes.namespace",
            "loadTest.startedAt",
            "logs.url",
            "mail.key",
            "mail.url",
            "notifier.domain",
            "notifier.httpUrl",
            "notifier.url",
            "pdf.url",
            "prometheus.url",
            "release.registry",
            "release.version",
            "rollback.migration",
            "rollback.version",
            "rollout.patience",
            "s3.accessKeyId",
            "s3.endpoint",
            "s3.region",
            "s3.secretAccessKey",
            "search.url",
            "sentry",
            "ui.domain",
            "ui.httpUrl",
            "ui.url");

    static final List<String> ALL = Stream.of(OWN, Network.NAMES, Workplace.NAMES, DatabaseSettings.NAMES)
            .flatMap(List::stream)
            .sorted()
            .toList();

    private SettingNames() {}

    static TrackdechetsSettings take(Values given) {
        String environment = given.choice("environment", ENVIRONMENTS.toArray(String[]::new));
        return new TrackdechetsSettings(
                ClusterSettings.of(given, uid(given, environment)),
                new TrackdechetsSettings.Release(
                        environment,
                        given.text("release.version"),
                        given.text("release.registry"),
                        given.duration("rollout.patience", TrackdechetsSettings.DEFAULT_PATIENCE),
                        given.instant("loadTest.startedAt"),
                        back(given)),
                sites(given),
                services(given),
                new TrackdechetsSettings.Monitoring(
                        given.urlOrNone("prometheus.url", "http"),
                        given.urlOrNone("grafana.url", "https"),
                        given.secret("grafana.token"),
                        given.text("grafana.dashboard"),
                        given.urlOrNone("logs.url", "http")),
                new TrackdechetsSettings.Store(
                        given.anyUrl("s3.endpoint"),
                        given.text("s3.region"),
                        given.text("s3.accessKeyId"),
                        given.secret("s3.secretAccessKey")),
                Workplace.of(given));
    }

    private static Optional<TrackdechetsSettings.Back> back(Values given) {
        Optional<String> migration =
                Optional.of(given.text("rollback.migration")).filter(name -> !name.equals("none"));
        return given.isNone("rollback.version")
                ? Optional.empty()
                : Optional.of(new TrackdechetsSettings.Back(given.text("rollback.version"), migration));
    }

    /** Each environment has a cluster of its own; two that are one would let dev's list pass on production. */
    private static String uid(Values given, String environment) {
        Set<String> seen = new HashSet<>();
        for (String name : ENVIRONMENTS) {
            given.optional("cluster." + name).filter(uid -> !seen.add(uid)).ifPresent(uid -> {
                throw new IllegalArgumentException("the setting cluster." + name + " is " + uid
                        + ", as that of another environment: expected a cluster of its own for each");
            });
        }
        return given.text("cluster." + environment);
    }

    private static TrackdechetsSettings.Sites sites(Values given) {
        return new TrackdechetsSettings.Sites(
                site(given, "ui"), site(given, "api"), site(given, "notifier"), Network.of(given));
    }

    private static TrackdechetsSettings.Site site(Values given, String name) {
        URI https = given.url(name + ".url", "https");
        return new TrackdechetsSettings.Site(
                name,
                given.optional(name + ".domain").orElse(https.getHost()),
                https,
                given.url(name + ".httpUrl", "http"));
    }

    private static TrackdechetsSettings.Services services(Values given) {
        return new TrackdechetsSettings.Services(
                new TrackdechetsSettings.Keyed(given.url("mail.url", "https"), given.secret("mail.key")),
                new TrackdechetsSettings.Keyed(given.url("insee.url", "https"), given.secret("insee.token")),
                given.anyUrl("pdf.url"),
                given.choice("sentry", "used", "none").equals("used"),
                given.choice("certManager", "used", "none").equals("used"),
                new TrackdechetsSettings.Tunnels(given.urlOrNone("search.url", "http"), DatabaseSettings.orNone(given)),
                new TrackdechetsSettings.Capacity(given.text("capacity.cpu"), given.text("capacity.memory")));
    }
}
