package dev.checklist.k8s.health;

import static dev.checklist.k8s.health.Health.State.FAILED;
import static dev.checklist.k8s.health.Health.State.HEALTHY;
import static dev.checklist.k8s.health.Health.State.PROGRESSING;
import static dev.checklist.k8s.health.Health.State.UNKNOWN;
import static dev.checklist.k8s.health.HealthAssert.assertHealth;
import static dev.checklist.k8s.health.Rule.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthRulesTest {

    private static final Tree WIDGET = Rule.CUSTOM.healthy().with("/status/phase", "Running");

    private static Health judge(HealthRule rule) {
        return HealthRules.known()
                .with("example.org", "Widget", rule)
                .judge("example.org", "Widget", OperatorSubjects.view(WIDGET), NOW);
    }

    private static Health value(Tree widget, String pointer, Object expected) {
        return FieldHealth.value(OperatorSubjects.view(widget), pointer, expected, NOW);
    }

    private static Health condition(Tree widget, String type, String status) {
        return FieldHealth.condition(OperatorSubjects.view(widget), type, status, NOW);
    }

    @Test
    void a_rule_of_the_author_s_own_decides_and_shows_what_it_read() {
        Health health = judge((widget, now) -> widget.text("/status/phase")
                .filter("Running"::equals)
                .map(phase -> Health.of(HEALTHY, "phase " + phase))
                .orElse(Health.of(FAILED, "not running")));
        assertHealth(health, HEALTHY, "phase Running");
        assertThat(health.fields()).containsExactly(Map.entry("status.phase", "Running"));
    }

    @Test
    void the_fields_that_the_author_chose_stay() {
        Health own = new Health(FAILED, "no", List.of("look"), Map.of("a", "b"));
        assertThat(judge((widget, now) -> own)).isEqualTo(own);
    }

    @Test
    @SuppressWarnings("NullAway") // an author's code is not checked by ours
    void a_rule_that_throws_or_returns_null_has_not_judged() {
        assertHealth(judge((widget, now) -> null), UNKNOWN, "the rule of Widget.example.org returned null");
        assertHealth(
                judge((widget, now) -> {
                    throw new IllegalStateException("oh");
                }),
                UNKNOWN,
                "threw",
                "oh");
        assertHealth(
                judge((widget, now) -> {
                    throw new AssertionError("phase");
                }),
                UNKNOWN,
                "phase");
        assertHealth(
                judge((widget, now) -> Health.of(HEALTHY, widget.text("phase").orElse(""))), UNKNOWN, "threw");
    }

    @Test
    void other_kinds_keep_their_rule_and_the_rules_of_others_are_not_changed() {
        HealthRules known = HealthRules.known();
        HealthRules mine = known.with("example.org", "Widget", (widget, now) -> Health.of(FAILED, "mine"));
        ResourceView widget = OperatorSubjects.view(WIDGET);
        assertHealth(known.judge("example.org", "Widget", widget, NOW), HEALTHY, "Ready");
        assertHealth(mine.judge("example.com", "Widget", OperatorSubjects.view(WIDGET), NOW), HEALTHY, "Ready");
        ResourceView mongo = OperatorSubjects.view(Rule.PSMDB.healthy());
        assertHealth(mine.judge("psmdb.percona.com", "PerconaServerMongoDB", mongo, NOW), HEALTHY, "members");
        ResourceView cluster = OperatorSubjects.view(Rule.CNPG_CLUSTER.healthy());
        assertHealth(mine.judge("postgresql.cnpg.io", "Cluster", cluster, NOW), HEALTHY, "instances");
        assertHealth(mine.judge("cluster.x-k8s.io", "Cluster", cluster, NOW), HEALTHY, "no condition contradicts");
    }

    @Test
    void a_view_reads_types_as_they_are() {
        ResourceView view = OperatorSubjects.view(WIDGET.with("/spec/text", "7").with("/spec/ratio", 0.5));
        assertThat(view.number("/spec/size")).hasValue(2);
        assertThat(view.number("/spec/text")).isEmpty();
        assertThat(view.number("/spec/ratio")).isEmpty();
        assertThat(view.text("/spec/size")).isEmpty();
        assertThat(view.flag("/spec/text")).isEmpty();
        assertThat(view.name()).isEqualTo("blue");
        assertThat(view.hasCondition("Ready", "True")).isTrue();
        assertThat(view.hasCondition("Ready", "False")).isFalse();
        assertThat(view.hasCondition("Missing", "True")).isFalse();
        Tree stale = WIDGET.with("/metadata/generation", 4);
        assertThat(OperatorSubjects.view(stale).hasCondition("Ready", "True")).isFalse();
    }

    @Test
    void a_condition_counts_by_its_exact_type_and_for_this_generation() {
        assertHealth(condition(WIDGET, "Ready", "True"), HEALTHY, "Ready=True");
        assertHealth(condition(WIDGET, "Degraded", "False"), HEALTHY, "Degraded=False");
        assertHealth(condition(WIDGET, "Degraded", "True"), PROGRESSING, "Degraded=False");
        assertHealth(condition(WIDGET, "ready", "True"), PROGRESSING, "no condition ready");
        assertHealth(condition(WIDGET.with("/metadata/generation", 4), "Ready", "True"), PROGRESSING, "generation 4");
        Tree twice = WIDGET.with("/status/conditions/4", Map.of("type", "Ready", "status", "False"));
        assertHealth(condition(twice, "Ready", "True"), PROGRESSING, "Ready=False");
    }

    @Test
    void a_value_is_compared_with_its_type_and_absent_is_not_null() {
        assertHealth(value(WIDGET, "/spec/size", BigDecimal.valueOf(2)), HEALTHY, "/spec/size is 2");
        assertHealth(value(WIDGET.with("/spec/size", 2.0), "/spec/size", BigDecimal.valueOf(2)), HEALTHY);
        assertHealth(value(WIDGET.with("/spec/size", "2"), "/spec/size", BigDecimal.valueOf(2)), PROGRESSING, "\"2\"");
        assertHealth(value(WIDGET, "/spec/size", "2"), PROGRESSING);
        assertHealth(value(WIDGET.with("/spec/on", "true"), "/spec/on", true), PROGRESSING);
        assertHealth(value(WIDGET.with("/spec/on", true), "/spec/on", true), HEALTHY);
        assertHealth(value(WIDGET.with("/spec/on", null), "/spec/on", "null"), PROGRESSING, "is null");
        assertHealth(value(WIDGET, "/spec/on", "null"), PROGRESSING, "is absent");
        assertHealth(value(WIDGET, "/spec/on", ""), PROGRESSING, "is absent");
    }

    @Test
    void a_value_of_the_status_counts_for_this_generation_only() {
        Tree newer = WIDGET.with("/metadata/generation", 4);
        assertHealth(value(newer, "/status/phase", "Running"), PROGRESSING, "generation 4 is not observed");
        assertHealth(value(newer, "/spec/size", BigDecimal.valueOf(2)), HEALTHY);
    }
}
