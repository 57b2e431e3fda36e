package dev.albumen.application.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.image.Caption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every reader of sidecars does. */
public abstract class SidecarReaderContract {

    private static final String XMP = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Sea</dc:title>
            <dc:subject><rdf:Bag><rdf:li>Water</rdf:li><rdf:li>Water</rdf:li></rdf:Bag></dc:subject>
            </rdf:Description></rdf:RDF></x:xmpmeta>""";

    protected abstract SidecarReader reader();

    @Test
    void readsTitleAndKeywords() throws IOException {
        Caption caption = reader().read(new ByteArrayInputStream(XMP.getBytes(UTF_8)));

        assertThat(caption.title()).isEqualTo("Sea");
        assertThat(caption.keywords()).containsExactly("Water");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<x", "no XMP", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"})
    void readsNothingOfWhatIsBroken(String text) throws IOException {
        assertThat(reader().read(new ByteArrayInputStream(text.getBytes(UTF_8)))).isEqualTo(Caption.NONE);
    }

    @Test
    void tellsOfAStreamThatBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };
        assertThatThrownBy(() -> reader().read(broken)).isInstanceOf(IOException.class);
    }
}
