package dev.albumen.persistence.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of images without files, for measuring how lists grow. In every other respect they are as an upload leaves them:
 * in the master album, ready, tagged, found by their words, and counted, with sizes of zero bytes.
 */
public final class SeededImages {

    /** A word of the title of every 50th image. */
    public static final String OCCASIONAL_WORD = "harbour";

    private static final int BATCH = 10_000;

    private static final String OWNER = "SELECT id FROM users WHERE username = ?";
    private static final String TAGS = """
            INSERT INTO tags (owner_id, name)
            SELECT ?, 'seed ' || n FROM generate_series(1, 30) n
            ON CONFLICT (owner_id, name) DO NOTHING
            """;
    /**
     * A minute apart and all in the past, so that what is uploaded later comes first. Every tenth looks nearly like the next
     * one, and all others like none. Each title has a rare word, every 50th has another one, seven cameras and eleven
     * lenses took turns, and every fourth is upright and every fifth red.
     */
    private static final String IMAGES = """
            WITH added AS (
                INSERT INTO images (id, owner_id, filename, media_type, byte_size, sha256, width, height, taken_at, status,
                    blur_hash, dominant_color, camera, lens, palette, difference_hash, renditions, title, description, created_at,
                    updated_at, version)
                SELECT id, ?, 'seed-' || n || '.jpg', 'image/jpeg', 0, sha256(uuid_send(id)),
                    CASE WHEN n % 4 = 0 THEN 3000 ELSE 4000 END, CASE WHEN n % 4 = 0 THEN 4000 ELSE 3000 END, at, 'ready',
                    'L6PZfSi_.AyE_3t7t7R**0o#DgR4', CASE WHEN n % 5 = 0 THEN '#b01818' ELSE '#8a7f74' END,
                    'Camera ' || chr(65 + n % 7), (20 + n % 11 * 5) || ' mm',
                    CASE WHEN n % 5 = 0 THEN '{#b01818/700,#2c3e50/300}' ELSE '{#8a7f74/700,#2c3e50/300}' END::text[],
                    CAST(CAST('x' || left(md5((at + n * interval '1 minute') || '/' || (n - CAST(n % 10 = 9 AS integer))), 16)
                        AS bit(64)) AS bigint) # CASE WHEN n % 10 = 9 THEN (CAST(1 AS bigint) << (n % 61)) ELSE 0 END,
                    '{}', 'Seed ' || n || ' ' || translate(left(md5((n % ?)::text), 8), '0123456789', 'ghijklmnop')
                        || CASE WHEN n % 50 = 0 THEN ' harbour' ELSE '' END, '', at, at, 1
                FROM (
                    SELECT n, at, uuidv7(at - clock_timestamp()) AS id
                    FROM (
                        SELECT n, CAST(? AS timestamptz) - n * interval '1 minute' AS at
                        FROM generate_series(CAST(? AS integer), ? + 1, -1) n) times) made
                RETURNING id, created_at, CAST(substring(filename FROM '[0-9]+') AS integer) AS n)
            , tagged AS (
                INSERT INTO image_tags (image_id, tag_id, source)
                SELECT added.id, tags.id, 'user'
                FROM added
                    CROSS JOIN LATERAL (VALUES (n % 30 + 1), ((n + 7) % 30 + 1), ((n + 19) % 30 + 1)) wanted (number)
                    JOIN tags ON tags.owner_id = ? AND tags.name = 'seed ' || wanted.number)
            INSERT INTO album_images (album_id, image_id, position, added_by, added_at)
            SELECT albums.id, added.id,
                first.position + row_number() OVER (ORDER BY added.id), albums.owner_id, added.created_at
            FROM added
                JOIN albums ON albums.owner_id = ? AND albums.master
                CROSS JOIN LATERAL (
                    SELECT coalesce(floor(max(position)), 0) AS position FROM album_images
                    WHERE album_id = albums.id) first
            """;
    /** What triggers do for each image, at once for all. */
    private static final String BULK_LOAD = "SET LOCAL albumen.bulk_load = 'on'";
    private static final String BULK_LOADED = "SET LOCAL albumen.bulk_load = 'off'";
    /**
     * Triggers keep the plans of their first calls, when a table of few rows was read whole; by and by that would be read whole
     * for each of all parts.
     */
    private static final String BY_INDEX = "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";
    private static final String BY_ANY_WAY = "SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on";
    /** Nothing is known yet of rows that this transaction wrote: a loop over them twice would take for ever. */
    private static final String NO_LOOPS = "SET LOCAL enable_nestloop = off";
    private static final String LOOPS = "SET LOCAL enable_nestloop = on";
    private static final String HASHES = """
            INSERT INTO difference_hashes (hash)
            SELECT DISTINCT difference_hash FROM images WHERE owner_id = ? AND difference_hash IS NOT NULL
            ON CONFLICT DO NOTHING
            """;
    private static final String LIKENESSES = """
            WITH looking AS MATERIALIZED (
                SELECT id, owner_id, hash,
                    CASE WHEN bit_count(CAST(hash # before AS bit(64))) <= 4 THEN before ELSE hash END AS center
                FROM (SELECT id, owner_id, difference_hash AS hash, lag(difference_hash) OVER (ORDER BY created_at) AS before
                      FROM images WHERE owner_id = ? AND filename LIKE 'seed-%' AND byte_size = 0) seeded
                WHERE NOT EXISTS (SELECT FROM likenesses WHERE image_id = seeded.id))
            , grouped AS (
                INSERT INTO likeness_groups AS g (owner_id, center, image_count)
                SELECT owner_id, center, count(*) FROM looking GROUP BY owner_id, center
                ON CONFLICT (owner_id, center) DO UPDATE SET image_count = g.image_count + EXCLUDED.image_count
                RETURNING id, center)
            INSERT INTO likenesses (image_id, owner_id, hash, group_id)
            SELECT looking.id, looking.owner_id, looking.hash, grouped.id FROM looking JOIN grouped USING (center)
            """;
    /** As many at once as are held in memory without notice. */
    private static final String WORDS = """
            SELECT index_words(array_agg(id)) FROM (
                SELECT id, row_number() OVER (ORDER BY id) / 10000 AS part FROM images
                WHERE owner_id = ? AND NOT EXISTS (SELECT FROM image_words WHERE image_id = images.id)) unread
            GROUP BY part
            """;
    private static final String ANALYZE = """
            ANALYZE images, album_images, image_tags, image_words, difference_hashes, likeness_groups, likenesses
            """;

    /** How many images have the same rare word, however many there are: what is found is as much in any library. */
    private static final int SHARING = 20;

    private SeededImages() {}

    /**
     * A word in the titles of some twenty images.
     *
     * @param n another one gives another word, as long as there are enough images
     * @param images how many were added to the account
     */
    public static String rareWord(int n, int images) {
        String hex = HexFormat.of().formatHex(md5(String.valueOf(n % rareWords(images)))).substring(0, 8);
        return hex.chars().mapToObj(c -> String.valueOf((char) (c <= '9' ? c - '0' + 'g' : c))).collect(Collectors.joining());
    }

    private static int rareWords(int images) {
        return Math.max(1, images / SHARING);
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds so many to an account, all or none. False where there is no such account. */
    public static boolean add(Connection connection, String username, int count) throws SQLException {
        connection.setAutoCommit(false);
        UUID owner = owner(connection, username);
        if (owner == null) {
            return false;
        }
        change(connection, TAGS, owner);
        change(connection, BULK_LOAD);
        change(connection, BY_INDEX);
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        for (int left = count; left > 0; left -= BATCH) {
            change(connection, IMAGES, owner, rareWords(count), now, left, Math.max(0, left - BATCH), owner, owner);
        }
        change(connection, BY_ANY_WAY);
        change(connection, HASHES, owner);
        change(connection, ANALYZE);
        change(connection, NO_LOOPS);
        change(connection, LIKENESSES, owner);
        change(connection, LOOPS);
        change(connection, BULK_LOADED);
        read(connection, WORDS, owner);
        change(connection, ANALYZE);
        connection.commit();
        return true;
    }

    private static @Nullable UUID owner(Connection connection, String username) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OWNER)) {
            statement.setString(1, username);
            try (var found = statement.executeQuery()) {
                return found.next() ? found.getObject(1, UUID.class) : null;
            }
        }
    }

    /** For what its functions do. */
    private static void read(Connection connection, String sql, UUID owner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, owner);
            statement.executeQuery().close();
        }
    }

    private static void change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
