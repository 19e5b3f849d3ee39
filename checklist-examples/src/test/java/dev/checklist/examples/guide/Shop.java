package dev.checklist.examples.guide;

// guide: a page of your own
import static dev.checklist.Checklists.*;
import static java.time.Duration.*;

import dev.checklist.Checklist;
import dev.checklist.Item;
import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.KubernetesChecks;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.net.NetChecks;
import dev.checklist.s3.S3Checks;
import java.util.List;

class Shop {
    private final KubernetesChecks kubernetes;
    private final S3Checks s3;
    private final HttpChecks http = HttpChecks.create();
    private final NetChecks net = NetChecks.create();

    Shop(KubernetesChecks kubernetes, S3Checks s3) {
        this.kubernetes = kubernetes;
        this.s3 = s3;
    }

    Checklist page(String version) {
        return checklist(
                        "Release shop",
                        kubernetes.cluster().isReachable().orStop(),
                        signOff("on-call has read the rollback plan").by("on-call"),
                        backups(),
                        rollout(version),
                        verification())
                .about("version", version);
    }

    private Section backups() {
        var dumps = s3.bucket("shop-backups");
        return section(
                "Backups",
                dumps.exists(),
                dumps.hasVersioningEnabled(),
                dumps.hasObjectNewerThan("nightly/", ofHours(24))
                        .because("a failed migration is rolled back from this dump"));
    }

    private Section rollout(String version) {
        NamespacedChecks shop = kubernetes.inNamespace("shop");
        var api = shop.deployment("api");
        return steps(
                "Rollout",
                api.runsImage("registry.example/shop/api:" + version),
                api.isRolledOut()
                        .retry(attempts(30).every(ofSeconds(10)).within(ofMinutes(5)))
                        .remedy("kubectl rollout status deployment/api -n shop"),
                shop.pods("app=api").areHealthy(3));
    }

    private Section verification() {
        return section("Verification", verified("https://shop.example"));
    }

    private List<Item> verified(String site) {
        return List.of(
                net.dns("shop.example").resolves(),
                net.tls("shop.example", 443).isValidFor(ofDays(21)),
                http.get(site + "/health").respondsWith(200),
                http.get("http://shop.example/cart?page=1").redirectsToHttps());
    }
}
// guide: end
