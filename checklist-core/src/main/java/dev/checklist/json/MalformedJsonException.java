package dev.checklist.json;

import java.io.IOException;

/** Says why bytes are no JSON document, without quoting them. */
public final class MalformedJsonException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedJsonException(String why) {
        super(why);
    }
}
