package dev.checklist.examples.world.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The container registry, as data.
 *
 * @param images the commit that an image was built from, by repository and tag as in {@code shop/web:1.4.0}; two images of
 *     one commit and repository are one
 * @param pushable whether our account may push
 */
public record RegistryState(Map<String, String> images, boolean pushable) {
    /** Keeps an unmodifiable copy. */
    public RegistryState {
        images = Map.copyOf(images);
    }

    /** Holds one image more, or the tag on another one. */
    public RegistryState with(String image, String commit) {
        Map<String, String> others = new HashMap<>(images);
        others.put(image, commit);
        return new RegistryState(others, pushable);
    }

    /**
     * Lacks an image.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public RegistryState without(String image) {
        if (!images.containsKey(image)) {
            throw new IllegalArgumentException("image: no image " + image + " in " + names());
        }
        Map<String, String> others = new HashMap<>(images);
        others.remove(image);
        return new RegistryState(others, pushable);
    }

    /** Refuses pushes. */
    public RegistryState readOnly() {
        return new RegistryState(images, false);
    }

    private Set<String> names() {
        return new TreeMap<>(images).keySet();
    }

    RegistryState and(RegistryState other) {
        Map<String, String> all = new HashMap<>(images);
        all.putAll(other.images);
        return new RegistryState(all, pushable && other.pushable);
    }
}
