package dev.checklist.examples.world.state;

/** A port of an application, or of a service that it uses. */
public enum Endpoint {
    /** The public site of Ticketer. */
    SITE("ticketer", "app.url", true),
    /** Its HTTP port. */
    PLAIN("ticketer", "app.httpUrl", false),
    /** The release candidate of Ticketer before its deployment. */
    CANDIDATE("ticketer", "candidate.url", true),
    /** The Prometheus that watches Ticketer. */
    METRICS("ticketer", "prometheus.url", false),
    /** The log store that has the logs of Ticketer. */
    LOG_STORE("ticketer", "logs.url", false),

    /** The front end of Trackdéchets. */
    UI("trackdechets", "ui.url", true),
    /** Its HTTP port. */
    UI_PLAIN("trackdechets", "ui.httpUrl", false),
    /** The API of Trackdéchets. */
    API("trackdechets", "api.url", true),
    /** Its HTTP port. */
    API_PLAIN("trackdechets", "api.httpUrl", false),
    /** The notifier of Trackdéchets. */
    NOTIFIER("trackdechets", "notifier.url", true),
    /** Its HTTP port. */
    NOTIFIER_PLAIN("trackdechets", "notifier.httpUrl", false),
    /** The mail provider. */
    MAIL("trackdechets", "mail.url", true),
    /** The register of companies. */
    INSEE("trackdechets", "insee.url", true),
    /** What makes PDF files. */
    PDF("trackdechets", "pdf.url", false),
    /** The search engine, through a tunnel. */
    SEARCH("trackdechets", "search.url", false),
    /** Prometheus. */
    PROMETHEUS("trackdechets", "prometheus.url", false),
    /** Grafana. */
    DASHBOARDS("trackdechets", "grafana.url", true),
    /** The log store. */
    LOGS("trackdechets", "logs.url", false);

    private final String list;
    private final String setting;
    private final boolean secure;

    Endpoint(String list, String setting, boolean secure) {
        this.list = list;
        this.setting = setting;
        this.secure = secure;
    }

    /** Names the list whose settings file has its address. */
    public String list() {
        return list;
    }

    /** Names the setting that has its address. */
    public String setting() {
        return setting;
    }

    /** Tells whether it speaks HTTPS. */
    public boolean isSecure() {
        return secure;
    }
}
