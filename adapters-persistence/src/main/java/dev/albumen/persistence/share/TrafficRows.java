package dev.albumen.persistence.share;

import dev.albumen.application.share.ShareTraffic.Guest;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.shared.Tokens;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.persistence.share.PostgresShareTraffic.Note;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Adds gathered notes up and writes them, link by link in one order, so that nodes that do so at the same time wait for each
 * other instead of dying. Links and images that are gone by now are left out.
 */
@Singleton
final class TrafficRows {

    private static final String PURPOSE = "share-visitor";
    private static final String MAKE_SALT = "INSERT INTO visitor_salts (day, salt) VALUES (CAST(? AS date), ?) ON CONFLICT DO NOTHING";
    private static final String SALT = "SELECT salt FROM visitor_salts WHERE day = CAST(? AS date)";
    // The links stay until this is written: whoever ends one waits.
    private static final String LOCK = "SELECT id FROM shares WHERE id = ANY(?) ORDER BY id FOR KEY SHARE";
    private static final String DAYS = """
            WITH seen AS (
                INSERT INTO share_visitors (share_id, day, visitor)
                SELECT DISTINCT x.share_id, CAST(? AS date), x.visitor FROM unnest(?, ?) AS x (share_id, visitor)
                ORDER BY x.share_id, x.visitor
                ON CONFLICT DO NOTHING
                RETURNING share_id)
            INSERT INTO share_days AS d (share_id, day, views, visitors, downloads)
            SELECT x.share_id, CAST(? AS date), x.views, (SELECT count(*) FROM seen WHERE seen.share_id = x.share_id), x.downloads
            FROM unnest(?, CAST(? AS bigint[]), CAST(? AS bigint[])) AS x (share_id, views, downloads)
            ORDER BY x.share_id
            ON CONFLICT (share_id, day) DO UPDATE SET
                views = d.views + excluded.views, visitors = d.visitors + excluded.visitors, downloads = d.downloads + excluded.downloads
            """;
    private static final String IMAGES = """
            INSERT INTO share_day_images AS d (share_id, image_id, day, downloads)
            SELECT x.share_id, i.id, CAST(? AS date), count(*)
            FROM unnest(?, ?) AS x (share_id, image_id) JOIN images i ON i.id = x.image_id
            GROUP BY 1, 2 ORDER BY 1, 2
            ON CONFLICT (share_id, day, image_id) DO UPDATE SET downloads = d.downloads + excluded.downloads
            """;
    private static final String TOTALS = """
            WITH locked AS (SELECT share_id FROM share_counts WHERE share_id = ANY(?) ORDER BY share_id FOR NO KEY UPDATE)
            UPDATE share_counts c SET views = c.views + x.views, downloads = c.downloads + x.downloads
            FROM locked JOIN unnest(?, CAST(? AS bigint[]), CAST(? AS bigint[])) AS x (share_id, views, downloads)
                ON x.share_id = locked.share_id
            WHERE c.share_id = locked.share_id
            """;

    private final Sql sql;
    private final Secrets secrets;
    private final Tokens tokens;

    TrafficRows(Sql sql, Secrets secrets, Tokens tokens) {
        this.sql = sql;
        this.secrets = secrets;
        this.tokens = tokens;
    }

    /** The sums of a link's notes. */
    private record Sums(long views, long downloads, long uncountedViews, long uncountedDownloads) {

        Sums plus(Note note) {
            long view = note.guest() == null ? 0 : 1;
            long own = note.counted() ? 0 : 1;
            return new Sums(views + view, downloads + 1 - view, uncountedViews + view * own, uncountedDownloads + (1 - view) * own);
        }
    }

    /** In a transaction. */
    void add(String day, List<Note> notes) {
        Set<UUID> living = Set.copyOf(
                sql.list(LOCK, row -> row.uuid("id"), (Object) ids(notes.stream().map(Note::share).distinct())));
        List<Note> kept = notes.stream().filter(note -> living.contains(note.share().value())).toList();
        if (!kept.isEmpty()) {
            addKept(day, kept);
        }
    }

    private void addKept(String day, List<Note> notes) {
        Map<ShareId, Sums> sums = new TreeMap<>(Comparator.comparing(ShareId::toString));
        notes.forEach(note -> sums.put(note.share(), sums.getOrDefault(note.share(), new Sums(0, 0, 0, 0)).plus(note)));
        UUID[] shares = ids(sums.keySet().stream());
        List<Note> views = notes.stream().filter(note -> note.guest() != null).toList();
        sql.change(DAYS, day, ids(views.stream().map(Note::share)), visitors(day, views), day, shares,
                numbers(sums, Sums::views), numbers(sums, Sums::downloads));
        List<Note> images = notes.stream().filter(note -> note.image() != null).toList();
        sql.change(IMAGES, day, ids(images.stream().map(Note::share)),
                images.stream().map(note -> Objects.requireNonNull(note.image()).value()).toArray(UUID[]::new));
        sql.change(TOTALS, shares, shares, numbers(sums, Sums::uncountedViews), numbers(sums, Sums::uncountedDownloads));
    }

    private String[] visitors(String day, List<Note> views) {
        if (views.isEmpty()) {
            return new String[0];
        }
        sql.change(MAKE_SALT, day, tokens.next());
        String salt = sql.one(SALT, row -> row.text("salt"), day);
        Map<String, String> signed = new LinkedHashMap<>();
        return views.stream().map(note -> signed.computeIfAbsent(
                salt + "\n" + note.share() + "\n" + who(Objects.requireNonNull(note.guest())),
                message -> secrets.sign(PURPOSE, message))).toArray(String[]::new);
    }

    private static String who(Guest guest) {
        return guest.address() + "\n" + guest.agent();
    }

    private static UUID[] ids(Stream<ShareId> shares) {
        return shares.map(ShareId::value).toArray(UUID[]::new);
    }

    private static String[] numbers(Map<ShareId, Sums> sums, ToLongFunction<Sums> part) {
        return sums.values().stream().map(sum -> Long.toString(part.applyAsLong(sum))).toArray(String[]::new);
    }
}
