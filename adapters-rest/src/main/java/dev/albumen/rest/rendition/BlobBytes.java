package dev.albumen.rest.rendition;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.rest.shared.Bytes;

/** A blob as something to send. That it is missing is the storage's failure: whoever asked was told that it is there. */
record BlobBytes(BlobStore blobs, BlobKey key) implements Bytes.Source {

    @Override
    public BlobStore.Content whole() {
        return blobs.open(key).orElseThrow(this::missing);
    }

    @Override
    public BlobStore.Content part(long offset, long length) {
        return blobs.open(key, offset, length).orElseThrow(this::missing);
    }

    @Override
    public long byteSize() {
        return blobs.stat(key).orElseThrow(this::missing).byteSize();
    }

    private DependencyException missing() {
        return new DependencyException("no blob " + key);
    }
}
