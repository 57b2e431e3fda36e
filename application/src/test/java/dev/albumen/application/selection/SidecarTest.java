package dev.albumen.application.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.selection.Mark;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SidecarTest {

    private static final String XMP = "http://ns.adobe.com/xap/1.0/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static Element read(@Nullable Integer stars, Mark.@Nullable Color color, String... comments) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        byte[] bytes = Sidecar.of(stars, color, List.of(comments));
        return (Element) factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes))
                .getElementsByTagNameNS(RDF, "Description").item(0);
    }

    @Test
    void holdsRatingLabelAndComments() throws Exception {
        Element description = read(4, Mark.Color.GREEN, "<b> & \"x\"", "zwei\nZeilen 🌅");
        assertThat(description.getAttributeNS(XMP, "Rating")).isEqualTo("4");
        assertThat(description.getAttributeNS(XMP, "Label")).isEqualTo("Green");
        assertThat(description.getElementsByTagNameNS(RDF, "li").item(0).getTextContent()).isEqualTo("<b> & \"x\"\nzwei\nZeilen 🌅");
    }

    @Test
    void ratesWhatHasNoStarsSoThatItIsFound() throws Exception {
        Element description = read(null, null);
        assertThat(description.getAttributeNS(XMP, "Rating")).isEqualTo("1");
        assertThat(description.hasAttributeNS(XMP, "Label")).isFalse();
        assertThat(description.getElementsByTagNameNS(RDF, "li").getLength()).isZero();
    }
}
