package dev.checklist.k8s.logs;

/**
 * Says why a log, or a part of it, was not read.
 *
 * @param why what kept it from being read, in words
 * @param isForbidden whether a right is missing
 */
public record Gap(String why, boolean isForbidden) {

    /** Says so where it is no question of rights. */
    public static Gap of(String why) {
        return new Gap(why, false);
    }
}
