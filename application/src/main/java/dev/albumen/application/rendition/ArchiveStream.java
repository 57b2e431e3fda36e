package dev.albumen.application.rendition;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A part of an archive, put together while it is read: one blob is open at a time, from the place where it is needed. May be
 * closed by another thread than the one that reads, and leaves no blob open then either.
 */
final class ArchiveStream extends InputStream {

    private static final InputStream NOTHING = InputStream.nullInputStream();

    private final List<ArchivedFile> files;
    private final ZipLayout layout;
    private final BlobStore blobs;
    private final Consumer<BlobKey> damaged;
    private final long end;
    private long position;
    /** What the bytes from here to {@link #pieceEnd} are read from. */
    private volatile InputStream piece = NOTHING;
    private volatile boolean closed;
    private long pieceEnd;
    /** The entry that is read from its first byte on; {@code null} for all else. */
    private @Nullable ArchivedFile checked;
    private final CRC32 crc = new CRC32();

    /** @param damaged is told of blobs that are not what the layout says */
    ArchiveStream(List<ArchivedFile> files, ZipLayout layout, BlobStore blobs, Consumer<BlobKey> damaged, long offset, long length) {
        Objects.checkFromIndexSize(offset, length, layout.byteSize());
        this.files = files;
        this.layout = layout;
        this.blobs = blobs;
        this.damaged = damaged;
        this.position = offset;
        this.end = offset + length;
        this.pieceEnd = offset;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0 || position >= end) {
            return length == 0 ? 0 : -1;
        }
        if (position == pieceEnd) {
            openNext();
        }
        if (closed) {
            // perhaps while the piece was opened
            piece.close();
            throw new IOException("closed");
        }
        int count = piece.read(into, offset, (int) Math.min(length, Math.min(pieceEnd, end) - position));
        if (count < 0) {
            throw new EOFException("an entry ended before its length");
        }
        position += count;
        check(into, offset, count);
        return count;
    }

    private void openNext() throws IOException {
        try {
            openPiece();
        } catch (IOException e) {
            piece.close();
            throw e;
        }
    }

    private void openPiece() throws IOException {
        piece.close();
        piece = NOTHING;
        checked = null;
        if (position >= layout.centralEnd()) {
            made(layout.end(), layout.centralEnd());
        } else if (position >= layout.directoryOffset()) {
            int entry = layout.listedAt(position);
            made(layout.central(entry), layout.centralOffset(entry));
        } else {
            int entry = layout.storedAt(position);
            if (position < layout.dataOffset(entry)) {
                made(layout.local(entry), layout.offset(entry));
            } else {
                openEntry(files.get(entry), position - layout.dataOffset(entry));
            }
        }
    }

    private void made(byte[] bytes, long from) {
        int skipped = (int) (position - from);
        piece = new ByteArrayInputStream(bytes, skipped, bytes.length - skipped);
        pieceEnd = from + bytes.length;
    }

    private void openEntry(ArchivedFile file, long from) throws IOException {
        pieceEnd = position + file.byteSize() - from;
        switch (file.source()) {
            case ArchivedFile.Source.Blob(BlobKey key) -> openBlob(file, key, from);
            case ArchivedFile.Source.Made(PackedBytes bytes) -> piece = bytes.open(from);
        }
    }

    private void openBlob(ArchivedFile file, BlobKey key, long from) throws IOException {
        // no more than is wanted: a store that is far away sends what it is asked for
        BlobStore.Content content = opened(file, key, from, Math.min(pieceEnd, end) - position);
        piece = content.stream();
        if (content.byteSize() != file.byteSize()) {
            throw changed(key);
        }
        checked = from == 0 ? file : null;
        crc.reset();
    }

    private BlobStore.Content opened(ArchivedFile file, BlobKey key, long from, long length) throws IOException {
        try {
            return (length == file.byteSize() ? blobs.open(key) : blobs.open(key, from, length)).orElseThrow(() -> changed(key));
        } catch (DependencyException e) {
            throw new IOException("an entry's blob could not be opened", e);
        } catch (IllegalArgumentException shorter) {
            throw changed(key);
        }
    }

    private void check(byte[] bytes, int offset, int count) throws IOException {
        if (checked != null) {
            crc.update(bytes, offset, count);
            if (position == pieceEnd && crc.getValue() != checked.crc32() && checked.source() instanceof ArchivedFile.Source.Blob(BlobKey key)) {
                throw changed(key);
            }
        }
    }

    private IOException changed(BlobKey key) {
        damaged.accept(key);
        return new IOException("the blob " + key + " is not what it was");
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        piece.close();
    }
}
