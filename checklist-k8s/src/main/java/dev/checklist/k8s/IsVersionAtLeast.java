package dev.checklist.k8s;

import dev.checklist.Outcome;
import java.util.Map;

/** Compares what the server says of its version, by major and minor number. */
record IsVersionAtLeast(ApiServer server, ServerVersion least) implements ClusterProbe {
    @Override
    public Rights needs() {
        return Rights.none();
    }

    @Override
    public Outcome judge(Reader reader) throws Exception {
        Reply reply = server.version(reader.context());
        switch (reply.code()) {
            case 200 -> {
                return judge(reply);
            }
            case 403 -> {
                return Outcome.notPermitted("not permitted: get /version (" + reply + ")");
            }
            default -> {
                return Outcome.error(server.answered("version", reply));
            }
        }
    }

    private Outcome judge(Reply reply) throws Refusal {
        Map<?, ?> info = reply.as(Map.class);
        String shown = ServerVersion.shown(reply);
        ServerVersion found = info == null ? null : ServerVersion.reported(info.get("major"), info.get("minor"));
        if (found == null && info != null && !shown.isEmpty() && info.containsKey("major")) {
            // built from the source without its release's number, as some distributions do
            return Outcome.error("expected a version to compare but the server " + server.url() + " calls itself "
                    + shown + " and gives no numbers (major and minor of /version)");
        }
        if (found == null) {
            throw server.noAnswer("version", reply);
        }
        String name = shown.isEmpty() ? found.toString() : shown;
        Outcome outcome = found.compareTo(least) >= 0
                ? Outcome.passed("the cluster runs " + name + ", at least " + least + " expected")
                : Outcome.failed("expected at least " + least + " but the cluster runs " + name)
                        .conclusively();
        return Identity.of(server, outcome).with("version", name);
    }
}
