package dev.albumen.imaging.image;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XMP packet (ISO 16684-1) as far as photographs need it, by the JDK's streaming parser: no tree, and no
 * registry of namespaces that lives on and grows with each file. Any document type is refused, and so are entities.
 * What is too deep, too much or broken ends the reading; what was read until then stays.
 */
final class XmpReader {

    /** More of a packet is not looked at. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_VALUES = 1000;
    private static final int MAX_VALUE = 4096;
    private static final int MAX_PATH = 200;
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final XmpProperties properties = new XmpProperties();
    private final Deque<Element> open = new ArrayDeque<>();
    private int count;

    private XmpReader() {}

    /** An element whose end is yet to come. */
    private static final class Element {

        /** {@code null} outside of RDF, empty where no property is named yet. */
        private final @Nullable String path;
        private final StringBuilder text = new StringBuilder();
        private @Nullable String language;
        private boolean parent;

        Element(@Nullable String path) {
            this.path = path;
        }
    }

    static XmpProperties read(InputStream packet) {
        XmpReader reader = new XmpReader();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(packet);
            try {
                reader.read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // up to where it breaks; the JDK's parser throws unchecked exceptions too
        }
        return reader.properties;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        boolean more = true;
        while (more && xml.hasNext()) {
            more = switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> false;
                default -> true;
            };
        }
    }

    private boolean start(XMLStreamReader xml) {
        Element around = open.peek();
        if (around != null) {
            around.parent = true;
        }
        Element element = new Element(path(xml, around == null ? null : around.path));
        open.push(element);
        return open.size() <= MAX_DEPTH && (element.path == null || attributes(xml, element, element.path));
    }

    /** RDF's own elements give a structure, but no names. */
    private static @Nullable String path(XMLStreamReader xml, @Nullable String around) {
        if (XmpNames.RDF.equals(xml.getNamespaceURI())) {
            return around == null && xml.getLocalName().equals("RDF") ? "" : around;
        }
        return around == null ? null : joined(around, XmpNames.of(xml.getNamespaceURI(), xml.getPrefix(), xml.getLocalName()));
    }

    private boolean attributes(XMLStreamReader xml, Element element, String path) {
        boolean room = true;
        for (int i = 0; i < xml.getAttributeCount() && room; i++) {
            String namespace = xml.getAttributeNamespace(i);
            String name = xml.getAttributeLocalName(i);
            if (XML.equals(namespace)) {
                element.language = name.equals("lang") ? xml.getAttributeValue(i) : element.language;
            } else if (!XmpNames.RDF.equals(namespace)) {
                String property = joined(path, XmpNames.of(namespace, xml.getAttributePrefix(i), name));
                room = add(property, xml.getAttributeValue(i), null);
            } else if (name.equals("resource")) {
                room = add(path, xml.getAttributeValue(i), null);
            }
        }
        return room;
    }

    private boolean text(XMLStreamReader xml) {
        Element element = open.peek();
        if (element != null && element.path != null) {
            int room = Math.min(xml.getTextLength(), MAX_VALUE - element.text.length());
            element.text.append(xml.getTextCharacters(), xml.getTextStart(), room);
        }
        return true;
    }

    private boolean end() {
        Element element = open.pop();
        boolean outermost = "".equals(element.path) && (open.isEmpty() || open.peek().path == null);
        return !outermost && (element.parent || element.path == null || add(element.path, element.text.toString(), element.language));
    }

    /** False where nothing more is to be read. */
    private boolean add(String path, String text, @Nullable String language) {
        if (!path.isEmpty() && path.length() <= MAX_PATH && !text.isBlank()) {
            properties.add(path, text.substring(0, Math.min(text.length(), MAX_VALUE)).strip(), language);
            count++;
        }
        return count < MAX_VALUES;
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
