package dev.albumen.imaging.image;

import dev.albumen.application.transfer.SidecarReader;
import dev.albumen.domain.image.Caption;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads at most a megabyte. */
@Singleton
public final class XmpSidecarReader implements SidecarReader {

    @Override
    public Caption read(InputStream file) throws IOException {
        XmpProperties xmp = XmpReader.read(new ByteArrayInputStream(file.readNBytes(XmpReader.MAX_BYTES)));
        List<String> keywords = xmp.texts("dc:subject").stream().distinct().limit(Caption.MAX_KEYWORDS).toList();
        return new Caption(xmp.text("dc:title").orElse(null), xmp.text("dc:description").orElse(null), null, null, null, keywords);
    }
}
