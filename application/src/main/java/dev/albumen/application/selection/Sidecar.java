package dev.albumen.application.selection;

import dev.albumen.domain.selection.Mark;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An XMP sidecar (ISO 16684-1): rating, colour label and description, as Lightroom, Bridge and Capture One read them. */
final class Sidecar {

    private static final String META = "adobe:ns:meta/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";

    private Sidecar() {}

    /**
     * The sidecar's bytes.
     *
     * @param stars 1 to 5; a picture that has none was chosen all the same, and is rated 1, so that it can be found
     */
    static byte[] of(@Nullable Integer stars, Mark.@Nullable Color color, List<String> comments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("x", "xmpmeta", META);
            xml.writeNamespace("x", META);
            xml.writeStartElement("rdf", "RDF", RDF);
            xml.writeNamespace("rdf", RDF);
            xml.writeStartElement("rdf", "Description", RDF);
            xml.writeNamespace("xmp", XMP);
            xml.writeNamespace("dc", DC);
            xml.writeAttribute("rdf", RDF, "about", "");
            xml.writeAttribute("xmp", XMP, "Rating", Integer.toString(stars == null ? 1 : stars));
            if (color != null) {
                xml.writeAttribute("xmp", XMP, "Label", label(color));
            }
            if (!comments.isEmpty()) {
                description(xml, String.join("\n", comments));
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a sidecar cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static void description(XMLStreamWriter xml, String text) throws XMLStreamException {
        xml.writeStartElement("dc", "description", DC);
        xml.writeStartElement("rdf", "Alt", RDF);
        xml.writeStartElement("rdf", "li", RDF);
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "x-default");
        xml.writeCharacters(text);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** As those programs name them in English. */
    private static String label(Mark.Color color) {
        String name = color.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
