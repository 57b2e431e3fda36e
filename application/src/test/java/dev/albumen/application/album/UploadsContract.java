package dev.albumen.application.album;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of uploads does. */
public abstract class UploadsContract extends CatalogueContract {

    private static final ImageId IMAGE = new ImageId(new UUID(3, 3));

    private Uploads uploads;

    /** Of the catalogue's users. */
    protected abstract Uploads uploads();

    @BeforeEach
    void openUploads() {
        uploads = uploads();
    }

    @Test
    void keepsWhatWasAnnounced() {
        Upload full = new Upload(id(1), ada, new AlbumId(new UUID(4, 4)),
                new Upload.Announced(new Filename("söa.jpg"), 1L << 31, "image/jpeg", Sha256.of("sea")), true, NOON, NOON.plusSeconds(60), null);
        Upload plain = upload(2, bob, NOON);
        writing(() -> {
            uploads.add(full);
            uploads.add(plain);
        });

        assertThat(read(() -> uploads.find(full.id()))).contains(full);
        assertThat(read(() -> uploads.find(plain.id()))).contains(plain);
        assertThat(read(() -> uploads.find(id(3)))).isEmpty();
        assertThat(write(() -> uploads.lock(id(3)))).isEmpty();
    }

    @Test
    void keepsWhatBecameOfIt() {
        Upload upload = kept(upload(1, ada, NOON));

        writing(() -> uploads.complete(upload.id(), IMAGE, true));

        assertThat(read(() -> uploads.find(upload.id()))).contains(upload.completed(IMAGE, true));
    }

    @Test
    void removes() {
        Upload upload = kept(upload(1, ada, NOON));

        writing(() -> uploads.remove(upload.id()));
        writing(() -> uploads.remove(upload.id()));

        assertThat(read(() -> uploads.find(upload.id()))).isEmpty();
    }

    @Test
    void tellsWhichAreOpen() {
        kept(upload(1, ada, NOON));
        kept(upload(2, ada, NOON));
        kept(upload(3, bob, NOON));
        writing(() -> uploads.complete(id(1), IMAGE, false));

        assertThat(read(() -> uploads.open(ada))).isEqualTo(1);
        assertThat(read(() -> uploads.open(List.of(id(1), id(2), id(3), id(4))))).containsExactlyInAnyOrder(id(2), id(3));
        assertThat(read(() -> uploads.open(List.of()))).isEmpty();
    }

    @Test
    void tellsWhichHaveExpired() {
        kept(upload(1, ada, NOON.plusSeconds(2)));
        kept(upload(2, bob, NOON.plusSeconds(1)));
        kept(upload(3, bob, NOON.plusSeconds(3)));
        writing(() -> uploads.complete(id(2), IMAGE, false));

        assertThat(read(() -> uploads.expired(NOON.plusSeconds(2), 10))).containsExactly(id(2), id(1));
        assertThat(read(() -> uploads.expired(NOON.plusSeconds(9), 2))).containsExactly(id(2), id(1));
        assertThat(read(() -> uploads.expired(NOON, 10))).isEmpty();
    }

    @Test
    void lockHoldsOthersOff() throws Exception {
        Upload upload = kept(upload(1, ada, NOON));
        List<String> steps = Collections.synchronizedList(new ArrayList<>());
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> one : IntStream.range(0, 8).<Future<?>>mapToObj(i -> many.submit(() -> writing(() -> {
                uploads.lock(upload.id()).orElseThrow();
                steps.add("in");
                Thread.yield();
                steps.add("out");
            }))).toList()) {
                one.get();
            }
        }
        assertThat(steps).hasSize(16);
        IntStream.range(0, 16).forEach(i -> assertThat(steps.get(i)).isEqualTo(i % 2 == 0 ? "in" : "out"));
    }

    @Test
    void locksOnlyWithinATransaction() {
        assertThatThrownBy(() -> uploads.lock(id(1))).isInstanceOf(IllegalStateException.class);
    }

    private Upload kept(Upload upload) {
        writing(() -> uploads.add(upload));
        return upload;
    }

    private static Upload upload(int n, UserId owner, Instant expiresAt) {
        return new Upload(id(n), owner, null, new Upload.Announced(new Filename("a.jpg"), 3, "image/png", null), false, NOON.minusSeconds(9),
                expiresAt, null);
    }

    private static UploadId id(int n) {
        return new UploadId(new UUID(7, n));
    }
}
