package dev.checklist.examples.world.server;

import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An element with a text or with elements in it. */
record Xml(String name, String text, List<Xml> children) {
    static Xml of(String name, Xml... children) {
        return new Xml(name, "", List.of(children));
    }

    static Xml of(String name, List<Xml> children) {
        return new Xml(name, "", children);
    }

    static Xml text(String name, Object text) {
        return new Xml(name, String.valueOf(text), List.of());
    }

    /** Writes it as a document in UTF-8. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            write(writer);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(name + " cannot be written", e);
        }
        return out.toByteArray();
    }

    private void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text);
        for (Xml child : children) {
            child.write(writer);
        }
        writer.writeEndElement();
    }
}
