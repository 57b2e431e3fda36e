package dev.albumen.application.transfer;

import dev.albumen.domain.image.Caption;
import java.io.IOException;
import java.io.InputStream;

/** Reads the XMP file that a darkroom lays beside a picture (ISO 16684-1). */
public interface SidecarReader {

    /**
     * Its title, description and keywords. What is broken is left out, so nothing may be left. The caller closes.
     *
     * @throws IOException from the stream alone
     */
    Caption read(InputStream file) throws IOException;
}
