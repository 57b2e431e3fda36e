package dev.albumen.persistence.moving;

import dev.albumen.application.moving.StorageMoves;
import dev.albumen.application.moving.StorageMovesContract;
import dev.albumen.application.shared.Transactions;
import dev.albumen.persistence.shared.PostgresTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStorageMovesTest extends StorageMovesContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected StorageMoves moves() {
        return POSTGRES.bean(StorageMoves.class);
    }

    @Override
    protected void writing(Runnable work) {
        POSTGRES.bean(Transactions.class).writing(work);
    }
}
