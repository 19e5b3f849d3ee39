package dev.checklist.k8s.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an undo would bring back. */
class PreviousReplicaSetTest {
    private static final String REVISION = "/metadata/annotations/deployment.kubernetes.io~1revision";
    private static final Tree DEPLOYMENT = Tree.yaml("""
            metadata: {name: api, uid: d-1, annotations: {deployment.kubernetes.io/revision: "10"}}
            spec: {template: {spec: {containers: [{name: api, image: "api:3"}]}}}
            """);

    private static Tree set(int revision, String image) {
        return Tree.yaml("metadata: {name: api-" + revision
                + ", ownerReferences: [{kind: Deployment, name: api, uid: d-1, controller: true}],"
                + " annotations: {deployment.kubernetes.io/revision: \"" + revision + "\"}}\n"
                + "spec: {template: {spec: {containers: [{name: api, image: \"" + image + "\"}]}}}\n");
    }

    private static Optional<String> previous(Tree deployment, Tree... sets) {
        return PreviousReplicaSet.of(
                        deployment.as(Deployment.class),
                        Arrays.stream(sets).map(set -> set.as(ReplicaSet.class)).toList())
                .map(set -> set.getMetadata().getName());
    }

    @Test
    void the_highest_revision_below_the_current_one_is_taken_as_a_number() {
        assertThat(previous(DEPLOYMENT, set(2, "api:1"), set(9, "api:2"), set(8, "api:1"), set(10, "api:3")))
                .contains("api-9");
    }

    @Test
    void a_revision_with_the_same_images_would_bring_nothing_back() {
        assertThat(previous(DEPLOYMENT, set(9, "api:3"), set(8, "api:2"))).contains("api-8");
        assertThat(previous(DEPLOYMENT, set(9, "api:3"))).isEmpty();
        assertThat(previous(DEPLOYMENT, set(9, "api:3").with("/spec/template/spec/containers/0/name", "web")))
                .isEmpty();
    }

    @Test
    void a_later_revision_is_none_to_go_back_to() {
        assertThat(previous(DEPLOYMENT, set(11, "api:2"), set(10, "api:2"))).isEmpty();
    }

    @Test
    void init_containers_are_of_the_revision_too() {
        Tree migrated = set(9, "api:3")
                .with("/spec/template/spec/initContainers", List.of(Map.of("name", "init", "image", "api:2")));
        assertThat(previous(DEPLOYMENT, migrated)).contains("api-9");
        assertThat(PreviousReplicaSet.images(migrated.as(ReplicaSet.class))).containsExactly("init=api:2", "api=api:3");
    }

    @Test
    void foreign_leaving_and_unreadable_ones_are_passed_over() {
        Tree good = set(9, "api:2");
        assertThat(previous(DEPLOYMENT, good)).isPresent();
        for (Tree bad : List.of(
                good.with("/metadata/ownerReferences/0/uid", "d-2"),
                good.with("/metadata/ownerReferences/0/controller", false),
                good.with("/metadata/deletionTimestamp", "2026-03-01T10:00:00Z"),
                good.with(REVISION, "nine"),
                good.without(REVISION),
                good.without("/spec/template"),
                good.without("/spec"))) {
            assertThat(previous(DEPLOYMENT, bad)).isEmpty();
        }
    }

    @Test
    void without_a_revision_or_images_of_its_own_nothing_can_be_compared() {
        assertThat(previous(DEPLOYMENT.without(REVISION), set(9, "api:2"))).isEmpty();
        assertThat(previous(DEPLOYMENT.without("/spec/template"), set(9, "api:2")))
                .isEmpty();
        assertThat(previous(DEPLOYMENT.without("/spec"), set(9, "api:2"))).isEmpty();
        assertThat(PreviousReplicaSet.number(set(9, "x").without(REVISION).as(ReplicaSet.class)))
                .isEqualTo(-1);
    }
}
