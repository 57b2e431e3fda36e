package dev.albumen.application.transfer;

import dev.albumen.application.rendition.ArchivedFile;
import dev.albumen.application.rendition.PackedBytes;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.domain.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A bag in the making (RFC 8493): files below {@code data/}, and lists of their SHA-256 hashes, with which others can see
 * that nothing is missing or altered. It says nothing of when it was made, so that the same account gives the same bytes.
 */
final class Bag {

    private final List<ArchivedFile> payload = new ArrayList<>();
    private final StringBuilder manifest = new StringBuilder();
    private long bytes;

    void add(String path, byte[] document) {
        PackedBytes packed = PackedBytes.of(document);
        add(ArchivedFile.of(path, packed), packed.sha256());
    }

    void add(String path, Sha256 original, BlobSum sum) {
        add(ArchivedFile.of(path, BlobKey.original(original), sum), original);
    }

    private void add(ArchivedFile file, Sha256 sha256) {
        payload.add(file);
        manifest.append(line(sha256, file.name()));
        bytes += file.byteSize();
    }

    /** All files, those that tell of the others first. */
    List<ArchivedFile> complete(String identifier) {
        List<ArchivedFile> tags = new ArrayList<>();
        tags.add(text(BagPaths.DECLARATION, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        tags.add(text(BagPaths.INFO, "Bag-Software-Agent: Albumen\nExternal-Identifier: " + identifier
                + "\nPayload-Oxum: " + bytes + "." + payload.size() + "\n"));
        tags.add(text(BagPaths.MANIFEST, manifest.toString()));
        StringBuilder listed = new StringBuilder();
        tags.forEach(file -> listed.append(line(new Sha256(file.identity()), file.name())));
        tags.add(text(BagPaths.TAG_MANIFEST, listed.toString()));
        List<ArchivedFile> all = new ArrayList<>(tags);
        all.addAll(payload);
        return all;
    }

    private static ArchivedFile text(String path, String text) {
        return ArchivedFile.of(path, PackedBytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Line ends never get into a path; a percent sign is written as the standard wants it. */
    private static String line(Sha256 sha256, String path) {
        return sha256 + "  " + path.replace("%", "%25") + "\n";
    }
}
