package dev.albumen.bootstrap;

import dev.albumen.application.moving.StorageMoves;
import dev.albumen.application.rendition.InstanceMark;
import dev.albumen.application.rendition.LogoCheck;
import dev.albumen.application.shared.KeyMarks;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.user.CreateFirstAdmin;
import dev.albumen.bootstrap.database.Database;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.database.ExistingDatabase;
import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.storage.StorageInPlace;
import dev.albumen.imaging.rendition.RunningEngine;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that runs in one instance. It starts in order, and stops in the reverse of it, however far the start came. */
final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private final Settings settings;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    Service(Settings settings) {
        this.settings = settings;
    }

    /** @throws dev.albumen.bootstrap.settings.StartRefused where a setting stands in the way */
    synchronized void start() {
        Home home = keep(Home.open(settings.get(KnownSettings.HOME)));
        ListenAddress address = ListenAddress.of(settings);
        address.requireFree();
        Database database = keep(database(home));
        RunningEngine engine = keep(PictureEngine.start(settings, home));
        ApplicationContext context = keep(ServiceContext.start(settings, home, database.access(), engine));
        if (stopping) {
            return;
        }
        InstanceLogo.require(settings, context.getBean(InstanceMark.class), context.getBean(StagingArea.class),
                context.getBean(LogoCheck.class));
        SameKey.require(settings, home, context.getBean(Secrets.class), context.getBean(KeyMarks.class));
        StorageInPlace.require(context.getBean(StorageMoves.class), context.getBean(BlobPlaces.class));
        Optional<String> adminPassword = new FirstStart(context.getBean(CreateFirstAdmin.class), settings).run();
        EmbeddedServer server = context.getBean(EmbeddedServer.class);
        address.listen(server);
        keep(server::stop);
        keep(Departure.of(context));
        new Announcement(server.getURL().toString(), adminPassword).print(System.out);
    }

    private Database database(Home home) {
        return settings.find(KnownSettings.DATABASE_URL)
                .<Database>map(url -> ExistingDatabase.at(DatabaseAccess.existing(
                        url,
                        settings.get(KnownSettings.DATABASE_USER),
                        settings.find(KnownSettings.DATABASE_PASSWORD).orElse(""))))
                .orElseGet(() -> EmbeddedDatabase.start(home.folder().resolve("postgres")));
    }

    private <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops what runs. During a start it waits for the step under way, so that nothing is left behind. */
    @Override
    public void close() {
        stopping = true;
        synchronized (this) {
            while (!running.isEmpty()) {
                AutoCloseable part = running.pop();
                try {
                    part.close();
                } catch (Exception e) {
                    LOG.error("{} did not stop", part, e);
                }
            }
        }
        stopped.countDown();
    }
}
