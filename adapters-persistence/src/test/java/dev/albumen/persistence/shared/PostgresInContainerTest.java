package dev.albumen.persistence.shared;

import dev.albumen.application.album.AlbumTreeContract;
import dev.albumen.application.album.AlbumViewsContract;
import dev.albumen.application.album.AlbumsContract;
import dev.albumen.application.image.FindingViewsContract;
import dev.albumen.application.image.ImageViewsContract;
import dev.albumen.application.image.ImagesContract;
import dev.albumen.application.moving.StorageMoves;
import dev.albumen.application.moving.StorageMovesContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.KeyMarks;
import dev.albumen.application.shared.KeyMarksContract;
import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.ThrottleContract;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.tag.TagTreeContract;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * Contracts on a PostgreSQL as others pack it, with other locales and libraries than the one that tests bring. Needs a
 * container engine; skipped where there is none.
 */
@Testcontainers(disabledWithoutDocker = true)
class PostgresInContainerTest {

    private static final int PORT = 5432;
    private static final String PASSWORD = "albumen-in-a-test";

    @Container
    private static final GenericContainer<?> SERVER = new GenericContainer<>("postgres:17-alpine")
            .withEnv("POSTGRES_PASSWORD", PASSWORD)
            .withExposedPorts(PORT)
            // It starts twice: once to be set up, and then for good.
            .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\n", 2));

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest(() -> Beans.CONTEXT);

    private static final class Beans {

        static final ApplicationContext CONTEXT = PostgresTest.started(Map.of(
                "datasources.default.url", "jdbc:postgresql://" + SERVER.getHost() + ":" + SERVER.getMappedPort(PORT) + "/postgres",
                "datasources.default.username", "postgres",
                "datasources.default.password", PASSWORD,
                "datasources.default.dialect", "POSTGRES",
                "flyway.datasources.default.enabled", "true"), Map.of(), context -> {});
    }

    @Nested
    class OfAlbums extends AlbumsContract {
        @Override
        protected Catalogue catalogue() {
            return new PostgresCatalogue(POSTGRES);
        }
    }

    @Nested
    class OfTheirTree extends AlbumTreeContract {
        @Override
        protected Catalogue catalogue() {
            return new PostgresCatalogue(POSTGRES);
        }
    }

    @Nested
    class OfTheirViews extends AlbumViewsContract {
        @Override
        protected Catalogue catalogue() {
            return new PostgresCatalogue(POSTGRES);
        }
    }

    @Nested
    class OfImages extends ImagesContract {
        @Override
        protected Catalogue catalogue() {
            return new PostgresCatalogue(POSTGRES);
        }
    }

    @Nested
    class OfImageViews extends ImageViewsContract {
        @Override
        protected Catalogue catalogue() {
            return new PostgresCatalogue(POSTGRES);
        }
    }

    @Nested
    class OfFinding extends FindingViewsContract {
        @Override
        protected Catalogue catalogue() {
            return new PostgresCatalogue(POSTGRES);
        }
    }

    @Nested
    class OfTags extends TagTreeContract {
        @Override
        protected Catalogue catalogue() {
            return new PostgresCatalogue(POSTGRES);
        }
    }

    @Nested
    class OfThrottles extends ThrottleContract {
        @Override
        protected Throttle throttle() {
            return POSTGRES.bean(Throttle.class);
        }
    }

    @Nested
    class OfKeyMarks extends KeyMarksContract {
        @Override
        protected KeyMarks marks() {
            return POSTGRES.bean(KeyMarks.class);
        }
    }

    @Nested
    class OfMoves extends StorageMovesContract {
        @Override
        protected StorageMoves moves() {
            return POSTGRES.bean(StorageMoves.class);
        }

        @Override
        protected void writing(Runnable work) {
            POSTGRES.bean(Transactions.class).writing(work);
        }
    }
}
