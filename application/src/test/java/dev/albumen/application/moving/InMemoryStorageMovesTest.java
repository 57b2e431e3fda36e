package dev.albumen.application.moving;

class InMemoryStorageMovesTest extends StorageMovesContract {

    private final InMemoryStorageMoves moves = new InMemoryStorageMoves();

    @Override
    protected StorageMoves moves() {
        return moves;
    }

    @Override
    protected void writing(Runnable work) {
        work.run();
    }
}
