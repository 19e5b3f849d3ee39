package dev.checklist.examples.world.fault;

import dev.checklist.examples.world.state.TrackdechetsStore;
import dev.checklist.examples.world.state.WorldState;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The ways in which the Trackdéchets world can be broken. */
public enum TrackdechetsFault implements Fault {
    TD_OTHER_CLUSTER("the context points at another cluster", ApiFaults::otherCluster),
    TD_ANONYMOUS("the API server takes the caller for system:anonymous", ApiFaults::anonymous),
    TD_OLD_CLUSTER("the cluster runs Kubernetes 1.24", ApiFaults::tooOld),
    TD_NODES_FULL("both nodes have no room left", PlatformFaults::nodesFull),
    TD_NO_STORAGE_CLASS("nobody made the storage class", state -> state.removing("StorageClass//standard")),
    TD_TOOLS_OLD("every tool is too old, or points elsewhere", PlatformFaults::toolsOld),
    TD_NO_OPERATORS("three operators were never installed", PlatformFaults::operatorsMissing),
    TD_OPERATORS_DOWN("the other operators have fallen over", PlatformFaults::operatorsDown),

    TD_NO_MAIN_BUCKET("the main bucket is gone", StoreFaults.missing("trackdechets")),
    TD_NO_REGISTRY_BUCKETS(
            "two buckets of the register are gone",
            StoreFaults.missing("trackdechets-registry-errors", "trackdechets-registry-imports")),
    TD_NO_EXPORT_BUCKETS(
            "two buckets of exports are gone",
            StoreFaults.missing("trackdechets-registry-exports", "trackdechets-texs-analysis")),
    TD_NO_MODEL_BUCKETS(
            "the last three buckets of the application are gone",
            StoreFaults.missing("trackdechets-registry-models", "trackdechets-registry-exhaustive-exports")),
    TD_NO_TEMPLATE_BUCKET("the bucket of templates is gone", StoreFaults.missing("trackdechets-bsd-templates")),
    TD_NO_POSTGRES_BUCKET(
            "the bucket of PostgreSQL's backups is gone", StoreFaults.missing(TrackdechetsStore.POSTGRES)),
    TD_NO_MONGODB_BUCKET("the bucket of MongoDB's backups is gone", StoreFaults.missing(TrackdechetsStore.MONGODB)),
    TD_STORE_KEYS_REFUSED("the keys in the Secrets were revoked", StoreFaults::keysRevoked),
    TD_BACKUPS_OLD("the newest backups are three days old", StoreFaults::backupsOld),
    TD_BACKUPS_KEPT("nothing deletes old backups", StoreFaults::keptForEver),
    TD_BACKUPS_PLAIN("the backups are not encrypted", StoreFaults::plain),
    TD_BACKUPS_SHARED("anybody may read the backups", StoreFaults::shared),
    TD_BUCKETS_LISTED("anybody may list half of the buckets", state -> StoreFaults.listed(state, true)),
    TD_MORE_BUCKETS_LISTED("anybody may list the other half of the buckets", state -> StoreFaults.listed(state, false)),
    TD_POLICIES_PUBLIC("the policies of half of the buckets are public", state -> StoreFaults.open(state, true)),
    TD_MORE_POLICIES_PUBLIC(
            "the policies of the other half of the buckets are public", state -> StoreFaults.open(state, false)),

    TD_NAMES_GONE("two names are not in the DNS", SurroundingFaults::namesGone),
    TD_NOTIFIER_NAME_GONE("the notifier's name is not in the DNS", SurroundingFaults::notifierGone),
    TD_NAMES_ELSEWHERE("the names lead to an old load balancer", SurroundingFaults::namesElsewhere),
    TD_ACCOUNTS_SUSPENDED("the accounts at the mail provider and INSEE are suspended", ServiceFaults::suspended),
    TD_SERVICES_POOR("mail has the free plan, INSEE and the PDF service are down", ServiceFaults::poor),
    TD_UNWATCHED("neither dashboard nor logs arrive", ServiceFaults::unwatched),
    TD_ALL_RED_IN_PROMETHEUS("Prometheus says that everything is too slow, too full or gone", ServiceFaults::allRed),
    TD_CERTIFICATE_ENDS("the sites' certificate ends in five days", SurroundingFaults::certificateEnds),
    TD_CERTIFICATE_OF_OTHERS("the sites' certificate is for other names", SurroundingFaults::certificateOfOthers),

    TD_WEAK_TOKENS("the generated tokens are short, and one is used twice", SecretFaults::weakTokens),
    TD_WEAK_PASSWORDS("the databases' passwords are placeholders", SecretFaults::placeholders),
    TD_EXTERNAL_PLACEHOLDERS("nobody filled in what others gave us", SecretFaults::externalPlaceholders),
    TD_CREDENTIALS_MISSING("the Secrets of the databases were never made", SecretFaults::credentialsMissing),
    TD_BACKUP_SECRETS_MISSING("the Secrets of the backups were never made", SecretFaults::backupSecretsMissing),
    TD_SECRET_DELETED("the application's Secret is being deleted", SecretFaults::deleted),
    TD_SECRET_OPTIONAL("the pods would start without the Secret, so they prove nothing", SecretFaults::optional),
    TD_SECRETS_IN_GIT("a private key was committed", SurroundingFaults::secretsInGit),
    TD_OVERLAY_WRONG("the overlay names other images and hosts", SurroundingFaults::overlayWrong),
    TD_REGISTRY_ELSEWHERE(
            "the variable REGISTRY names another registry",
            state -> state.knowing("trackdechets", "registry.variable", "registry.example.com/other")),
    TD_NO_IMAGES("four images were never pushed", state -> SurroundingFaults.imagesMissing(state, 0, 4)),
    TD_NO_MORE_IMAGES("three other images were never pushed", state -> SurroundingFaults.imagesMissing(state, 4, 7)),
    TD_NO_LAST_IMAGES(
            "the last three images were never pushed", state -> SurroundingFaults.imagesMissing(state, 7, 10)),
    TD_SCANS_CRITICAL("the scans of five images found something", state -> SurroundingFaults.scans(state, 0, 5)),
    TD_MORE_SCANS_CRITICAL("the other scans found something", state -> SurroundingFaults.scans(state, 5, 10)),
    TD_NO_PREVIOUS_IMAGES("the registry has thrown the previous images away", SurroundingFaults::previousGone),

    TD_NAMESPACE_TERMINATING("the namespace is being deleted", NamespaceFaults::terminating),
    TD_NO_CONFIG_MAP(
            "the config map was never applied", state -> state.removing("ConfigMap/trackdechets/trackdechets-config")),
    TD_DATABASES_UNREADY("no database is ready", NamespaceFaults::databasesUnready),
    TD_RETENTION_SHORT("backups are kept for a week only", NamespaceFaults::retentionShort),
    TD_BACKUP_JOBS_FAILED("the last backups failed", NamespaceFaults::backupsFailed),
    TD_MIGRATION_MISSING("the last migration never ran", NamespaceFaults::migrationMissing),
    TD_ALIAS_MISSING("the search alias was never made", ServiceFaults::aliasMissing),
    TD_STUCK_UI_AND_API("the rollouts of ui and api are stuck", NamespaceFaults.stuck("ui", "api")),
    TD_STUCK_NOTIFIER_AND_CRON(
            "the rollouts of notifier and cron are stuck", NamespaceFaults.stuck("notifier", "cron")),
    TD_STUCK_RUNNER(
            "the rollouts of two queues are stuck", NamespaceFaults.stuck("queues-runner", "queues-indexation")),
    TD_STUCK_BULK(
            "the rollouts of the bulk queues are stuck",
            NamespaceFaults.stuck("queues-bulk-indexation", "queues-bulk-indexation-master")),
    TD_STUCK_WEBHOOKS(
            "the rollouts of the last queues are stuck", NamespaceFaults.stuck("queues-webhooks", "queues-gerico")),
    TD_OLD_IMAGES("half of the deployments run the old version", state -> NamespaceFaults.oldImages(state, 0, 5)),
    TD_MORE_OLD_IMAGES("the other half runs the old version", state -> NamespaceFaults.oldImages(state, 5, 10)),
    TD_NO_WAY_BACK("the first four deployments keep no revision", state -> NamespaceFaults.noWayBack(state, 0, 4)),
    TD_NO_OTHER_WAY_BACK("the next three keep no revision", state -> NamespaceFaults.noWayBack(state, 4, 7)),
    TD_NO_LAST_WAY_BACK("the last three keep no revision", state -> NamespaceFaults.noWayBack(state, 7, 10)),
    TD_REDIS_POD_DOWN("the Redis pod crash-loops", NamespaceFaults::redisDown),
    TD_AUTOSCALERS_INACTIVE("no autoscaler can read its metric", NamespaceFaults::autoscalersInactive),
    TD_NO_ENDPOINTS("nobody is behind the services", NamespaceFaults::noEndpoints),
    TD_NO_ADDRESS("the ingress never got an address", NamespaceFaults::noAddress),
    TD_NEVER_SCALED("nothing has scaled since the load test", NamespaceFaults::neverScaled),
    TD_UNPROTECTED("no policy, root, and a role that reads every secret", NamespaceFaults::unprotected),
    TD_NO_ROLE("the role that is bound is gone", state -> state.removing("Role/trackdechets/trackdechets")),
    TD_NEAR_THE_LIMITS("the pods use all the memory they may", NamespaceFaults::nearTheLimits),
    TD_CERTIFICATE_NOT_ISSUED("cert-manager could not issue the certificate", NamespaceFaults::notIssued),

    TD_FRONT_END_BROKEN("the front end is another page without its scripts", ServiceFaults::frontEndBroken),
    TD_API_503("the API's health endpoint answers 503", ServiceFaults::api503),
    TD_API_SAYS_FAIL("the API's health endpoint says fail", ServiceFaults::apiSaysFail),
    TD_NO_EVENTS("the notifier holds its events back", ServiceFaults::noEvents),
    TD_NO_REDIRECTS("the HTTP ports serve pages instead of redirecting", ServiceFaults::noRedirects),
    TD_API_LOSES_DATABASE("the API loses its database", LogFaults::lost),
    TD_API_NEVER_CONNECTED("the API has never connected to its databases", LogFaults::neverConnected),
    TD_QUEUES_IDLE("no queue has completed a job, and cron has scheduled none", LogFaults::idle),
    TD_FATAL_IN_LOGS("a worker has written a fatal error", LogFaults::fatal);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // each one is a function without state
    private final UnaryOperator<WorldState> change;

    TrackdechetsFault(String description, UnaryOperator<WorldState> change) {
        this.description = description;
        this.change = change;
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
    public String list() {
        return "trackdechets";
    }

    @Override
    public WorldState apply(WorldState healthy) {
        return change.apply(healthy);
    }
}
