package dev.checklist.k8s;

/** Refuses a least number below one: it would pass on nothing. */
final class Least {
    private Least() {}

    static int of(String plural, int least) {
        if (least < 1) {
            throw new IllegalArgumentException(
                    "the least number of " + plural + " is " + least + ": expected 1 or more");
        }
        return least;
    }
}
