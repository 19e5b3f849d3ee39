package dev.checklist.k8s;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lets an older server answer by the last beta of a kind, which is of the same shape as the version that we read. */
record LiveVersions(Map<String, String> betas) {
    private static final Map<String, String> KNOWN = Map.of(
            "autoscaling/v2", "autoscaling/v2beta2",
            "discovery.k8s.io/v1", "discovery.k8s.io/v1beta1",
            "policy/v1", "policy/v1beta1");

    static LiveVersions of(LiveApi api) {
        Map<String, String> betas = new LinkedHashMap<>();
        KNOWN.forEach((stable, beta) -> {
            if (api.get("/apis/" + stable).code() == 404) {
                betas.put(stable, beta);
            }
        });
        if (!api.get("/apis/batch/v1").body().contains("\"cronjobs\"")) {
            betas.put("batch/v1", "batch/v1beta1");
        }
        return new LiveVersions(betas);
    }

    String real(String text) {
        String changed = text;
        for (Map.Entry<String, String> beta : betas.entrySet()) {
            changed = beta.getKey().equals("batch/v1")
                    ? changed.replaceFirst("^/apis/batch/v1/(.*/|)cronjobs", "/apis/batch/v1beta1/$1cronjobs")
                            .replace(
                                    "\"apiVersion\":\"batch/v1\",\"kind\":\"CronJob\"",
                                    "\"apiVersion\":\"batch/v1beta1\",\"kind\":\"CronJob\"")
                    : changed.replaceFirst("^/apis/" + beta.getKey() + "(?=/|$)", "/apis/" + beta.getValue())
                            .replace(
                                    "\"apiVersion\":\"" + beta.getKey() + "\"",
                                    "\"apiVersion\":\"" + beta.getValue() + "\"");
        }
        return changed;
    }

    String fake(String text) {
        String changed = text;
        for (Map.Entry<String, String> beta : betas.entrySet()) {
            changed = changed.replace(
                    "\"apiVersion\":\"" + beta.getValue() + "\"", "\"apiVersion\":\"" + beta.getKey() + "\"");
        }
        return changed;
    }
}
