package dev.albumen.application.shared;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.album.OpenMasterAlbum;
import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.audit.InMemoryAuditTrail;
import dev.albumen.application.job.InMemoryJobs;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.FakeStagingArea;
import dev.albumen.application.storage.InMemoryBlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.user.InMemoryStorageQuota;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumBuilder;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.time.Instant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An instance of Albumen in memory, with its people signed in, for the tests of use cases. */
public abstract class UseCaseTest {

    protected final MovableClock clock = new MovableClock(NOON.plusSeconds(3600));
    protected final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    protected final InMemoryTransactions transactions = catalogue.transactions();
    protected final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    protected final InMemoryJobs queue = new InMemoryJobs();
    protected final InMemoryStorageQuota quota = new InMemoryStorageQuota(catalogue.users());
    protected final InMemoryBlobStore blobs = new InMemoryBlobStore(clock);
    protected final FakeSecrets secrets = new FakeSecrets();
    protected final Ids ids = new SequentialIds();
    protected final AuditTrail audit = entry -> {
        transactions.requireWriting();
        trail.append(entry);
    };
    protected final Jobs jobs = new Jobs() {
        @Override
        public void enqueue(Job job) {
            transactions.requireWriting();
            queue.enqueue(job);
        }

        @Override
        public void enqueueOnce(Job job) {
            transactions.requireWriting();
            queue.enqueueOnce(job);
        }

        @Override
        public void bury(Job job, int tries, String cause, Instant failedAt) {
            transactions.requireWriting();
            queue.bury(job, tries, cause, failedAt);
        }
    };
    protected StagingArea staging;

    @TempDir
    Path folder;

    @BeforeEach
    void openInstance() {
        staging = new FakeStagingArea(folder);
        admit(ADA, "ada");
        admit(BOB, "bob");
        admit(EVE, "eve");
        admit(ROOT, "root");
    }

    private void admit(Viewer.Member member, String name) {
        catalogue.admit(member, name);
        User user = catalogue.users().find(member.userId()).orElseThrow();
        transactions.writing(() -> new OpenMasterAlbum(catalogue.albums(), ids).opened(user));
    }

    /** Keeps an album. */
    protected Album given(AlbumBuilder builder) {
        Album album = builder.build();
        transactions.writing(() -> catalogue.albums().add(album));
        return album;
    }

    /** Keeps an image, and charges its owner for it. */
    protected Image given(ImageBuilder builder) {
        Image image = builder.build();
        transactions.writing(() -> {
            quota.charge(image.ownerId(), image.byteSize());
            catalogue.images().add(image);
        });
        return image;
    }

    /** Keeps a link. */
    protected ShareLink given(ShareLinkBuilder builder) {
        ShareLink link = builder.build();
        transactions.writing(() -> catalogue.shareLinks().add(link));
        return link;
    }

    /** Sets how much somebody may store. */
    protected void limit(Viewer.Member member, long bytes) {
        User user = catalogue.users().find(member.userId()).orElseThrow();
        catalogue.users().save(user.changed(
                new User.Patch(Change.keep(), Change.keep(), Change.keep(), Change.to(bytes), Change.keep()), user.createdAt()));
    }

    /** Has a labeler be concerned about an image. */
    protected void review(Image image) {
        transactions.writing(() -> catalogue.reviews().note(image.id(), new Provider("rekognition", "7.0"),
                List.of(new Concern("Violence", Confidence.CERTAIN)), NOON));
    }

    /** Puts images at an album's end. */
    protected void place(Album album, Image... images) {
        transactions.writing(() -> catalogue.albumImages().append(
                album.id(), Stream.of(images).map(Image::id).toList(), album.ownerId(), NOON));
    }

    protected void makeMember(Album album, Viewer.Member member, AlbumRole role) {
        transactions.writing(() -> catalogue.albumMembers().put(album.id(), member.userId(), role, NOON));
    }

    /** Keeps a blob with that text. */
    protected void keepBlob(BlobKey key, String text) {
        try (StagingArea.StagedFile file = staged(text)) {
            blobs.put(key, file.path());
        }
    }

    protected StagingArea.StagedFile staged(String text) {
        return staging.stage(new ByteArrayInputStream(text.getBytes(UTF_8)), 1000);
    }

    protected Optional<Album> current(Album album) {
        return catalogue.albums().find(album.id());
    }

    protected Optional<Image> current(Image image) {
        return catalogue.images().find(image.id());
    }

    protected List<BlobKey> keys() {
        return Stream.of(BlobKey.ORIGINALS, BlobKey.RENDITIONS, BlobKey.LOGOS)
                .flatMap(prefix -> blobs.list(prefix, Optional.empty(), 1000).stream()).map(BlobStore.Stat::key).toList();
    }

    protected long used(Viewer.Member member) {
        return quota.usage(member.userId()).orElseThrow().usedBytes();
    }

    /** That no file is left in the staging area. */
    protected void assertNothingStaged() {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an act is refused with, having left no trace: no row, entry, job or blob. */
    protected Refusal refusedWithoutTrace(ThrowingCallable act) {
        List<Object> before = everything();
        Refusal refusal = refusalOf(act);
        assertThat(everything()).isEqualTo(before);
        return refusal;
    }

    /** That an act is refused as if there were nothing, having left no trace. */
    protected void assertHidden(ThrowingCallable act) {
        assertThat(refusedWithoutTrace(act)).isEqualTo(new Refusal.NotFound());
    }

    /** That an act is refused to somebody who sees the thing, having left no trace. */
    protected void assertForbidden(ThrowingCallable act) {
        assertThat(refusedWithoutTrace(act)).isInstanceOf(Refusal.Forbidden.class);
    }

    /** That an act is refused with that code, having left no trace. */
    protected void assertRefused(String code, ThrowingCallable act) {
        refusedWithoutTrace(act);
        assertThat(codeOf(act)).isEqualTo(code);
    }

    private List<Object> everything() {
        return List.of(transactions.state(), trail.entries(), queue.waiting(), keys(),
                Stream.of(ADA, BOB, EVE, ROOT).map(this::used).toList());
    }
}
