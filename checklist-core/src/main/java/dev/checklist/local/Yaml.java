package dev.checklist.local;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML documents to plain values: nothing is constructed, and no document grows without end. */
final class Yaml {
    private static final int DEEPEST = 100;
    /** Ends documents whose aliases would grow to billions of values. */
    private static final int MOST_VALUES = 500_000;

    private static final int MOST_DOCUMENTS = 10_000;

    private final List<List<Leaf>> documents = new ArrayList<>();
    private int values;

    private Yaml() {}

    /** Returns the values of each document that says anything; FAILED if none does. */
    static List<List<Leaf>> documents(String text) throws Obstacle {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE) // the reader of the file has set a limit already
                .build();
        Yaml yaml = new Yaml();
        try {
            Composer composer = new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)));
            while (composer.hasNext()) {
                yaml.add(composer.next());
            }
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .map(mark -> " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")")
                    .orElse("");
            throw Obstacle.unseen("it is no YAML document" + where);
        } catch (YamlEngineException | StackOverflowError e) {
            throw Obstacle.unseen("it is no YAML document that can be read");
        }
        if (yaml.documents.isEmpty()) {
            throw Obstacle.absent("there is no document in it");
        }
        return List.copyOf(yaml.documents);
    }

    private void add(Node root) throws Obstacle {
        if (root.getTag().equals(Tag.NULL)) {
            return; // what stands between two separators, with nothing in it
        }
        if (documents.size() >= MOST_DOCUMENTS) {
            throw Obstacle.unseen("it has more than " + MOST_DOCUMENTS + " documents");
        }
        List<Leaf> leaves = new ArrayList<>();
        walk(root, List.of(), leaves);
        documents.add(List.copyOf(leaves));
    }

    private void walk(Node node, List<String> path, List<Leaf> leaves) throws Obstacle {
        if (++values > MOST_VALUES || path.size() > DEEPEST) {
            throw Obstacle.unseen("it has more than " + MOST_VALUES + " values, or more than " + DEEPEST + " levels");
        }
        leaves.add(new Leaf(path, value(node)));
        if (node instanceof MappingNode map) {
            Set<String> names = new HashSet<>();
            for (NodeTuple entry : map.getValue()) {
                String name = name(entry.getKeyNode());
                if (!names.add(name)) {
                    throw Obstacle.unseen("it has the key " + Shown.quoted(name) + " twice" + line(entry));
                }
                walk(entry.getValueNode(), under(path, name), leaves);
            }
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                walk(list.getValue().get(i), under(path, String.valueOf(i)), leaves);
            }
        }
    }

    private static String line(NodeTuple entry) {
        return entry.getKeyNode()
                .getStartMark()
                .map(mark -> " (line " + (mark.getLine() + 1) + ")")
                .orElse("");
    }

    private static String name(Node key) throws Obstacle {
        if (!(key instanceof ScalarNode scalar)) {
            throw Obstacle.unseen("it has a key that is an object or a list");
        }
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            throw Obstacle.unseen("it uses merge keys (<<), which not every reader follows: write the values out");
        }
        return scalar.getValue();
    }

    private static List<String> under(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path.size() + 1);
        longer.addAll(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    private static Scalar value(Node node) {
        if (node instanceof ScalarNode scalar) {
            return new Scalar(kind(scalar.getTag()), scalar.getValue());
        }
        return node instanceof MappingNode ? Scalar.MAP : Scalar.LIST;
    }

    private static Scalar.Kind kind(Tag tag) {
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return Scalar.Kind.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return Scalar.Kind.BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? Scalar.Kind.NULL : Scalar.Kind.TEXT;
    }
}
