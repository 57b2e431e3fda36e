package dev.albumen.imaging.image;

import dev.albumen.domain.image.Caption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the XMP file that a darkroom lays beside a picture (ISO 16684-1). What is broken in it is left out. */
public final class XmpSidecar {

    private XmpSidecar() {}

    /** Its title, description and keywords; of more than a megabyte, as far as that goes. The caller closes. */
    public static Caption read(InputStream file) throws IOException {
        XmpProperties xmp = XmpReader.read(new ByteArrayInputStream(file.readNBytes(XmpReader.MAX_BYTES)));
        List<String> keywords = xmp.texts("dc:subject").stream().distinct().limit(Caption.MAX_KEYWORDS).toList();
        return new Caption(xmp.text("dc:title").orElse(null), xmp.text("dc:description").orElse(null), null, null, null, keywords);
    }
}
