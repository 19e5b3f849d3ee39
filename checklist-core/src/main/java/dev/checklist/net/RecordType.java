package dev.checklist.net;

import java.util.Arrays;
import java.util.Optional;

/** The types of DNS records that are looked at, by the numbers that IANA gave them. */
enum RecordType {
    A(1),
    CNAME(5),
    AAAA(28),
    CAA(257);

    private final int number;

    RecordType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<RecordType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
