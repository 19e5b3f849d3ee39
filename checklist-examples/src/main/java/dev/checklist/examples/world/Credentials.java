package dev.checklist.examples.world;

import dev.checklist.examples.world.server.Database;
import dev.checklist.examples.world.server.Loopback;
import dev.checklist.examples.world.server.Token;

/**
 * What one world's callers identify themselves with.
 *
 * @param token the bearer token of the API server
 * @param databaseName a name that no other world of this JVM has
 * @param databasePassword the password of the application's database user
 */
record Credentials(String token, String databaseName, String databasePassword) {

    static Credentials random() {
        String suffix = Integer.toUnsignedString(Token.random().hashCode(), Character.MAX_RADIX);
        return new Credentials(Token.random(), "ticketer_" + suffix, Token.random());
    }

    /** The address as the application has it; it speaks to a MySQL, for which this database stands in. */
    String applicationDatabaseUrl(int port) {
        return "mysql://" + Database.USER + ":" + databasePassword + "@" + Loopback.ADDRESS.getHostAddress() + ":"
                + port + "/" + databaseName;
    }

    /** Shows no secret, whoever prints it. */
    @Override
    public String toString() {
        return "Credentials[" + databaseName + "]";
    }
}
