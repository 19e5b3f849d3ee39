package dev.checklist.k8s.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why an image cannot be pulled, from the words of the kubelet, the runtime and the registry. */
final class ImageCause {
    private static final Set<String> REASONS = Set.of(
            "ImagePullBackOff",
            "ErrImagePull",
            "ErrImageNeverPull",
            "InvalidImageName",
            "ImageInspectError",
            "RegistryUnavailable");

    /** Signs in lower case, the first that is found decides. */
    private static final List<Map.Entry<List<String>, String>> SIGNS = List.of(
            Map.entry(List.of("toomanyrequests", "429 too many"), "the registry's rate limit was hit"),
            Map.entry(
                    List.of("unauthorized", "access denied", "authentication required", "403 forbidden", "denied:"),
                    "the registry refused access: is the image pull secret there and valid, the repository's name right?"),
            Map.entry(
                    List.of("no match for platform", "no matching manifest"),
                    "it has no build for the node's platform"),
            Map.entry(List.of("x509", "certificate"), "the registry's certificate is not trusted by the node"),
            Map.entry(
                    List.of("no such host", "i/o timeout", "connection refused", "deadline exceeded", "unreachable"),
                    "the node cannot reach the registry"),
            Map.entry(List.of("not found", "manifest unknown", "notfound"), "not found"),
            Map.entry(List.of("no space left"), "the node's disk is full"));

    private ImageCause() {}

    static boolean isOf(String reason) {
        return REASONS.contains(reason);
    }

    static String of(String image, String reason, String message, List<SeenEvent> events) {
        String said = Stream.concat(
                        Stream.of(message),
                        events.stream()
                                .filter(event -> event.reason().equals("Failed")
                                        || event.reason().equals("InspectFailed"))
                                .map(SeenEvent::message))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return "image " + tag(image) + " cannot be pulled: " + why(reason, said)
                + (tag(image).equals(image) ? "" : " (" + image + ")");
    }

    private static String why(String reason, String said) {
        if (reason.equals("ErrImageNeverPull")) {
            return "it is not on the node, and imagePullPolicy is Never";
        }
        if (reason.equals("InvalidImageName")) {
            return "that is not the name of an image";
        }
        String lower = said.toLowerCase(Locale.ROOT);
        return SIGNS.stream()
                .filter(sign -> sign.getKey().stream().anyMatch(lower::contains))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(said.isEmpty() ? reason + ", no reason is told" : said);
    }

    /** Returns the tag, by which people call an image of theirs; the whole reference if it has none. */
    private static String tag(String image) {
        String name = image.contains("@") ? "" : image.substring(image.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        return colon < 0 || colon == name.length() - 1 ? image : name.substring(colon + 1);
    }
}
