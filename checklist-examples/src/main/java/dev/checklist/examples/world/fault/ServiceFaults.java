package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.Endpoint;
import dev.checklist.examples.world.state.Response;
import dev.checklist.examples.world.state.WorldState;
import java.util.List;

/** What can be wrong with Trackdéchets as its callers see it, and with the services that it uses. */
final class ServiceFaults {
    private static final String ACCOUNT = "MAIL /v3/account SIGNED_IN";
    private static final String REGISTER = "INSEE /informations SIGNED_IN";
    private static final String HEALTH = "API /.well-known/apollo/server-health ANYONE";

    private ServiceFaults() {}

    static WorldState suspended(WorldState state) {
        return state.answering(ACCOUNT, answer -> answer.withStatus(402))
                .answering(REGISTER, answer -> answer.withStatus(410));
    }

    static WorldState poor(WorldState state) {
        return state.answering(ACCOUNT, answer -> answer.withBody(answer.body().replace("subscription", "free")))
                .answering(REGISTER, answer -> answer.withBody(answer.body().replace("UP", "DOWN")))
                .answering("PDF /health ANYONE", answer -> answer.withBody("{\"status\":\"down\"}"));
    }

    static WorldState unwatched(WorldState state) {
        return state.answering(
                        "DASHBOARDS /api/dashboards/uid/trackdechets SIGNED_IN",
                        answer ->
                                answer.withBody(answer.body().replace("\"uid\":\"trackdechets\"", "\"uid\":\"other\"")))
                .answering(
                        "LOGS /loki/api/v1/query ANYONE",
                        answer -> answer.withBody(answer.body().replace("\"412\"", "\"0\"")));
    }

    /** Every number is on the wrong side of its bound, and an alert fires. */
    static WorldState allRed(WorldState state) {
        List<Response> all = state.responses().stream()
                .map(response -> response.endpoint() == Endpoint.PROMETHEUS ? red(response) : response)
                .toList();
        return state.withResponses(all);
    }

    private static Response red(Response response) {
        String body = response.body();
        boolean isLow = response.path().contains("up{")
                || response.path().contains("group_rules")
                || response.path().contains("completed");
        return response.withBody(
                body.contains("Watchdog")
                        ? body.replace("Watchdog", "DiskFull")
                        : body.replaceAll(",\"[0-9.]+\"", isLow ? ",\"0\"" : ",\"5000\""));
    }

    static WorldState aliasMissing(WorldState state) {
        return state.answering("SEARCH /_cat/aliases/bsds ANYONE", answer -> answer.withBody("[]"));
    }

    static WorldState frontEndBroken(WorldState state) {
        return state.answering(
                        "UI / ANYONE",
                        page -> page.withBody(
                                page.body().replace("<title>Trackdéchets</title>", "<title>Welcome</title>")))
                .answering("UI /assets/app.js ANYONE", script -> script.withStatus(404));
    }

    static WorldState api503(WorldState state) {
        return state.answering(HEALTH, answer -> answer.withStatus(503));
    }

    static WorldState apiSaysFail(WorldState state) {
        return state.answering(HEALTH, answer -> answer.withBody("{\"status\":\"fail\"}"));
    }

    static WorldState noEvents(WorldState state) {
        return state.answering("NOTIFIER / ANYONE", answer -> answer.withBody("retry: 1"));
    }

    static WorldState noRedirects(WorldState state) {
        WorldState changed = state;
        for (String port : List.of("UI_PLAIN", "API_PLAIN", "NOTIFIER_PLAIN")) {
            changed = changed.answering(
                    port + " * ANYONE", answer -> answer.withStatus(200).withoutHeader("Location"));
        }
        return changed;
    }
}
