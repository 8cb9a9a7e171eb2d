package org.lecturehalls.worker.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.work.RefusedException;

/**
 * Rewrites a checked docx or pptx without its references to what lies outside: linked pictures, remote templates, linked
 * objects. Links that a reader may click stay. LibreOffice then sees this new zip, so nothing that reads zips differently can
 * hide from the check.
 */
final class OpenXmlCleaner {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private OpenXmlCleaner() {}

    static void clean(Path from, Path to) throws IOException, RefusedException {
        try (ZipFile zip = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    copy(entry.getName(), in, out);
                }
                out.closeEntry();
            }
        } catch (XMLStreamException e) {
            throw new RefusedException(RefusalCode.DAMAGED, "A list of relationships cannot be read.");
        }
    }

    private static void copy(String name, InputStream in, OutputStream out) throws IOException, XMLStreamException {
        if (name.toLowerCase(Locale.ROOT).endsWith(".rels")) {
            relationships(in, out);
        } else {
            in.transferTo(out);
        }
    }

    private static void relationships(InputStream in, OutputStream out) throws XMLStreamException {
        XMLStreamReader reader = readers().createXMLStreamReader(in);
        XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeStartElement("Relationships");
        writer.writeDefaultNamespace(NAMESPACE);
        while (reader.hasNext()) {
            boolean element = reader.next() == XMLStreamConstants.START_ELEMENT;
            if (element && reader.getLocalName().equals("Relationship") && harmless(reader)) {
                copy(reader, writer);
            }
        }
        writer.writeEndElement();
        writer.writeEndDocument();
        writer.flush();
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static boolean harmless(XMLStreamReader relationship) {
        String type = attribute(relationship, "Type");
        boolean external = attribute(relationship, "TargetMode").equalsIgnoreCase("External")
                || attribute(relationship, "Target").matches("(?i)[a-z][a-z0-9+.-]*:.*|[/\\\\]{2}.*");
        return !external || type.endsWith("/hyperlink");
    }

    private static String attribute(XMLStreamReader element, String name) {
        String value = element.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static void copy(XMLStreamReader relationship, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeEmptyElement("Relationship");
        for (int i = 0; i < relationship.getAttributeCount(); i++) {
            writer.writeAttribute(relationship.getAttributeLocalName(i), relationship.getAttributeValue(i));
        }
    }
}
