package dev.checklist.jdbc;

import java.util.List;
import java.util.Locale;

/** Knows what JDBC leaves to each database. */
enum Dialect {
    POSTGRESQL {
        @Override
        List<String> opening(int millis) {
            return List.of("set transaction read only", "set local statement_timeout = " + millis);
        }
    },
    /** MySQL and MariaDB, whose driver tells the server nothing of {@code setReadOnly}. */
    MYSQL {
        @Override
        List<String> opening(int millis) {
            return List.of("start transaction read only");
        }
    },
    OTHER {
        @Override
        List<String> opening(int millis) {
            return List.of();
        }
    };

    /** Returns what makes the transaction one that only reads, and for so long only. */
    abstract List<String> opening(int millis);

    static Dialect of(String product) {
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> POSTGRESQL;
            case "mysql", "mariadb" -> MYSQL;
            default -> OTHER;
        };
    }
}
