package dev.checklist.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads XML as a build server does. */
final class XmlTree {
    private final Document document;

    private XmlTree(Document document) {
        this.document = document;
    }

    static XmlTree of(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new XmlTree(factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
        } catch (ParserConfigurationException | SAXException | IOException problem) {
            throw new AssertionError("not well-formed: " + problem.getMessage(), problem);
        }
    }

    int count(String element) {
        return document.getElementsByTagName(element).getLength();
    }

    /** Returns all values of attributes and all texts of elements. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                texts.add(element.getAttributes().item(j).getNodeValue());
            }
            if (!List.of("testsuite", "testcase", "properties").contains(element.getTagName())) {
                texts.add(element.getTextContent());
            }
        }
        return texts;
    }

    /** Returns the test case of that name. */
    Element testCase(String name) {
        NodeList all = document.getElementsByTagName("testcase");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getAttribute("name").equals(name)) {
                return element;
            }
        }
        throw new AssertionError("no test case \"" + name + "\"");
    }

    Element root() {
        return document.getDocumentElement();
    }
}
