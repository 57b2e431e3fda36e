package dev.albumen.application.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.rendition.Archive;
import dev.albumen.application.storage.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What an archive holds: names and texts, in order. */
public final class Unzipped {

    private Unzipped() {}

    public static Map<String, String> of(Archive archive) {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(archive)), UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String twice = entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
                assertThat(twice).as("a second %s", entry.getName()).isNull();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    public static byte[] bytes(Archive archive) {
        return bytes(archive, 0, archive.byteSize());
    }

    /** A part of it. */
    public static byte[] bytes(Archive archive, long offset, long length) {
        try (BlobStore.Content content = archive.parts().open(offset, length)) {
            return content.stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
