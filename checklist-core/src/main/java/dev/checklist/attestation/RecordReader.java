package dev.checklist.attestation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.checklist.hash.Sha256;
import dev.checklist.report.Visible;
import dev.checklist.run.Attestation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one line back: verifies its hash and its signature first, and then believes what it says. */
final class RecordReader {
    /** The longest line; an answer that is longer belongs into a file, as evidence. */
    static final int LONGEST = 8 * 1024 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST)
                    .maxNameLength(LONGEST)
                    .build())
            .build();

    private final KnownSigners signers;

    RecordReader(KnownSigners signers) {
        this.signers = signers;
    }

    /** Is thrown with the words that end the sentence "record 3 ...". */
    static final class UnsoundException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String problem;

        UnsoundException(String problem, @Nullable Throwable cause) {
            super(problem, cause);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }

    /** Reads a line, without its end. */
    Kept read(byte[] line) throws UnsoundException {
        String hash = hash(line);
        Fields fields = fields(line);
        try {
            Attestation answer = answer(fields);
            String bound = fields.text("binding");
            if (!answer.binding().equals(bound)) {
                throw new UnsoundException("is bound to " + bound + ", but its parts give " + answer.binding(), null);
            }
            String signature = fields.texts.get("signature");
            if (signature != null) {
                answer = signed(answer, signature, line, hash);
            }
            return new Kept(Integer.parseInt(fields.text("record")), answer, fields.text("previous"), hash);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnsoundException("is no record of an answer: " + e.getMessage(), e);
        }
    }

    /** Returns the hash that the line ends with, once the bytes before it were found to give it. */
    private static String hash(byte[] line) throws UnsoundException {
        int tail = RecordWriter.HASH.length() + Chain.NOTHING.length() + RecordWriter.CLOSE.length();
        int end = line.length - tail;
        String closing = end < 1 ? "" : new String(line, end, tail, StandardCharsets.ISO_8859_1);
        String found = Sha256.hex(Arrays.copyOf(line, Math.max(end, 0)));
        if (!closing.equals(RecordWriter.HASH + found + RecordWriter.CLOSE)) {
            throw new UnsoundException(
                    "does not verify: expected it to end with the hash " + found + " of what stands before it"
                            + " (somebody edited the record or its hash)",
                    null);
        }
        return found;
    }

    private Attestation signed(Attestation answer, String signature, byte[] line, String hash) throws UnsoundException {
        if (signers.isEmpty()) {
            return answer; // nobody can tell whose signature it is, so the name stays self-declared
        }
        String closing = RecordWriter.SIGNATURE + signature + "\"" + RecordWriter.HASH + hash + RecordWriter.CLOSE;
        byte[] tail = closing.getBytes(StandardCharsets.UTF_8);
        int end = line.length - tail.length;
        boolean isClosing = end > 0 && Arrays.equals(line, end, line.length, tail, 0, tail.length);
        if (!isClosing
                || !signers.verify(
                        answer.who(),
                        Arrays.copyOf(line, end),
                        Base64.getDecoder().decode(signature))) {
            throw new UnsoundException(
                    "is signed as " + Visible.line(answer.who()) + ", but by no key that the signers' file has for that"
                            + " name",
                    null);
        }
        return signers.inTheirRole(answer).signedBy(answer.who());
    }

    private static Attestation answer(Fields fields) {
        Attestation answer = Attestation.recorded(
                        fields.text("id"),
                        fields.bound,
                        fields.text("statement"),
                        Attestation.Answer.valueOf(fields.text("answer")),
                        fields.text("who"))
                .at(Instant.parse(fields.text("when")));
        for (Map.Entry<String, String> field : fields.texts.entrySet()) {
            String value = field.getValue();
            answer = switch (field.getKey()) {
                case "role" -> answer.as(value);
                case "score" -> answer.withScore(Integer.parseInt(value));
                case "comment" -> answer.withComment(value);
                case "evidence" -> answer.withEvidence(value);
                case "validFor" -> answer.validFor(Duration.parse(value));
                default -> answer;
            };
        }
        return answer;
    }

    /** Holds the fields of a line; those that a later version adds are left alone. */
    private static final class Fields {
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, String> bound = new LinkedHashMap<>();

        String text(String name) {
            String value = texts.get(name);
            if (value == null) {
                throw new IllegalArgumentException("the field \"" + name + "\" is missing");
            }
            return value;
        }
    }

    private static Fields fields(byte[] line) throws UnsoundException {
        Fields fields = new Fields();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new UnsoundException("is no JSON object", null);
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken token = json.nextToken();
                if (token == JsonToken.START_OBJECT && name.equals("bound")) {
                    for (String part = json.nextFieldName(); part != null; part = json.nextFieldName()) {
                        fields.bound.put(part, String.valueOf(json.nextTextValue()));
                    }
                } else if (token.isScalarValue()) {
                    fields.texts.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            return fields;
        } catch (IOException e) {
            throw new UnsoundException("is no JSON: " + e.getMessage(), e);
        }
    }
}
