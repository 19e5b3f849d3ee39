package dev.checklist.http;

/** Quotes what a server or an author wrote: without the request's own credentials, and not at length. */
final class Quote {
    private static final int LONGEST = 200;

    private Quote() {}

    /** Quotes what the server of a call wrote; it may have written our credentials. */
    static String of(Call call, String text) {
        String masked = text;
        for (Credential credential : Credential.of(call)) {
            masked = credential.mask(masked);
        }
        return cut(masked);
    }

    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
