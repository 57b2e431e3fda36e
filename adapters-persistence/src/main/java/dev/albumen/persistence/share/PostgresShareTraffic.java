package dev.albumen.persistence.share;

import dev.albumen.application.share.ShareTraffic;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.persistence.shared.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes wait in memory for about a second, and are written together by a thread of their own. */
@Singleton
final class PostgresShareTraffic implements ShareTraffic {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresShareTraffic.class);
    private static final long GATHERING_MILLIS = 1000;
    private static final int MOST = 100_000;
    private static final int TRIES = 3;
    private static final String DAYS = """
            SELECT day, views, visitors, downloads FROM share_days
            WHERE share_id = ? AND day BETWEEN CAST(? AS date) AND CAST(? AS date) ORDER BY day
            """;
    private static final String IMAGES = """
            SELECT image_id, sum(downloads) AS downloads FROM share_day_images
            WHERE share_id = ? AND day BETWEEN CAST(? AS date) AND CAST(? AS date)
            GROUP BY image_id ORDER BY sum(downloads) DESC, image_id LIMIT ?
            """;
    private static final String FORGET_VISITORS = "DELETE FROM share_visitors WHERE day < CAST(? AS date)";
    private static final String FORGET_SALTS = "DELETE FROM visitor_salts WHERE day < CAST(? AS date)";

    private final Sql sql;
    private final Transactions transactions;
    private final TrafficRows rows;
    private final InstantSource clock;
    private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>(MOST);
    private final Thread writer;

    PostgresShareTraffic(Sql sql, Transactions transactions, TrafficRows rows, InstantSource clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
        this.writer = Thread.ofPlatform().daemon().name("share-traffic").start(this::writeAll);
    }

    /**
     * Something that happened.
     *
     * @param guest who looked; {@code null} for a download
     * @param image what was downloaded; {@code null} for an archive, and for a view
     * @param counted whether the link's own numbers have it
     */
    record Note(ShareId share, @Nullable Guest guest, @Nullable ImageId image, boolean counted) {}

    @Override
    public void viewed(ShareId id, Guest guest, boolean counted) {
        add(new Note(id, guest, null, counted));
    }

    @Override
    public void downloaded(ShareId id, @Nullable ImageId image, boolean counted) {
        add(new Note(id, null, image, counted));
    }

    /** More than can be kept are lost: statistics must not fill the memory while the database is away. */
    private void add(Note note) {
        if (!notes.offer(note)) {
            LOG.debug("a note of a link's use was dropped");
        }
    }

    private void writeAll() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(GATHERING_MILLIS);
                write();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void write() {
        List<Note> some = new ArrayList<>();
        notes.drainTo(some);
        if (some.isEmpty()) {
            return;
        }
        // by the day of their writing: nothing is added to one that is over
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                transactions.writing(() -> rows.add(day, some));
                return;
            } catch (RuntimeException e) {
                // such as an image that was purged in this moment
                LOG.warn("{} notes of links' uses could not be written at try {}", some.size(), tries, e);
            }
        }
    }

    @Override
    public Report report(ShareId id, LocalDate first, LocalDate last, int mostImages) {
        return new Report(
                sql.list(DAYS, row -> new Day(LocalDate.parse(row.text("day")), row.number("views"), row.number("visitors"),
                        row.number("downloads")), id.value(), first.toString(), last.toString()),
                sql.list(IMAGES, row -> new ImageDownloads(new ImageId(row.uuid("image_id")), row.number("downloads")),
                        id.value(), first.toString(), last.toString(), mostImages));
    }

    @Override
    public void forgetVisitors(LocalDate before) {
        transactions.writing(() -> {
            sql.change(FORGET_VISITORS, before.toString());
            sql.change(FORGET_SALTS, before.toString());
        });
    }

    @PreDestroy
    void close() {
        synchronized (this) {
            writer.interrupt(); // not while it writes
        }
        write();
    }
}
