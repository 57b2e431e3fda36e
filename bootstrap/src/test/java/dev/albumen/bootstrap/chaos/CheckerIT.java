package dev.albumen.bootstrap.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.SweepBlobs;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.domain.shared.Viewer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Defects are planted in a real instance of two nodes, one at a time. Each is found as what it is, and nothing else is found. */
@TestInstance(Lifecycle.PER_CLASS)
class CheckerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String AGAIN = "INSERT INTO %s SELECT * FROM json_populate_record(NULL::%s, CAST(? AS json))";

    private InProcess service;
    private InProcess.Node other;
    private Instance instance;
    private World world;
    private LittleRun run;
    private List<String> shown;
    private String album;
    private String revoked;
    private String revokedRow;
    private String purged;
    private String purgedRow;
    private final Map<String, byte[]> purgedBlobs = new HashMap<>();

    @BeforeAll
    void runAndBreakNothing(@TempDir Path home, @TempDir Path otherHome) throws Exception {
        service = InProcess.start(home);
        other = service.anotherNode(otherHome);
        instance = new Instance(service.database(), home.resolve("blobs"));
        world = new LiveWorld(List.of(service.address(), other.address()), service.database(),
                RawStorage.folder(home.resolve("blobs")), Duration.ZERO);
        run = new LittleRun(List.of(service.address(), other.address()));
        album = run.album("Sea");
        shown = new ArrayList<>(List.of(run.upload(album), run.upload(album), run.uploadTwice("twice"), run.direct(), run.resumable()));
        run.place(album, shown.get(2));
        run.move(album, shown.get(2));
        run.rename(shown.get(0), "Waves");
        run.tag(shown.get(0), "sea");
        run.read(shown.get(0), "original");
        run.trash(shown.get(1));
        run.restore(shown.get(1));
        run.loseTheAnswer();
        run.share(album);
        revoked = run.share(album);
        revokedRow = row("shares", revoked);
        run.revoke(revoked);
        String trashed = run.upload(null);
        purged = run.upload(null);
        run.settle(shown);
        run.settle(List.of(trashed, purged));
        rememberThePurged();
        run.trash(trashed);
        run.trash(purged);
        run.purge(purged);
        service.context().getBean(SweepBlobs.class).handle(Viewer.WORKER, new SweepBlobs.Command(Duration.ZERO));
        awaitNoJobs();
        // So that nothing mends or sweeps what is planted.
        instance.change("INSERT INTO job_pause (paused_at, paused_by) SELECT now(), id FROM users WHERE username = ?", LittleRun.ACCOUNT);
    }

    /** A picture may be ready a moment before the job that made it is over. */
    private void awaitNoJobs() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!instance.text("SELECT count(*) FROM jobs WHERE task_instance <> 'recurring'").equals("0")) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            new Ending().pause(Duration.ofMillis(20));
        }
    }

    private void rememberThePurged() {
        purgedRow = row("images", purged);
        String content = content(purged);
        world.blobs().keySet().stream().filter(key -> key.contains(content)).forEach(key -> purgedBlobs.put(key, instance.read(key)));
    }

    @AfterAll
    void stop() {
        other.close();
        service.close();
    }

    private String row(String table, String id) {
        return instance.text("SELECT row_to_json(t) FROM " + table + " t WHERE id = CAST(? AS uuid)", id);
    }

    private String content(String image) {
        return instance.text("SELECT encode(sha256, 'hex') FROM images WHERE id = CAST(? AS uuid)", image);
    }

    private String original(String image) {
        return Evidence.original(content(image));
    }

    private String preview(String image) {
        return Evidence.rendition(content(image), "preview-v1.jpg");
    }

    private void charge(long bytes) {
        instance.change("UPDATE users SET used_bytes = used_bytes + ? WHERE username = ?", bytes, LittleRun.ACCOUNT);
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        Verdict verdict = Checker.check(run.journal(), world);

        assertThat(verdict.json()).contains("\"clean\":true", "\"lost\":0", "\"orphanBlobs\":0", "\"acknowledged\":7", "\"undecided\":0");
        assertThat(verdict.defects()).isEmpty();
        assertThat(verdict.undecided()).isZero();
    }

    /** What a defect is made with and unmade with. */
    private record Planted(String name, Defect due, int count, Runnable plant, Runnable undo, Journals journal) {

        Planted(String name, Defect due, Runnable plant, Runnable undo) {
            this(name, due, 1, plant, undo, LittleRun::journal);
        }

        Planted(String name, Defect due, Journals journal) {
            this(name, due, 1, () -> { }, () -> { }, journal);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private interface Journals {
        List<Recorded> of(LittleRun run);
    }

    private Planted damaged(String name, Defect due, String key, byte[] bytes) {
        byte[] whole = instance.read(key);
        return new Planted(name, due, () -> instance.write(key, bytes), () -> instance.write(key, whole));
    }

    private Planted missing(String name, Defect due, String key) {
        byte[] whole = instance.read(key);
        return new Planted(name, due, () -> instance.remove(key), () -> instance.write(key, whole));
    }

    private Planted orphan(String name, String key) {
        return new Planted(name, Defect.ORPHAN_BLOBS, () -> instance.write(key, "nobody's".getBytes(UTF_8)), () -> instance.remove(key));
    }

    private Planted changed(String name, Defect due, String table, String id, String column, String value) {
        String set = "UPDATE " + table + " SET " + column + " = %s WHERE id = CAST(? AS uuid)";
        String before = instance.text("SELECT quote_nullable(CAST(" + column + " AS text)) FROM " + table + " WHERE id = CAST(? AS uuid)", id);
        return new Planted(name, due, () -> instance.change(set.formatted(value), id), () -> instance.change(set.formatted(before), id));
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] other = bytes.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    Stream<Planted> defects() {
        return Stream.of(
                inBlobs(), inImages(), inBooks(),
                Stream.of(doubled(), resurrected(), lost(), reopened(), unknown()),
                inTheJournal()).flatMap(planted -> planted);
    }

    private Stream<Planted> inBlobs() {
        String image = shown.get(0);
        return Stream.of(
                missing("an original is gone", Defect.LOST, original(image)),
                damaged("a bit of an original is another", Defect.ALTERED, original(image), flipped(instance.read(original(image)))),
                damaged("an original is cut", Defect.ALTERED, original(image), Arrays.copyOf(instance.read(original(image)), 100)),
                damaged("a bit of a rendition is another", Defect.ALTERED, preview(image), flipped(instance.read(preview(image)))),
                missing("a rendition is gone", Defect.MISSING_RENDITIONS, preview(image)),
                orphan("an original is nobody's", Evidence.original("ab".repeat(32))),
                orphan("a rendition is nobody's", Evidence.rendition("ab".repeat(32), "thumbnail-v1.jpg")),
                orphan("bytes of an upload stayed", "uploads/" + UUID.randomUUID()));
    }

    private Stream<Planted> inImages() {
        String image = shown.get(0);
        return Stream.of(
                changed("an image is pending and nothing makes it", Defect.STUCK, "images", shown.get(4), "status", "'pending'"),
                changed("a title is another", Defect.LOST_EDITS, "images", image, "title", "'Hills'"),
                changed("an image went to the trash by itself", Defect.LOST, "images", shown.get(3), "trashed_at", "now()"),
                new Planted("an album is in another order", Defect.ALBUM_ORDER, this::turn, this::turn),
                new Planted("a tag is gone", Defect.LOST_EDITS,
                        () -> instance.change("DELETE FROM image_tags WHERE image_id = CAST(? AS uuid)", image),
                        () -> instance.change("INSERT INTO image_tags SELECT CAST(? AS uuid), id, 'user' FROM tags WHERE name = 'sea'", image)));
    }

    /** The album's order the other way round. */
    private void turn() {
        instance.change("UPDATE album_images SET position = 10 - position WHERE album_id = CAST(? AS uuid)", album);
    }

    private Stream<Planted> inBooks() {
        String user = instance.text("SELECT id FROM users WHERE username = ?", LittleRun.ACCOUNT);
        UUID id = UUID.randomUUID();
        return Stream.of(
                new Planted("used bytes are one too many", Defect.COUNTERS_OFF, () -> charge(1), () -> charge(-1)),
                changed("bytes are reserved for nothing", Defect.COUNTERS_OFF, "users", user, "reserved_bytes", "1"),
                changed("an album counts wrong", Defect.COUNTERS_OFF, "albums", album, "image_count", "image_count + 1"),
                new Planted("a job waits", Defect.UNFINISHED_JOBS,
                        () -> instance.change("""
                                INSERT INTO jobs (task_name, task_instance, task_data, execution_time, picked, version)
                                VALUES ('rerender-image', ?, convert_to(?, 'UTF8'), now() + interval '1 day', false, 1)
                                """, id.toString(), shown.get(0)),
                        () -> instance.change("DELETE FROM jobs WHERE task_instance = ?", id.toString())),
                new Planted("a job was given up", Defect.UNFINISHED_JOBS,
                        () -> instance.change("""
                                INSERT INTO dead_jobs (id, name, data, cause, failed_at) VALUES (?, 'rerender-image', ?, 'it broke', now())
                                """, id, shown.get(0)),
                        () -> instance.change("DELETE FROM dead_jobs WHERE id = ?", id)),
                new Planted("an upload is in the books twice", Defect.DOUBLED,
                        () -> instance.change("""
                                INSERT INTO audit_events (occurred_at, user_id, action, module, level, resource_id)
                                SELECT now(), user_id, action, module, level, resource_id FROM audit_events
                                WHERE action = 'image.upload' AND resource_id = ?
                                """, shown.get(0)),
                        () -> {
                            instance.change("ALTER TABLE audit_events DISABLE TRIGGER USER");
                            instance.change("DELETE FROM audit_events WHERE id = (SELECT max(id) FROM audit_events)");
                            instance.change("ALTER TABLE audit_events ENABLE TRIGGER USER");
                        }));
    }

    /** Nothing but a constraint keeps a second image out, so that goes for the while. */
    private Planted doubled() {
        String twin = UUID.randomUUID().toString();
        String image = shown.get(2);
        return new Planted("an upload with a key has made two images", Defect.DOUBLED, 2,
                () -> {
                    instance.change("ALTER TABLE images DROP CONSTRAINT images_owner_content");
                    instance.change(AGAIN.formatted("images", "images"), row("images", image).replace(image, twin));
                    charge(size(image));
                },
                () -> {
                    charge(-size(twin));
                    instance.change("DELETE FROM images WHERE id = CAST(? AS uuid)", twin);
                    instance.change("ALTER TABLE images ADD CONSTRAINT images_owner_content UNIQUE (owner_id, sha256)");
                },
                run -> run.with(Action.UPLOAD, "twice", Map.of("sha256", content(image)), "201", Map.of("image", twin)));
    }

    private long size(String image) {
        return Long.parseLong(instance.text("SELECT byte_size FROM images WHERE id = CAST(? AS uuid)", image));
    }

    private Planted resurrected() {
        return new Planted("an image that was purged is back", Defect.RESURRECTED,
                () -> {
                    instance.change(AGAIN.formatted("images", "images"), purgedRow);
                    purgedBlobs.forEach(instance::write);
                    charge(size(purged));
                },
                () -> {
                    charge(-size(purged));
                    instance.change("DELETE FROM images WHERE id = CAST(? AS uuid)", purged);
                    purgedBlobs.keySet().forEach(instance::remove);
                });
    }

    private Planted lost() {
        String image = shown.get(3);
        String row = row("images", image);
        Map<String, byte[]> blobs = new HashMap<>();
        world.blobs().keySet().stream().filter(key -> key.contains(content(image))).forEach(key -> blobs.put(key, instance.read(key)));
        return new Planted("an image is gone with all that is its own", Defect.LOST,
                () -> {
                    charge(-size(image));
                    instance.change("DELETE FROM images WHERE id = CAST(? AS uuid)", image);
                    blobs.keySet().forEach(instance::remove);
                },
                () -> {
                    instance.change(AGAIN.formatted("images", "images"), row);
                    blobs.forEach(instance::write);
                    charge(size(image));
                });
    }

    private Planted reopened() {
        return new Planted("a link that was revoked is back", Defect.RESURRECTED,
                () -> instance.change(AGAIN.formatted("shares", "shares"), revokedRow),
                () -> instance.change("DELETE FROM shares WHERE id = CAST(? AS uuid)", revoked));
    }

    private Planted unknown() {
        String id = UUID.randomUUID().toString();
        return new Planted("a row has no blob, and nobody sent it", Defect.ORPHAN_ROWS,
                () -> {
                    instance.change(AGAIN.formatted("images", "images"),
                            row("images", shown.get(3)).replace(shown.get(3), id).replace(content(shown.get(3)), "cd".repeat(32)));
                    charge(size(id));
                },
                () -> {
                    charge(-size(id));
                    instance.change("DELETE FROM images WHERE id = CAST(? AS uuid)", id);
                });
    }

    private Stream<Planted> inTheJournal() {
        String image = shown.get(0);
        return Stream.of(
                new Planted("a call was answered with 500", Defect.UNEXPECTED_STATUSES,
                        run -> run.with(Action.LIST, null, Map.of(), "500", Map.of())),
                new Planted("a refusal for now did not say for how long", Defect.UNEXPECTED_STATUSES,
                        run -> run.with(Action.LIST, null, Map.of(), "503", Map.of())),
                new Planted("a read ended early", Defect.INCOMPLETE_READS,
                        run -> run.with(Action.READ, null, Map.of("image", image, "size", "preview"), "200",
                                Map.of("sha256", "ab", "complete", "false"))),
                new Planted("a read brought other bytes", Defect.INCOMPLETE_READS,
                        run -> run.with(Action.READ, null, Map.of("image", image, "size", "original"), "200",
                                Map.of("sha256", "ab", "complete", "true"))),
                new Planted("an image was read after it was purged", Defect.RESURRECTED,
                        run -> run.with(Action.READ, null, Map.of("image", purged, "size", "thumbnail"), "200",
                                Map.of("sha256", "ab", "complete", "true"))),
                new Planted("a link was opened after it was revoked", Defect.SHARE_LIMITS,
                        run -> run.with(Action.OPEN_SHARE, null, Map.of("share", revoked, "token", "t"), "200", Map.of())),
                new Planted("an album that was made is not there", Defect.LOST,
                        run -> run.with(Action.CREATE_ALBUM, "k", Map.of("title", "Hills"), "201", Map.of("album", UUID.randomUUID().toString()))),
                new Planted("one key made two links", Defect.DOUBLED,
                        run -> twice(run, Action.CREATE_SHARE)));
    }

    /** A revoked link and one that stands, both under one key. */
    private List<Recorded> twice(LittleRun run, Action action) {
        return run.journal().stream().map(recorded -> recorded.call().action() != action ? recorded : new Recorded(
                new Call(recorded.call().number(), 0, recorded.call().account(), 0, action, "one", recorded.call().sent(), recorded.call().startMs()),
                recorded.outcome())).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void findsEachPlantedDefectAndNothingElse(Planted planted) {
        planted.plant().run();
        Verdict verdict;
        try {
            verdict = Checker.check(planted.journal().of(run), world);
        } finally {
            planted.undo().run();
        }
        assertThat(verdict.defects()).as(verdict.json()).containsOnlyKeys(planted.due());
        assertThat(verdict.count(planted.due())).as(verdict.json()).isEqualTo(planted.count());
        assertThat(verdict.clean()).isFalse();
    }

    @Test
    void isShownADefectOfEveryKind() {
        Set<Defect> planted = EnumSet.noneOf(Defect.class);
        defects().forEach(one -> planted.add(one.due()));
        assertThat(planted).containsExactlyInAnyOrder(Defect.values());
        assertThat(defects().count()).isGreaterThanOrEqualTo(12);
    }
}
