package dev.checklist.examples.guide;

import static dev.checklist.Checklists.*;
import static java.time.Duration.*;

import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import dev.checklist.k8s.DeploymentChecks;
import dev.checklist.k8s.NamespacedChecks;
import dev.checklist.net.NetChecks;
import dev.checklist.registry.RegistryChecks;

/** Has the snippets in which one provider feeds another. */
final class Wiring {
    private final HttpChecks http = HttpChecks.create();
    private final NetChecks net = NetChecks.create();

    Section reached(NamespacedChecks shop) {
        // guide: reached
        String host = "shop.example";
        var ingress = shop.ingress("shop");
        Section reached = section(
                "The shop is reached",
                ingress.isComplete(host),
                net.dns(host).pointsTo(ingress.addresses()),
                net.tls(host, 443).covers(host),
                net.tls(host, 443).isValidFor(ofDays(21)),
                http.get("http://" + host + "/cart?page=1").redirectsToHttps());
        // guide: end
        return reached;
    }

    Section released(NamespacedChecks shop, String version) {
        // guide: released
        DeploymentChecks api = shop.deployment("api");
        RegistryChecks registry = RegistryChecks.of("registry.example")
                .withPullSecret(shop.secret("registry").pullSecret());
        var image = registry.image("shop/api", version);
        Section released = section(
                "The image is the one that was pushed",
                image.exists(),
                api.runsImage("registry.example/shop/api:" + version, image.digests()),
                registry.hasImages("the previous revision", api.previousImages()));
        // guide: end
        return released;
    }
}
