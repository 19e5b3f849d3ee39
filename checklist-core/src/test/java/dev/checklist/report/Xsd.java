package dev.checklist.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Is a schema that JUnit XML must satisfy. */
enum Xsd {
    SUREFIRE("surefire-test-report.xsd"),
    JENKINS("junit-jenkins-rules.xsd");

    private final Schema schema;

    Xsd(String resource) {
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Xsd.class.getResource(resource));
        } catch (SAXException problem) {
            throw new IllegalStateException(resource, problem);
        }
    }

    /** Returns what is wrong with a document, every error. */
    List<String> errors(String xml) {
        List<String> errors = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException problem) {
                errors.add(problem.getMessage());
            }

            @Override
            public void error(SAXParseException problem) {
                errors.add(problem.getMessage());
            }

            @Override
            public void fatalError(SAXParseException problem) {
                errors.add(problem.getMessage());
            }
        });
        try {
            validator.validate(new StreamSource(new StringReader(xml)));
        } catch (SAXException | IOException problem) {
            errors.add(problem.toString());
        }
        return errors;
    }
}
