package dev.checklist.local;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks behind the Base64 of Secrets, where a placeholder reads like anything else; nothing of it is shown. */
record SecretData(Set<List<String>> secrets) {
    /** Finds the Secrets of a document, which may be a list. */
    static SecretData of(List<Leaf> document) {
        return new SecretData(document.stream()
                .filter(leaf ->
                        leaf.name().equals("kind") && leaf.value().text().equals("Secret"))
                .map(leaf -> parent(leaf.path()))
                .collect(Collectors.toSet()));
    }

    boolean hasPlaceholderAt(Leaf leaf) {
        List<String> path = leaf.path();
        boolean isData =
                path.size() > 1 && path.get(path.size() - 2).equals("data") && secrets.contains(parent(parent(path)));
        return isData
                && decoded(leaf.value().text())
                        .lines()
                        .anyMatch(line -> Placeholders.in(line).isPresent());
    }

    private static List<String> parent(List<String> path) {
        return path.subList(0, path.size() - 1);
    }

    /** Returns the text; nothing of what is none, such as a key store. */
    private static String decoded(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
            return Utf8.text(bytes, "the value holds");
        } catch (IllegalArgumentException | Obstacle e) {
            return "";
        }
    }
}
