package dev.checklist.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleAndOperator;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;

/**
 * Is what a lifecycle rule says of expiration.
 *
 * @param prefix null if the rule does not say which objects it is about
 * @param narrowed whether a tag or a size leaves out some objects of the prefix
 * @param expires whether it deletes current objects at all; a rule for transitions or old versions does not
 * @param days null if it deletes by a date
 */
record ExpiryRule(
        boolean isEnabled,
        @Nullable String prefix,
        boolean narrowed,
        boolean expires,
        @Nullable Integer days) {

    static ExpiryRule of(LifecycleRule rule) {
        LifecycleExpiration expiration = rule.expiration();
        boolean expires = expiration != null && (expiration.days() != null || expiration.date() != null);
        return new ExpiryRule(
                "Enabled".equals(rule.statusAsString()),
                prefix(rule),
                isNarrowed(rule.filter()),
                expires,
                expires ? expiration.days() : null);
    }

    /** Tells whether the rule is about every object under the prefix. */
    boolean covers(String wanted) {
        return prefix != null && !narrowed && wanted.startsWith(prefix);
    }

    /** Tells whether the rule may be about some object under the prefix. */
    boolean touches(String wanted) {
        return prefix == null || wanted.startsWith(prefix) || prefix.startsWith(wanted);
    }

    @SuppressWarnings("deprecation") // the prefix beside the filter: older rules, and some stores, have no other
    private static @Nullable String prefix(LifecycleRule rule) {
        LifecycleRuleFilter filter = rule.filter();
        if (filter == null) {
            return rule.prefix();
        }
        LifecycleRuleAndOperator and = filter.and();
        String prefix = and == null ? filter.prefix() : and.prefix();
        return prefix == null ? "" : prefix;
    }

    private static boolean isNarrowed(@Nullable LifecycleRuleFilter filter) {
        if (filter == null) {
            return false;
        }
        LifecycleRuleAndOperator and = filter.and();
        return filter.tag() != null
                || filter.objectSizeGreaterThan() != null
                || filter.objectSizeLessThan() != null
                || (and != null
                        && (and.hasTags() || and.objectSizeGreaterThan() != null || and.objectSizeLessThan() != null));
    }
}
