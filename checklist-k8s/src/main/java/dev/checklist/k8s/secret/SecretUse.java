package dev.checklist.k8s.secret;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One place in a pod that needs a Secret before its container can start.
 *
 * @param secret the name of the Secret
 * @param key the key that must be there, null where only the Secret must be
 * @param optional true where the container starts without it, too
 * @param where the field, such as {@code env DATABASE_URL of the container api}
 */
record SecretUse(@Nullable String secret, @Nullable String key, boolean optional, String where) {

    /** Finds all of a pod, in containers and init containers; a volume that nobody mounts is never set up. */
    static List<SecretUse> in(Pod pod) {
        if (pod.getSpec() == null) {
            return List.of();
        }
        List<Container> containers = Stream.concat(
                        present(pod.getSpec().getInitContainers()),
                        present(pod.getSpec().getContainers()))
                .toList();
        return Stream.concat(
                        containers.stream().flatMap(SecretUse::inEnvironment),
                        present(pod.getSpec().getVolumes())
                                .filter(volume -> containers.stream().anyMatch(container -> mounts(container, volume)))
                                .flatMap(SecretUse::inVolume))
                .toList();
    }

    private static Stream<SecretUse> inEnvironment(Container container) {
        String of = " of the container " + container.getName();
        Stream<SecretUse> variables = present(container.getEnv())
                .flatMap(variable -> keys(variable)
                        .map(ref -> new SecretUse(
                                ref.getName(),
                                ref.getKey(),
                                isTrue(ref.getOptional()),
                                "env " + variable.getName() + of)));
        Stream<SecretUse> all = present(container.getEnvFrom())
                .map(EnvFromSource::getSecretRef)
                .filter(Objects::nonNull)
                .map((SecretEnvSource ref) ->
                        new SecretUse(ref.getName(), null, isTrue(ref.getOptional()), "envFrom" + of));
        return Stream.concat(variables, all);
    }

    private static Stream<SecretKeySelector> keys(EnvVar variable) {
        EnvVarSource source = variable.getValueFrom();
        return source == null ? Stream.of() : Stream.ofNullable(source.getSecretKeyRef());
    }

    private static Stream<SecretUse> inVolume(Volume volume) {
        String where = "the volume " + volume.getName();
        SecretVolumeSource secret = volume.getSecret();
        ProjectedVolumeSource projected = volume.getProjected();
        Stream<SecretUse> whole = secret == null
                ? Stream.of()
                : Stream.of(new SecretUse(secret.getSecretName(), null, isTrue(secret.getOptional()), where));
        Stream<SecretUse> parts = projected == null
                ? Stream.of()
                : present(projected.getSources())
                        .map(source -> source.getSecret())
                        .filter(Objects::nonNull)
                        .map((SecretProjection part) ->
                                new SecretUse(part.getName(), null, isTrue(part.getOptional()), where));
        return Stream.concat(whole, parts);
    }

    private static boolean mounts(Container container, Volume volume) {
        return present(container.getVolumeMounts())
                .map(VolumeMount::getName)
                .anyMatch(name -> name != null && name.equals(volume.getName()));
    }

    private static boolean isTrue(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static <T> Stream<T> present(@Nullable List<T> list) {
        return list == null ? Stream.of() : list.stream().filter(Objects::nonNull);
    }
}
