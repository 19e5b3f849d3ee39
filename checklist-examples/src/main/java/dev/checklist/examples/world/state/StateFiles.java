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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a world's state from the files of one folder on the class path. */
final class StateFiles {
    private static final List<String> RESOURCES =
            List.of("cluster.yaml", "configuration.yaml", "workload.yaml", "network.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    private StateFiles() {}

    static WorldState load(String folder) {
        List<Resource> resources = RESOURCES.stream()
                .flatMap(file -> elements(yaml(folder + file).path("items")))
                .map(Resource::of)
                .toList();
        List<Response> responses = elements(yaml(folder + "responses.yaml").path("responses"))
                .map(StateFiles::response)
                .toList();
        DatabaseState database = new DatabaseState(Availability.UP, statements(text(folder + "database.sql")));
        return new WorldState(
                resources, api(yaml(folder + "api.yaml")), responses, database, texts(yaml(folder + "facts.yaml")));
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
                texts(node.path("headers")),
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

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    /** Jackson's own YAML reader keeps neither aliases nor merge keys, which these files use. */
    private static JsonNode yaml(String name) {
        return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text(name)));
    }

    private static String text(String name) {
        try (InputStream in = StateFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("name: no file " + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
