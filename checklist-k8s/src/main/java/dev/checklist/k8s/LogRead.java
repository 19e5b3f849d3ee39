package dev.checklist.k8s;

import dev.checklist.CheckContext;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads the log of one container, by name and without following it.
 *
 * @param server the API server
 * @param namespace the namespace of the pod
 * @param pod its name
 * @param container the name of one of its containers
 */
record LogRead(ApiServer server, String namespace, String pod, String container) {
    /** Longer than any answer to the limits that are asked for. */
    private static final int LARGEST_ANSWER = 2 << 20;

    /** What the server says when there is no such log, or not yet. */
    private static final Set<Integer> NO_LOG = Set.of(400, 404);

    /** What the server answers, without a word, for a pod that has not been scheduled. */
    private static final int NO_NODE = 204;

    /** Names the log in messages, and in the rights that it takes. */
    private static final ResourceType<Pod> LOG = new ResourceType<>("api/v1", "pods/log", "Pod", Pod.class, false);

    /** Is an answer: a log, or the server's word that there is none. */
    record Found(InputStream log, int size, String none) {
        boolean isLog() {
            return none.isEmpty();
        }
    }

    /**
     * Reads it.
     *
     * @param previous whether the instance before the last is meant
     * @param limits further parameters, such as {@code limitBytes=4096}
     * @throws Refusal if the server does not let us, or gave no answer to this
     */
    Found load(CheckContext context, boolean previous, String limits) throws Exception {
        String path = ResourceType.POD.path(namespace) + "/" + encoded(pod) + "/log?container=" + encoded(container)
                + "&timestamps=true&" + limits + (previous ? "&previous=true" : "");
        Reply reply = server.get(context, path, LARGEST_ANSWER);
        if (NO_LOG.contains(reply.code()) && reply.status() != null) {
            return new Found(InputStream.nullInputStream(), 0, reply.toString());
        }
        if (reply.code() == NO_NODE) {
            return new Found(InputStream.nullInputStream(), 0, "204: the pod is on no node yet");
        }
        if (reply.code() != 200) {
            throw Refusals.of(server, "get", LOG, namespace, reply);
        }
        InputStream text = reply.text();
        if (text == null) {
            throw server.noAnswer("log of " + pod + "/" + container, reply);
        }
        return new Found(text, reply.size(), "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
