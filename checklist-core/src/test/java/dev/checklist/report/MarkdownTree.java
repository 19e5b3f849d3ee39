package dev.checklist.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown as a reader's tool does. */
final class MarkdownTree {
    private final List<Node> nodes = new ArrayList<>();

    private final String source;

    private MarkdownTree(String source, Node document) {
        this.source = source;
        add(document);
    }

    static MarkdownTree of(String markdown) {
        Parser parser = Parser.builder()
                .extensions(List.of(TaskListItemsExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build();
        return new MarkdownTree(markdown, parser.parse(markdown));
    }

    private void add(Node node) {
        nodes.add(node);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            add(child);
        }
    }

    long items() {
        return nodes.stream().filter(TaskListItemMarker.class::isInstance).count();
    }

    long ticked() {
        return nodes.stream()
                .filter(node -> node instanceof TaskListItemMarker marker && marker.isChecked())
                .count();
    }

    List<String> linksAndHtml() {
        return nodes.stream()
                .filter(node -> node instanceof Link
                        || node instanceof Image
                        || node instanceof HtmlInline
                        || node instanceof HtmlBlock
                        || node instanceof LinkReferenceDefinition)
                .map(Object::toString)
                .toList();
    }

    /** Returns running text as it was written, code left out. */
    String proseSource() {
        return nodes.stream()
                .filter(Text.class::isInstance)
                .flatMap(node -> node.getSourceSpans().stream())
                .map(span -> source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the kinds of all blocks, in order, with the levels of headings. */
    List<String> blocks() {
        return nodes.stream()
                .filter(Block.class::isInstance)
                .map(node ->
                        node.getClass().getSimpleName() + (node instanceof Heading heading ? heading.getLevel() : ""))
                .toList();
    }
}
