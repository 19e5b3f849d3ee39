package dev.checklist.local;

/** Is how bad a vulnerability is, from the least to the worst. */
public enum Severity {
    /** CVSS below 4. */
    LOW,
    /** CVSS 4 and above. */
    MEDIUM,
    /** CVSS 7 and above. */
    HIGH,
    /** CVSS 9 and above. */
    CRITICAL
}
