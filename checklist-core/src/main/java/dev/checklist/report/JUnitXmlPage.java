package dev.checklist.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one test suite; all text passes through {@link XmlText}. */
final class JUnitXmlPage {
    private static final int MILLISECONDS = 3;

    private final Appendable out;

    JUnitXmlPage(Appendable out) {
        this.out = out;
    }

    void write(String name, Duration time, Map<String, String> properties, List<JUnitCase> cases) throws IOException {
        try {
            // The JDK's own, whatever else is on the class path: the output is the same everywhere.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new AppendableWriter(out));
            xml.writeStartDocument("UTF-8", "1.0");
            line(xml, 0);
            xml.writeStartElement("testsuite");
            attribute(xml, "name", name);
            attribute(xml, "time", seconds(time));
            attribute(xml, "tests", Integer.toString(cases.size()));
            attribute(xml, "errors", count(cases, JUnitCase.Ending.ERROR));
            attribute(xml, "skipped", count(cases, JUnitCase.Ending.SKIPPED));
            attribute(xml, "failures", count(cases, JUnitCase.Ending.FAILURE));
            properties(xml, properties);
            for (JUnitCase one : cases) {
                testCase(xml, one);
            }
            line(xml, 0);
            xml.writeEndElement();
            line(xml, 0);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException failure) {
            throw failure.getNestedException() instanceof IOException cause ? cause : new IOException(failure);
        }
    }

    private static void properties(XMLStreamWriter xml, Map<String, String> properties) throws XMLStreamException {
        if (properties.isEmpty()) {
            return;
        }
        line(xml, 1);
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            line(xml, 2);
            xml.writeEmptyElement("property");
            attribute(xml, "name", property.getKey());
            attribute(xml, "value", property.getValue());
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, JUnitCase one) throws XMLStreamException {
        line(xml, 1);
        xml.writeStartElement("testcase");
        attribute(xml, "name", one.name());
        attribute(xml, "classname", one.group());
        attribute(xml, "time", seconds(one.time()));
        switch (one.ending()) {
            case PASSED -> output(xml, one);
            case FAILURE -> broken(xml, "failure", one);
            case ERROR -> broken(xml, "error", one);
            case SKIPPED -> {
                line(xml, 2);
                xml.writeEmptyElement("skipped");
                attribute(xml, "message", one.message());
                output(xml, one);
            }
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void broken(XMLStreamWriter xml, String element, JUnitCase one) throws XMLStreamException {
        line(xml, 2);
        xml.writeStartElement(element);
        attribute(xml, "message", one.message());
        attribute(xml, "type", one.type());
        xml.writeCharacters(XmlText.content(one.output()));
        xml.writeEndElement();
    }

    private static void output(XMLStreamWriter xml, JUnitCase one) throws XMLStreamException {
        if (!one.output().isEmpty()) {
            line(xml, 2);
            xml.writeStartElement("system-out");
            xml.writeCharacters(XmlText.content(one.output()));
            xml.writeEndElement();
        }
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.attribute(value));
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String count(List<JUnitCase> cases, JUnitCase.Ending ending) {
        return Long.toString(
                cases.stream().filter(one -> one.ending() == ending).count());
    }

    /** Words seconds with a point, whatever the locale; never negative, though clocks may step back. */
    private static String seconds(Duration time) {
        return BigDecimal.valueOf(Math.max(0, time.toMillis()), MILLISECONDS).toPlainString();
    }
}
