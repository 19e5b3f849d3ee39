package dev.checklist.k8s;

import dev.checklist.Check;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Has the checks of one Deployment. */
public final class DeploymentChecks {
    private static final WorkloadRule<Deployment> RULE = new DeploymentRule();

    private final Place place;
    private final Rolling asked;

    DeploymentChecks(Place place) {
        this(place, Rolling.READY);
    }

    private DeploymentChecks(Place place, Rolling asked) {
        this.place = place;
        this.asked = asked;
    }

    /** Lets {@link #isReady} and {@link #isRolledOut} pass on {@code spec.replicas: 0}; by default that fails. */
    public DeploymentChecks allowingZero() {
        return new DeploymentChecks(place, asked.withZero());
    }

    /**
     * Passes when every replica is of the newest revision and available, which for a Deployment is what {@link
     * #isRolledOut} asks, too: the same question as of a StatefulSet or a DaemonSet.
     */
    public Check isReady() {
        return explained(check("is ready", new WorkloadProbe<>(place, RULE, asked)));
    }

    /**
     * Passes when the newest revision is fully rolled out: observed, updated, available, and no old pod is left.
     *
     * <p>Fails when it is paused or scaled to zero. While it is on its way, the pods of the newest ReplicaSet are read
     * to tell "not yet" from "never".
     */
    public Check isRolledOut() {
        return explained(check("is rolled out", new WorkloadProbe<>(place, RULE, asked.out())));
    }

    /**
     * Passes when at least so many replicas are ready, by {@code status.readyReplicas} of the observed generation.
     *
     * @param least 1 or more
     */
    public Check hasReadyReplicas(int least) {
        HasReady<Deployment> probe = new HasReady<>(place, RULE, "replicas", HasReady.atLeast("replicas", least));
        return explained(place.check(RULE.type(), "has ready replicas", "has " + least + " ready replicas", probe));
    }

    /**
     * Passes when the template names this image and every pod of the newest ReplicaSet runs it.
     *
     * <p>With a digest ({@code name@sha256:…}) the digest that the node reports must be the same. A tag alone passes
     * with a warning, since a tag can be moved.
     *
     * @param image the reference as it stands in the manifest
     */
    public Check runsImage(String image) {
        return runsImage(ImageReference.of(image), Digests.NONE);
    }

    /**
     * Passes when the template names this image and every pod of the newest ReplicaSet reports one of these digests:
     * that of an index, or that of the image it holds for a platform, since nodes report either.
     *
     * @param image the reference as it stands in the manifest
     * @param digests what nodes may report, such as {@code sha256:…}; at least one
     */
    public Check runsImage(String image, Collection<String> digests) {
        if (digests == null || digests.isEmpty()) {
            throw new IllegalArgumentException(
                    "the digests are " + digests + ": give at least one, or call runsImage(image)");
        }
        Set<String> accepted = new TreeSet<>();
        digests.forEach(digest -> accepted.add(ImageReference.digest(digest)));
        return runsImage(ImageReference.of(image), new Digests.Known(Set.copyOf(accepted)));
    }

    /**
     * Passes when the template names this image and every pod of the newest ReplicaSet reports one of the digests that
     * are known when the list runs, such as those a registry has for the image now. They are asked for at each look whose
     * template names the image; none, or no digest, is an ERROR.
     *
     * @param image the reference as it stands in the manifest
     * @param digests gives what nodes may report, such as {@code registry.image(repository, tag).digests()}
     */
    public Check runsImage(String image, Supplier<? extends Collection<String>> digests) {
        if (digests == null) {
            throw new IllegalArgumentException("the supplier of digests is null: give one, or call runsImage(image)");
        }
        ImageReference wanted = ImageReference.of(image);
        return runsImage(wanted, new Digests.Asked(wanted, digests));
    }

    private Check runsImage(ImageReference wanted, Digests digests) {
        RunsImage<Deployment> probe = new RunsImage<>(place, RULE, wanted, digests);
        return explained(place.check(RULE.type(), "runs image", "runs " + wanted, probe));
    }

    /**
     * Passes when the template names every image by digest, those of init containers included. A tag can be moved, so
     * none is enough here; {@link #hasVersionedImages} asks for less.
     */
    public Check isPinned() {
        return template("is pinned", "names every image by digest", new TemplateProbe.Pinned());
    }

    /** Passes when the template names every image by a tag other than {@code latest}, or by digest. */
    public Check hasVersionedImages() {
        return template(
                "has versioned images", "names every image by version, not by latest", new TemplateProbe.Versioned());
    }

    /**
     * Passes when every image of the template is of one of these registries, init containers included.
     *
     * @param host the registry as images name it, with its port, such as {@code registry.example:5000}; an image that
     *     names none fails, since each node would complete it as it is configured
     */
    public Check usesRegistry(String host, String... more) {
        Set<String> hosts = new TreeSet<>(Set.of(Registries.host(host)));
        for (String other : more) {
            hosts.add(Registries.host(other));
        }
        return template(
                "uses registry",
                "uses images of " + String.join(" or ", hosts) + " only",
                new TemplateProbe.OfRegistries(Set.copyOf(hosts)));
    }

    /**
     * Passes when every container of the template, init containers included, requests cpu and memory and has a limit of
     * memory, each above zero. What a LimitRange adds is seen by {@link PodChecks#haveResourceLimits}.
     */
    public Check hasResourceLimits() {
        return template(
                "has resource limits", "has requests and limits for every container", new TemplateProbe.Limited());
    }

    /**
     * Passes when an undo would bring something back: an owned ReplicaSet of an earlier revision with other images. Its
     * images are in the evidence, as {@code image of <container>}.
     */
    public Check hasPreviousRevision() {
        return check("has a previous revision", new HasPreviousRevision(place));
    }

    /**
     * Passes when a container of the template has this path as {@code readinessProbe.httpGet.path}, and every pod of
     * the newest ReplicaSet is Ready by it: the kubelet asked it inside the cluster.
     *
     * @param path the path as it stands in the manifest, beginning with a slash
     */
    public Check answersItsProbe(String path) {
        if (path == null || !path.startsWith("/")) {
            throw new IllegalArgumentException("the path of the readiness probe is "
                    + (path == null ? "null" : "\"" + path + "\"") + ": expected one that begins with /");
        }
        return place.check(
                RULE.type(),
                "answers its probe " + path,
                "answers its readiness probe " + path,
                new AnswersItsProbe(place, path));
    }

    /**
     * Passes when every container of the pods of the newest ReplicaSet was restarted less often, by {@code
     * restartCount}.
     *
     * @param restarts the first number that is too many, 1 or more
     */
    public Check restartsBelow(int restarts) {
        return place.check(
                RULE.type(),
                "restarts below",
                "has less than " + restarts + " restarts of every container",
                new RestartsBelow(place, RestartsBelow.limit(restarts)));
    }

    /**
     * Supplies when the newest rollout began: the {@code creationTimestamp} of the oldest pod of the newest ReplicaSet,
     * or the moment of asking while that ReplicaSet has no pod. Read anew at each call, within 30 s; what it asks for is
     * not part of {@link KubernetesChecks#rightsFor}.
     *
     * <p>{@link Callable#call} throws {@link IllegalStateException}, and never answers "now", when the Deployment, its
     * ReplicaSets or pods could not be read, when the newest ReplicaSet is missing or the status is of an older
     * generation, and when the Deployment is paused.
     */
    public Callable<Instant> rolloutStart() {
        return new Supplied<>(
                place.server(),
                "the start of the rollout of the deployment " + place.name(),
                reader -> RolloutStart.read(reader, place));
    }

    /**
     * Supplies the images of the revision that an undo would bring back, init containers included, such as a registry
     * must still have; none where no such revision is kept. Read anew at each call, within 30 s; what it asks for is not
     * part of {@link KubernetesChecks#rightsFor}.
     *
     * <p>{@link Supplier#get} throws {@link IllegalStateException} when the Deployment or its ReplicaSets could not be
     * read, or its status is of an older generation.
     */
    public Supplier<List<String>> previousImages() {
        return new Supplied<>(
                place.server(),
                "the previous images of the deployment " + place.name(),
                reader -> PreviousImages.read(reader, place));
    }

    private Check template(String predicate, String title, TemplateProbe.Asked question) {
        return place.check(RULE.type(), predicate, title, new TemplateProbe<>(place, RULE, question));
    }

    private Check check(String predicate, ObjectProbe probe) {
        return place.check(RULE.type(), predicate, predicate, probe);
    }

    /** Lets a failure come with the events, states and last log lines that explain it. */
    private Check explained(Check check) {
        return check.onFailure(new WorkloadDiagnosis(new DeploymentPods(place)));
    }

    /** Returns the checks of the logs of its newest pods, where a start or silence has to be stated. */
    public LogChecks logs() {
        return LogChecks.of(new DeploymentPods(place));
    }

    /** Does the same as {@link LogChecks#hasNoLogLine}, with lines since the creation of each pod. */
    public Check hasNoLogLine(String pattern) {
        return logs().hasNoLogLine(pattern);
    }

    /** Does the same as {@link LogChecks#hasLogLine}, with lines since the creation of each pod. */
    public Check hasLogLine(String pattern, AmongPods among) {
        return logs().hasLogLine(pattern, among);
    }
}
