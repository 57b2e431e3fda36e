package dev.albumen.application.selection;

import dev.albumen.application.storage.BlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Contact sheets without looks: a line of text for each picture, with the number of its bytes. */
public final class PlainContactSheets implements ContactSheets {

    @Override
    public void write(String title, Iterator<Picture> pictures, OutputStream out) throws IOException {
        out.write((title + "\n").getBytes(StandardCharsets.UTF_8));
        while (pictures.hasNext()) {
            Picture picture = pictures.next();
            long bytes = 0;
            try (BlobStore.Content jpeg = picture.jpeg().get().orElse(null)) {
                bytes = jpeg == null ? 0 : jpeg.stream().readAllBytes().length;
            }
            out.write((picture.name() + "|" + picture.said() + "|" + bytes + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
