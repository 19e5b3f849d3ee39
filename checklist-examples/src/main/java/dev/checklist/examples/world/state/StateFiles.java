package dev.checklist.examples.world.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.examples.world.state.ApiBehaviour.Denial;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a world's state from the files of one folder on the class path. */
final class StateFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String folder;

    private StateFiles(String folder) {
        this.folder = folder;
    }

    /** Loads the state of the world that a list looks at. */
    static WorldState load(String list) {
        StateFiles files = new StateFiles("/world/" + list + "/");
        Map<String, List<String>> logs = new LinkedHashMap<>();
        files.parts("logs.yaml", "logs").forEach(log -> logs.put(log.path("log").asText(), texts(log.path("lines"))));
        return new WorldState(
                texts(files.yaml("contents.yaml").path("resources")).stream()
                        .flatMap(file -> files.parts(file, "items"))
                        .map(Resource::of)
                        .toList(),
                logs,
                api(files.yaml("api.yaml")),
                elements(files.yaml("responses.yaml").path("responses"))
                        .map(StateFiles::response)
                        .toList(),
                new DatabaseState(Availability.UP, statements(files.text("database.sql"))),
                surroundings(files.yaml("surroundings.yaml"), Map.of(list, workshop(files.yaml("workshop.yaml")))),
                Map.of(list, fields(files.yaml("facts.yaml"))));
    }

    /** Reads a list of a file: once, or once for each entry above a line of dashes. */
    private Stream<JsonNode> parts(String name, String field) {
        String[] halves = text(name).split("\\n---\\n", 2);
        if (halves.length == 1) {
            return elements(yaml(name).path(field));
        }
        return elements(parsed(halves[0]).path("each")).flatMap(entry -> {
            String part = halves[1];
            for (Map.Entry<String, String> value : fields(entry).entrySet()) {
                part = part.replace("<" + value.getKey() + ">", value.getValue());
            }
            return elements(parsed(part).path(field));
        });
    }

    private static Workshop workshop(JsonNode node) {
        return new Workshop(
                Map.of(), fields(node.path("committed")), fields(node.path("uncommitted")), fields(node.path("tools")));
    }

    private static Surroundings surroundings(JsonNode node, Map<String, Workshop> workshops) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        node.path("names").properties().forEach(name -> names.put(name.getKey(), texts(name.getValue())));
        JsonNode certificate = node.path("certificate");
        return new Surroundings(
                names,
                new CertificateState(
                        texts(certificate.path("hosts")),
                        certificate.path("days").asInt()),
                new StoreState(Availability.UP, "", Map.of(), List.of(), Set.of()),
                new RegistryState(fields(node.path("images")), true),
                workshops);
    }

    private static ApiBehaviour api(JsonNode node) {
        return new ApiBehaviour(
                Availability.valueOf(node.path("availability").asText()),
                node.path("gitVersion").asText(),
                node.path("username").asText(),
                node.path("refusesToken").asBoolean(),
                elements(node.path("denials"))
                        .map(denial -> new Denial(
                                denial.path("verb").asText(),
                                denial.path("resource").asText()))
                        .toList());
    }

    private static Response response(JsonNode node) {
        return new Response(
                Endpoint.valueOf(node.path("endpoint").asText()),
                node.path("path").asText(),
                Visitor.valueOf(node.path("visitor").asText("ANYONE")),
                node.path("status").asInt(),
                fields(node.path("headers")),
                node.path("body").asText(""),
                Duration.ofMillis(node.path("delayMillis").asLong(0)));
    }

    private static List<String> statements(String sql) {
        return Stream.of(sql.split(";", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static Map<String, String> fields(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private JsonNode yaml(String name) {
        return parsed(text(name));
    }

    /** Jackson's own YAML reader keeps neither aliases nor merge keys, which these files use. */
    private static JsonNode parsed(String yaml) {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    private String text(String name) {
        try (InputStream in = StateFiles.class.getResourceAsStream(folder + name)) {
            if (in == null) {
                throw new IllegalArgumentException("name: no file " + folder + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
