package dev.albumen.application.rendition;

import dev.albumen.application.job.SpareTime;
import dev.albumen.application.shared.BusyException;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSums;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes archives: entries stored as they are, because pictures are compressed, and everything between them known ahead, so
 * that any part can be had without what is before it.
 */
public final class Archives {

    private static final Logger LOG = LoggerFactory.getLogger(Archives.class);
    private static final String PURPOSE = "archive-tag";
    /** Of base64url: 132 bits. */
    private static final int TAG_LENGTH = 22;

    private final BlobStore blobs;
    private final BlobSums sums;
    private final Secrets secrets;
    private final ArchivePlans plans;

    public Archives(
            BlobStore blobs, BlobSums sums, Servings servings, SpareTime spareTime, Secrets secrets, InstantSource clock) {
        this.blobs = blobs;
        this.sums = sums;
        this.secrets = secrets;
        this.plans = new ArchivePlans(blobs, sums, servings, spareTime, clock);
    }

    /**
     * An archive of these images, all of which are asked for at once.
     *
     * @param title what it is called; what cannot be part of a file name is left out
     * @param asker nothing more is made once they are gone
     * @throws BusyException where much of it is yet to be made
     */
    public Archive of(String title, Iterable<Archive.Entry> entries, ArchiveSize size, Asker asker) {
        return of(title, plans.of(entries, size, asker));
    }

    /** {@link #of(String, Iterable, ArchiveSize, Asker)} of files that are laid out already, in their order. */
    public Archive of(String title, List<ArchivedFile> files) {
        ZipLayout layout = new ZipLayout(files);
        String name = title.replaceAll("[^\\p{L}\\p{N} ._-]", "").strip();
        return new Archive((name.isEmpty() ? "album" : name) + ".zip", tag(files), layout.byteSize(),
                (offset, length) -> new BlobStore.Content(
                        layout.byteSize(), new ArchiveStream(files, layout, blobs, this::distrust, offset, length)));
    }

    /** It is read again for the next who asks, whose archive has another tag then. */
    private void distrust(BlobKey key) {
        LOG.warn("{} is not what it was when it was summed", key);
        sums.forget(key);
    }

    /** All that the bytes follow from, signed: blobs' keys hold the hashes of originals, which not everybody may know. */
    private String tag(List<ArchivedFile> files) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (ArchivedFile file : files) {
            digest.update((file.name() + '\n' + file.identity() + ' ' + file.byteSize() + ' ' + file.crc32() + '\n')
                    .getBytes(StandardCharsets.UTF_8));
        }
        return secrets.sign(PURPOSE, HexFormat.of().formatHex(digest.digest())).substring(0, TAG_LENGTH);
    }
}
