package dev.checklist.examples.world.state;

/** A port of the application. */
public enum Endpoint {
    /** The public site, HTTPS. */
    SITE,
    /** The public site's HTTP port. */
    PLAIN,
    /** The release candidate before its deployment, HTTPS. */
    CANDIDATE
}
