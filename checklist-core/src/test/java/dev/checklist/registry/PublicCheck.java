package dev.checklist.registry;

import dev.checklist.Check;
import dev.checklist.registry.RegistryStub.Kind;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A public predicate: how a list would make it, for an image that is as it should be and for one that is not.
 *
 * @param deciding the request whose answer decides
 */
record PublicCheck(String name, Kind deciding, BiFunction<RegistryChecks, String, Check> make) {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    static List<PublicCheck> all() {
        return List.of(
                new PublicCheck(
                        "RegistryChecks.hasImage", Kind.HEAD, (registry, tag) -> registry.hasImage("shop", tag)),
                new PublicCheck(
                        "RegistryChecks.hasImages",
                        Kind.HEAD,
                        (registry, tag) -> registry.hasImages("a revision", () -> List.of("HOST/shop:" + tag))),
                new PublicCheck(
                        "RegistryChecks.grants", Kind.TAGS, (registry, tag) -> registry.grants("shop", Access.PULL)),
                new PublicCheck(
                        "RegistryChecks.grants", Kind.UPLOAD, (registry, tag) -> registry.grants("shop", Access.PUSH)),
                new PublicCheck(
                        "ImageChecks.exists",
                        Kind.HEAD,
                        (registry, tag) -> registry.image("shop", tag).exists()),
                new PublicCheck(
                        "ImageChecks.hasPlatform",
                        Kind.MANIFEST,
                        (registry, tag) -> registry.image("shop", tag).hasPlatform("linux/amd64")),
                new PublicCheck(
                        "ImageChecks.wasBuiltFrom",
                        Kind.BLOB,
                        (registry, tag) -> registry.image("shop", tag).wasBuiltFrom(COMMIT)),
                new PublicCheck(
                        "ImageChecks.hasSameDigestAs",
                        Kind.HEAD,
                        (registry, tag) -> registry.image("shop", tag).hasSameDigestAs("latest")));
    }

    /** Finds the predicates by reflection, so that a new one cannot be forgotten. */
    static List<String> found() {
        return Stream.of(RegistryChecks.class, ImageChecks.class)
                .flatMap(subject -> Arrays.stream(subject.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == Check.class)
                .map(PublicCheck::name)
                .distinct()
                .toList();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    Check on(RegistryStub stub, String tag) {
        if (name.equals("RegistryChecks.hasImages")) {
            return stub.registry().hasImages("a revision", () -> List.of(stub.host() + "/shop:" + tag));
        }
        return make.apply(stub.registry(), tag);
    }

    boolean isGrant() {
        return name.equals("RegistryChecks.grants");
    }

    @Override
    public String toString() {
        return name + " by " + deciding;
    }
}
