package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.WorldState;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The ways in which the Ticketer world can be broken: each one a pure function of the healthy state. */
public enum Breakage implements Fault {
    PODS_CRASH_LOOP(
            "every pod crash-loops, so no endpoint is ready and the site answers 503", RolloutFaults::crashLoop),
    OLD_PODS_SERVE("the new revision crash-loops while the pods of the old one serve", RolloutFaults::oldPodsServe),
    IMAGE_NOT_PULLED(
            "the new image cannot be pulled; the pods of the old revision serve", RolloutFaults::imageNotPulled),
    ROLLOUT_STUCK("the new pod never becomes ready and the progress deadline has passed", RolloutFaults::stuck),
    ROLLOUT_PAUSED("somebody paused the rollout half way", RolloutFaults::paused),
    WRONG_IMAGE("the old version is rolled out, with every counter green", RolloutFaults::wrongImage),
    STALE_GENERATION(
            "the controller has not yet seen the latest change of the deployment", RolloutFaults::staleGeneration),
    SCALED_TO_ZERO("the deployment was scaled to zero; the site answers 503", RolloutFaults::scaledToZero),

    NAMESPACE_TERMINATING(
            "the namespace is being deleted and hangs on a finalizer", ClusterFaults::namespaceTerminating),
    WRONG_NAMESPACE("everything was applied to the namespace ticketer-staging", ClusterFaults::wrongNamespace),
    CONFIG_MAP_MISSING("the config map was never applied", ClusterFaults::configMapMissing),
    SECRET_KEY_MISSING("the secret has no DATABASE_URL", ClusterFaults::secretKeyMissing),
    SECRET_KEY_EMPTY("DATABASE_URL in the secret is a lone newline", ClusterFaults::secretKeyEmpty),
    NO_ENDPOINTS("the service's selector matches no pod; the site answers 503", ClusterFaults::noEndpoints),
    INGRESS_WITHOUT_ADDRESS("the ingress never got an address", ClusterFaults::ingressWithoutAddress),
    AUTOSCALER_INACTIVE("the autoscaler cannot read the CPU metric", ClusterFaults::autoscalerInactive),

    API_GONE("the API server refuses connections", ApiFaults::gone),
    API_HANGS("the API server accepts connections and never answers", ApiFaults::hangs),
    API_REFUSES_TOKEN("the API server answers 401", ApiFaults::refusesToken),
    API_ANONYMOUS("the API server takes the caller for system:anonymous", ApiFaults::anonymous),
    API_FORBIDS_LIST("the user may not list anything", ApiFaults::forbidsList),
    API_FORBIDS_SECRETS("the user may not read secrets", ApiFaults::forbidsSecrets),
    CLUSTER_TOO_OLD("the cluster runs Kubernetes 1.24", ApiFaults::tooOld),
    OTHER_CLUSTER("the context points at another cluster", ApiFaults::otherCluster),

    CANDIDATE_UNHEALTHY("the release candidate's health endpoint answers 503", SiteFaults::candidateUnhealthy),
    HEALTH_503("the health endpoint answers 503", SiteFaults::health503),
    HEALTH_SAYS_DOWN("the health endpoint answers 200 and says down", SiteFaults::healthSaysDown),
    LOGIN_PAGE("every path of the site answers 200 with a login page", SiteFaults::loginPage),
    WRONG_HOME_PAGE("the home page is the ingress controller's default page", SiteFaults::wrongHomePage),
    NO_REDIRECT("the HTTP port serves the page instead of redirecting", SiteFaults::noRedirect),
    REDIRECT_TO_OTHER_HOST("the HTTP port redirects to a stranger's host", SiteFaults::redirectToOtherHost),
    SLOW_PAGE("the home page takes 1.2 s", SiteFaults::slowPage),
    ADMIN_OPEN("the admin panel needs no session", SiteFaults::adminOpen),
    ADMIN_CLOSED("the admin panel refuses a valid session", SiteFaults::adminClosed),
    NO_SECURITY_HEADERS("the site sends none of its security headers", SiteFaults::noSecurityHeaders),

    DATABASE_DOWN("the database refuses connections, and the health endpoint says so", SiteFaults::databaseDown),
    DATABASE_EMPTY("the tables are there, the rows are not", SiteFaults::databaseEmpty),
    TABLES_DIFFER("a column has another name, and bookings have lost their seats", TicketerFaults::tablesDiffer),
    SESSIONS_PLAIN("the application talks to its database without TLS", TicketerFaults::sessionsPlain),

    TOOLS_OLD("kubectl is old and points elsewhere", TicketerFaults::toolsOld),
    IMAGE_OF_OTHER_COMMIT(
            "the image is of another commit, and its scan is of another image", TicketerFaults::otherCommit),
    IMAGE_NOT_PUSHED("the image was never pushed", TicketerFaults::notPushed),
    LATEST_MOVED("latest is another image", TicketerFaults::latestMoved),
    PUSH_REFUSED("the registry lets the account only pull", TicketerFaults::pushRefused),
    MANIFESTS_WRONG("the manifests name another image and another host", TicketerFaults::manifestsWrong),
    SECRET_IN_GIT("the file with the secrets was committed", TicketerFaults::secretInGit),
    PASSWORD_WEAK("the database password is a placeholder", TicketerFaults::passwordWeak),
    ERRORS_IN_LOGS("a pod has written an error since the rollout", TicketerFaults::errorsInLogs),
    NAME_ELSEWHERE("the name leads to an old load balancer", TicketerFaults::nameElsewhere),
    CERTIFICATE_ENDS("the certificate ends in five days", TicketerFaults::certificateEnds),
    CERTIFICATE_OF_OTHERS("the certificate is for another name", TicketerFaults::certificateOfOthers),
    METRICS_STALE("a pod has no measurement any more", TicketerFaults::metricsStale),
    UNWATCHED("no log arrives, and guests wait for connections", TicketerFaults::unwatched),
    ASSETS_MISSING("the page's script is not there", TicketerFaults::assetsMissing),
    JOURNEY_BROKEN("events cannot be made", TicketerFaults::journeyBroken),
    SEATS_LOST("an event loses its seats", TicketerFaults::seatsLost),
    BOOKING_REFUSED("seats cannot be booked", TicketerFaults::bookingRefused),
    GIT_EXPOSED("the site shows its repository", TicketerFaults::gitExposed),
    CANDIDATE_STALE("the candidate is another version, and says that it is down", TicketerFaults::candidateStale),
    SITE_STALE("the site says that it is another version", TicketerFaults::siteStale),
    PAGES_BROKEN("pages are there without what they are for", TicketerFaults::pagesBroken),
    OTHER_DATABASE(
            "the settings lead to another database",
            state -> state.knowing("ticketer", "jdbc.name", "ticketer_staging")),
    PROBE_ELSEWHERE("the pods are asked for another path", TicketerFaults::probeElsewhere),
    NO_WAY_BACK("the deployment keeps no revision", RolloutFaults::noWayBack),
    PREVIOUS_IMAGE_GONE("the registry has thrown the previous image away", TicketerFaults::previousGone),
    SCALED_TO_TWO("the deployment was scaled to two", RolloutFaults::scaledToTwo);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // each one is a static method, which holds no state
    private final UnaryOperator<WorldState> change;

    Breakage(String description, UnaryOperator<WorldState> change) {
        this.description = description;
        this.change = change;
    }

    @Override
    public String list() {
        return "ticketer";
    }

    @Override
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public WorldState apply(WorldState healthy) {
        return change.apply(healthy);
    }

    /**
     * Finds a breakage by its {@link #title()}.
     *
     * @throws IllegalArgumentException if there is none of that name; the message lists all of them
     */
    public static Breakage named(String title) {
        return Arrays.stream(values())
                .filter(breakage -> breakage.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--broken: no breakage \"" + title + "\"; choose one of\n" + catalogue()));
    }

    /** Lists every breakage with its description, one a line. */
    public static String catalogue() {
        return Arrays.stream(values())
                .map(breakage -> "  %-24s %s".formatted(breakage.title(), breakage.description))
                .collect(Collectors.joining("\n"));
    }
}
