package dev.albumen.application.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.moving.StorageMove.Manner;
import dev.albumen.application.moving.StorageMove.Phase;
import dev.albumen.application.moving.StorageMove.State;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobPlace;
import dev.albumen.application.storage.BlobPlaces;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a move makes of the blobs in both places. */
class MoveStorageTest extends StorageMoving {

    @Test
    void movesEveryBlobAndLeavesNothingBehind() {
        fill(disk);
        Map<String, String> all = manifest(disk);

        begin(BlobPlace.S3);
        run();

        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
        assertThat(now().tally()).isEqualTo(new StorageMove.Tally(all.size(), all.values().stream().mapToInt(String::length).sum(), all.size(), 0));
        assertThat(moves.count(now().id())).isEmpty();
        begin(BlobPlace.DISK);
        run();
        assertThat(manifest(disk)).isEqualTo(all);
        assertThat(manifest(s3)).isEmpty();
    }

    @Test
    void trustsNothingButHashes() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        disk.trouble(3, 0, 1);
        s3.trouble(3, 10, 1);

        begin(BlobPlace.S3);
        runUntil(move -> move.finished() || move.state() == State.STUCK);
        while (now().state() == State.STUCK) {
            steer(SteerStorageMove.Action.RESUME);
            runUntil(move -> move.finished() || move.state() == State.STUCK);
        }

        assertThat(now().tally().retried()).isPositive();
        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void takesTheGoodOneOfTwo() {
        put(disk, original(1), "PICTURE 1");
        put(s3, original(1), "picture 1");
        begin(BlobPlace.S3);
        run();

        assertThat(text(s3, original(1))).isEqualTo("picture 1");
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void goesOnWhereverATryDied() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        begin(BlobPlace.S3);
        int deaths = 0;
        while (!now().finished()) {
            int[] held = {0};
            int last = 2 + deaths % 7;
            try {
                work(() -> {
                    if (++held[0] > last) {
                        throw new LeaseLostException();
                    }
                });
            } catch (LeaseLostException dead) {
                deaths++;
            }
            clock.pass(Duration.ofSeconds(30));
            assertThat(deaths).isLessThan(300);
        }

        assertThat(deaths).isGreaterThan(3);
        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void copiesWhatCameToTheOldPlaceLate() {
        fill(disk);
        begin(BlobPlace.S3);
        runUntil(move -> move.phase() == Phase.DELETING);
        put(disk, original(500), "picture 500");
        put(disk, rendition(500), "small 500");
        clock.pass(Duration.ofSeconds(1));
        run();

        assertThat(text(s3, original(500))).isEqualTo("picture 500");
        assertThat(text(s3, rendition(500))).isEqualTo("small 500");
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void keepsWhatWasPutOnceTheNewPlaceWasReadFirst() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        start.handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, new Manner(null, Duration.ofHours(1))));
        runUntil(move -> move.phase() == Phase.KEEPING);
        put(s3, rendition(5), "made anew, and longer");
        put(disk, original(9), "PICTURE 9");
        put(disk, original(10), "not at all the picture");
        put(disk, rendition(6), "late");
        put(disk, original(500), "picture 500");
        run();

        all.put(rendition(5).value(), "made anew, and longer");
        all.put(original(500).value(), "picture 500");
        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void deletesOnlyWhatIsInBothPlacesAsItWasCopied() {
        fill(disk);
        Map<String, String> all = manifest(disk);
        start.handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, new Manner(null, Duration.ofHours(1))));
        runUntil(move -> move.phase() == Phase.KEEPING);
        s3.delete(original(3));
        s3.delete(rendition(4));
        put(s3, original(9), "PICTURE 9");
        put(disk, original(9), "picture 9");
        run();

        assertThat(manifest(s3)).isEqualTo(all);
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void keepsWhatWasPutWhereBlobsAreReadFirstAlready() {
        put(disk, rendition(5), "as it was");
        put(disk, rendition(6), "small 6");
        put(s3, rendition(5), "made anew");
        BlobPlaces lazy = new BlobPlaces(places.stores(), BlobPlace.S3, Optional.of(BlobPlace.DISK));
        new StartStorageMove(transactions, moves, lazy, jobs, ids, audit, clock)
                .handle(CHIEF, new StartStorageMove.Command(BlobPlace.S3, AT_ONCE));
        assertThat(now().route(lazy)).isEqualTo(lazy.route());
        run();

        assertThat(text(s3, rendition(5))).isEqualTo("made anew");
        assertThat(text(s3, rendition(6))).isEqualTo("small 6");
        assertThat(manifest(disk)).isEmpty();
    }

    @Test
    void waitsForUploadsOnTheirWay() {
        BlobKey part = BlobKey.uploadPart(new UploadId(new UUID(1, 2)), new UUID(3, 4));
        put(disk, part, "half a picture");
        begin(BlobPlace.S3);
        runUntil(move -> move.phase() == Phase.CHECKING && !move.problem().isEmpty());

        assertThat(disk.stat(part)).isPresent();
        disk.delete(part);
        run();
    }

    @Test
    void forgetsTheSumOfARenditionThatIsAnotherByNow() {
        put(disk, rendition(1), "small 1");
        put(disk, rendition(2), "small 2");
        sums.keep(rendition(1), new BlobSum(99, 1));
        begin(BlobPlace.S3);
        run();

        assertThat(sums.of(List.of(Sha256.of("picture 1")))).isEmpty();
    }

    @Test
    void forgetsTheSumOfARenditionThatWasPutMeanwhile() {
        put(disk, rendition(1), "small 1");
        s3.afterPut(key -> {
            disk.delete(rendition(1));
            sums.keep(rendition(1), new BlobSum(99, 1));
        });
        begin(BlobPlace.S3);
        run();

        assertThat(sums.of(List.of(Sha256.of("picture 1")))).isEmpty();
    }

    @Test
    void copiesNoMoreAtOnceAgainThanTheFirstTime() {
        List<BlobMove> blobs = Stream.of(1, 2, 3).map(number -> BlobMove.begin(original(number), SourceListing.MOST_BYTES / 2)).toList();

        assertThat(SourceListing.upToMostBytes(blobs, BlobMove::byteSize)).hasSize(2);
        assertThat(SourceListing.upToMostBytes(List.of(BlobMove.begin(original(1), SourceListing.MOST_BYTES * 9)), BlobMove::byteSize)).hasSize(1);
    }
}
