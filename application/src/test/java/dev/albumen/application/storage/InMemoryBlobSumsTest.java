package dev.albumen.application.storage;

class InMemoryBlobSumsTest extends BlobSumsContract {

    @Override
    protected BlobSums open() {
        return new InMemoryBlobSums();
    }
}
