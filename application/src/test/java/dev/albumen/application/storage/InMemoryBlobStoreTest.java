package dev.albumen.application.storage;

class InMemoryBlobStoreTest extends BlobStoreContract {

    @Override
    protected BlobStore open() {
        return new InMemoryBlobStore();
    }
}
