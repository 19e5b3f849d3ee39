package dev.checklist.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks plain JSON to a real server, as no model of any version changes it. */
record LiveApi(HttpClient http, String url) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = 60;

    /** Speaks as the client does, but asks once only. */
    static LiveApi of(KubernetesClient client) {
        HttpClient once = client.getHttpClient()
                .newBuilder()
                .tag(new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        return new LiveApi(once, client.getMasterUrl().toString().replaceAll("/$", ""));
    }

    /** What the server answered. */
    record Answer(int code, String type, String body) {
        boolean isGood() {
            return code / 100 == 2;
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException("no JSON: " + body, e);
            }
        }

        /** Returns what was answered to something that must work. */
        Answer orFail(String what) {
            if (!isGood()) {
                throw new IllegalStateException(what + ": " + code + " " + body);
            }
            return this;
        }
    }

    Answer get(String target) {
        return call("GET", target, "", "application/json");
    }

    Answer post(String target, JsonNode body) {
        return call("POST", target, body.toString(), "application/json");
    }

    Answer put(String target, JsonNode body) {
        return call("PUT", target, body.toString(), "application/json");
    }

    /** Changes what the JSON names, as RFC 7396 says. */
    Answer merge(String target, String body) {
        return call("PATCH", target, body, "application/merge-patch+json");
    }

    Answer delete(String target) {
        return call("DELETE", target, "", "application/json");
    }

    Answer call(String method, String target, String body, String type) {
        HttpRequest.Builder request =
                http.newHttpRequestBuilder().uri(url + target).header("Accept", "application/json");
        if (!method.equals("GET")) {
            request.method(method, type, body);
        }
        try {
            HttpResponse<byte[]> answer =
                    http.sendAsync(request.build(), byte[].class).get(SECONDS, TimeUnit.SECONDS);
            byte[] bytes = answer.body() == null ? new byte[0] : answer.body();
            String given = answer.header("Content-Type") == null ? "" : answer.header("Content-Type");
            return new Answer(answer.code(), given, new String(bytes, StandardCharsets.UTF_8));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method + " " + target, e);
        }
    }
}
