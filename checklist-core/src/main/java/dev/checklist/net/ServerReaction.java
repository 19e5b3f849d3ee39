package dev.checklist.net;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Is what a server answers to a hello: a version that it agreed to, or the alert with which it declined.
 *
 * @param version as on the wire, 0 if it declined
 * @param alert its number, 0 if it agreed
 */
record ServerReaction(int version, int alert) {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int WARNING = 1;
    private static final int FATAL = 2;
    private static final int CLOSE_NOTIFY = 0;
    private static final int MOST_WARNINGS = 4;
    private static final int LONGEST_RECORD = (1 << 14) + 2048;

    /**
     * Reads records up to the first that decides.
     *
     * @throws UnseenException if what comes is no TLS, or nothing comes
     */
    static ServerReaction read(InputStream stream) throws IOException, UnseenException {
        DataInputStream in = new DataInputStream(stream);
        for (int warnings = 0; warnings <= MOST_WARNINGS; warnings++) {
            ServerReaction reaction;
            try {
                reaction = record(in);
            } catch (EOFException e) {
                throw new UnseenException("hung up without a word, which may be a refusal or a broken server");
            }
            if (reaction.version != 0 || reaction.alert != 0) {
                return reaction;
            }
        }
        throw new UnseenException("sent nothing but warnings");
    }

    /** Reads one record; a warning is no reaction, and stands as two zeros. */
    private static ServerReaction record(DataInputStream in) throws IOException, UnseenException {
        int type = in.readUnsignedByte();
        int major = in.readUnsignedByte();
        in.readUnsignedByte();
        int length = in.readUnsignedShort();
        boolean isTls = (type == ALERT || type == HANDSHAKE) && major == 3 && length >= 2 && length <= LONGEST_RECORD;
        if (!isTls) {
            throw new UnseenException("does not speak TLS");
        }
        if (type == ALERT) {
            int level = in.readUnsignedByte();
            int alert = in.readUnsignedByte();
            boolean isWarning = level == WARNING && alert != CLOSE_NOTIFY;
            if (isWarning || (level == FATAL && alert != CLOSE_NOTIFY)) {
                return new ServerReaction(0, isWarning ? 0 : alert);
            }
            throw new UnseenException("closed the connection without saying why");
        }
        if (length < 6 || in.readUnsignedByte() != SERVER_HELLO) {
            throw new UnseenException("sent no ServerHello");
        }
        in.readUnsignedByte();
        in.readUnsignedShort();
        int version = in.readUnsignedShort();
        if (version >> 8 != 3) {
            throw new UnseenException("sent a ServerHello without a TLS version");
        }
        return new ServerReaction(version, 0);
    }
}
