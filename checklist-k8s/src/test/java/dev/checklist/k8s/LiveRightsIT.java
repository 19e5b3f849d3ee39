package dev.checklist.k8s;

import static dev.checklist.Checklists.checklist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.checklist.Checklist;
import dev.checklist.Status;
import dev.checklist.run.ChecklistRunner;
import dev.checklist.run.Report;
import dev.checklist.run.Result;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The printed roles against a real authorizer: with them nothing is refused, without any rule of them something is, if
 * only the look why a line fails.
 */
@Tag("live")
class LiveRightsIT {
    private static final String ACCOUNT = "reader";
    /** An authorizer follows changes of roles a moment later; each round asks it several times. */
    private static final int ROUNDS = 200;

    private LiveCluster cluster;
    private KubernetesClient reader;
    private Checklist list;

    @BeforeEach
    void start() {
        cluster = new LiveCluster();
        cluster.create(new ServiceAccountBuilder()
                .withNewMetadata()
                .withName(ACCOUNT)
                .withNamespace(cluster.name())
                .endMetadata()
                .build());
        reader = cluster.withToken(cluster.admin()
                .serviceAccounts()
                .inNamespace(cluster.name())
                .withName(ACCOUNT)
                .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
                .getStatus()
                .getToken());
        NamespacedChecks here = KubernetesChecks.using(reader).inNamespace(cluster.name());
        list = checklist(
                "rights",
                here.namespace().isActive(),
                here.secret("none").hasKeys("token"),
                here.configMap("none").exists(),
                here.ingress("none").hasAddress(),
                here.deployment("broken").hasReadyReplicas(1));
        LiveBroken.deployment(cluster, "broken");
    }

    @AfterEach
    void stop() {
        reader.close();
        cluster.close();
    }

    /** Creates the printed roles under names of our own, without the rule of that number, and binds them. */
    private List<HasMetadata> granted(int left) {
        List<HasMetadata> made = new ArrayList<>();
        int number = 0;
        for (HasMetadata role : Rbac.objects(KubernetesChecks.rightsFor(list))) {
            List<PolicyRule> rules = new ArrayList<>();
            for (PolicyRule rule : rules(role)) {
                if (number++ != left) {
                    rules.add(rule);
                }
            }
            rules(role).clear();
            rules(role).addAll(rules);
            role.getMetadata().setName(cluster.name());
            made.add(cluster.admin().resource(role).create());
            made.add(cluster.admin().resource(binding(role)).create());
        }
        return made;
    }

    private static List<PolicyRule> rules(HasMetadata role) {
        return role instanceof ClusterRole all ? all.getRules() : ((Role) role).getRules();
    }

    private HasMetadata binding(HasMetadata role) {
        return role instanceof ClusterRole
                ? new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName(cluster.name())
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", cluster.name())
                        .addNewSubject("", "ServiceAccount", ACCOUNT, cluster.name())
                        .build()
                : new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(cluster.name())
                        .withNamespace(cluster.name())
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", cluster.name())
                        .addNewSubject("", "ServiceAccount", ACCOUNT, cluster.name())
                        .build();
    }

    private void eventually(String what, Predicate<Report> wanted) {
        Report last = null;
        for (int round = 0; round < ROUNDS; round++) {
            last = ChecklistRunner.create().run(list);
            if (wanted.test(last)) {
                return;
            }
        }
        assertThat(last).as(what).matches(wanted);
    }

    /** Tells whether a line could not look, or told that it was not allowed to see why it fails. */
    private static boolean isRefused(Report report) {
        return report.lines().stream().anyMatch(line -> line.status() == Status.ERROR)
                || report.lines().stream()
                        .flatMap(LiveRightsIT::texts)
                        .anyMatch(text -> text.contains("not permitted"));
    }

    private static Stream<String> texts(Result line) {
        return Stream.concat(line.warnings().stream(), line.diagnosis().stream());
    }

    @Test
    void with_exactly_the_printed_rules_nothing_is_refused() {
        eventually("no right at all", LiveRightsIT::isRefused);
        List<HasMetadata> made = granted(-1);
        try {
            eventually("all rights", report -> !isRefused(report));
        } finally {
            made.forEach(cluster::delete);
        }
    }

    @Test
    void without_any_one_of_the_rules_some_line_says_so() {
        int rules = Rbac.objects(KubernetesChecks.rightsFor(list)).stream()
                .mapToInt(role -> rules(role).size())
                .sum();
        assertThat(rules).isGreaterThan(3);
        for (int left = 0; left < rules; left++) {
            List<HasMetadata> made = granted(left);
            try {
                String rule = "without rule " + left;
                eventually(
                        rule,
                        report -> report.lines().stream()
                                .anyMatch(line -> line.status() != Status.ERROR)); // the other rules have arrived
                Report last = ChecklistRunner.create().run(list);
                assertThat(isRefused(last)).as(rule + ": " + last).isTrue();
            } finally {
                made.forEach(cluster::delete);
            }
        }
    }
}
