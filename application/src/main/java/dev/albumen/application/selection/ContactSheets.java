package dev.albumen.application.selection;

import dev.albumen.application.storage.BlobStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes contact sheets: small pictures with their names, as pages to be printed. */
public interface ContactSheets {

    /**
     * Writes a PDF. Takes any text: a character that cannot be shown has a sign in its place. Takes memory for one picture,
     * however many there are; a picture that cannot be read is a name without one.
     *
     * @param pictures read once, one after the other
     * @throws IOException where it cannot be written
     */
    void write(String title, Iterator<Picture> pictures, OutputStream out) throws IOException;

    /**
     * A picture of a sheet.
     *
     * @param name one line under it
     * @param said another line; may be empty
     * @param jpeg opened when its turn comes, and closed by whoever opens it; empty where there is none
     */
    record Picture(String name, String said, Supplier<Optional<BlobStore.Content>> jpeg) {}
}
