package dev.albumen.application.integrity;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.integrity.StorageCheck.Tally;
import dev.albumen.application.integrity.StorageDefect.Kind;
import dev.albumen.application.job.InMemoryLease;
import dev.albumen.application.job.Job;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.application.storage.Orphans;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifyStorageTest extends UseCaseTest {

    private static final Duration GRACE = Duration.ofHours(24);
    private static final List<String> NAMES = List.of("thumbnail-v1.jpg", "preview-v1.jpg");

    private static final Viewer.Member CHIEF = new Viewer.Member(ROOT.userId(), Role.SUPERADMIN, ROOT.sessionId());

    private final InMemoryStorageChecks checks = new InMemoryStorageChecks();
    private final InMemoryStoredContents contents = new InMemoryStoredContents(catalogue.images()::all);
    private final InMemoryLease lease = new InMemoryLease();
    private final StartStorageCheck start = new StartStorageCheck(transactions, checks, contents, jobs, ids, audit, clock);
    private final VerifyStorage verify = new VerifyStorage(transactions, checks, contents,
            new ContentCheck(blobs, new InMemoryBlobSums(), contents), new OrphanCheck(blobs, new Orphans(catalogue.blobClaims())),
            jobs, clock);

    /** An image with all its blobs. */
    private Image whole(Viewer.Member owner, String bytes) {
        Image image = given(anImage().ownedBy(owner).containing(Sha256.of(bytes)).sized(bytes.length())
                .rendered(NAMES.toArray(String[]::new)));
        keepBlob(BlobKey.original(image.sha256()), bytes);
        NAMES.forEach(name -> keepBlob(BlobKey.rendition(image.sha256(), name), "small"));
        return image;
    }

    /** As the jobs do it. Returns what was found. */
    private Tally verified(boolean repairs) {
        start.handle(CHIEF, new StartStorageCheck.Command(repairs));
        queue.runAll(job -> {
            if (job instanceof Job.VerifyStorage(var id)) {
                verify.handle(Viewer.WORKER, new VerifyStorage.Command(id, lease, GRACE));
            }
        });
        assertThat(checks.latest()).hasValueSatisfying(check -> assertThat(check.finished()).isTrue());
        return checks.latest().orElseThrow().tally();
    }

    private List<StorageDefect> defects() {
        return checks.defects(checks.latest().orElseThrow().id(), PageRequest.first(200)).items();
    }

    @Test
    void findsNothingWhereAllIsWell() {
        whole(ADA, "sea");
        whole(BOB, "sea");
        whole(ADA, "sky");
        given(anImage().pending().containing(Sha256.of("new")).sized(3));
        keepBlob(BlobKey.original(Sha256.of("new")), "new");

        assertThat(verified(true)).isEqualTo(new Tally(3, 9, 0, 0, 0, 0, 0, 7, 0, 0));
        assertThat(defects()).isEmpty();
        assertThat(queue.waiting()).isEmpty();
    }

    @Test
    void countsEachDefectOnceAndNamesTheImages() {
        whole(ADA, "fine");
        Image missing = whole(ADA, "missing");
        Image missingToo = whole(BOB, "missing");
        blobs.delete(BlobKey.original(missing.sha256()));
        Image truncated = whole(EVE, "truncated");
        keepBlob(BlobKey.original(truncated.sha256()), "trunc");
        Image altered = whole(EVE, "altered");
        keepBlob(BlobKey.original(altered.sha256()), "ALTERED");
        Image longer = whole(EVE, "longer");
        keepBlob(BlobKey.original(longer.sha256()), "longer and longer");
        Image bare = whole(ADA, "bare");
        NAMES.forEach(name -> blobs.delete(BlobKey.rendition(bare.sha256(), name)));
        keepBlob(BlobKey.original(Sha256.of("nobody's")), "x");
        clock.pass(GRACE.plusSeconds(1));
        keepBlob(BlobKey.rendition(Sha256.of("nobody's"), "thumbnail-v1.jpg"), "x");

        Tally tally = verified(false);

        assertThat(tally).usingRecursiveComparison().ignoringFields("checkedBytes", "listedBlobs")
                .isEqualTo(new Tally(6, 0, 1, 1, 2, 2, 0, 0, 2, 1));
        assertThat(defects()).containsExactlyInAnyOrder(
                new StorageDefect(missing.id(), Kind.MISSING), new StorageDefect(missingToo.id(), Kind.MISSING),
                new StorageDefect(truncated.id(), Kind.TRUNCATED), new StorageDefect(altered.id(), Kind.ALTERED),
                new StorageDefect(longer.id(), Kind.ALTERED), new StorageDefect(bare.id(), Kind.MISSING_RENDITIONS));
        assertThat(queue.waiting()).isEmpty();
    }

    @Test
    void hasRenditionsMadeAnewThatHaveAGoodOriginal() {
        Image bare = whole(ADA, "bare");
        blobs.delete(BlobKey.rendition(bare.sha256(), NAMES.getFirst()));
        Image lost = whole(ADA, "lost");
        blobs.delete(BlobKey.rendition(lost.sha256(), NAMES.getFirst()));
        blobs.delete(BlobKey.original(lost.sha256()));
        start.handle(CHIEF, new StartStorageCheck.Command(true));
        Job.VerifyStorage job = (Job.VerifyStorage) queue.waiting().getFirst();

        verify.handle(Viewer.WORKER, new VerifyStorage.Command(job.checkId(), lease, GRACE));

        assertThat(queue.waiting()).contains(new Job.RestoreRenditions(bare.id())).doesNotContain(new Job.RestoreRenditions(lost.id()));
        assertThat(checks.latest().orElseThrow().tally().rerendered()).isOne();
        assertThat(checks.latest().orElseThrow().tally().missingRenditions()).isEqualTo(2);
    }

    /** One step each time, because another try takes the job after each. */
    @Test
    void goesOnWhereAnotherTryEnded() {
        IntStream.range(0, 120).forEach(n -> whole(ADA, "picture " + n));
        Image altered = whole(BOB, "altered");
        keepBlob(BlobKey.original(altered.sha256()), "ALTERED");
        StorageCheck check = start.handle(CHIEF, new StartStorageCheck.Command(false));
        int tries = 0;
        while (!checks.latest().orElseThrow().finished()) {
            InMemoryLease dies = new InMemoryLease();
            long version = checks.latest().orElseThrow().version();
            assertThatThrownBy(() -> {
                dies.lose();
                verify.handle(Viewer.WORKER, new VerifyStorage.Command(check.id(), dies, GRACE));
            }).isInstanceOf(LeaseLostException.class);
            assertThat(checks.latest().orElseThrow().version()).as("nothing is kept of a try that was taken for dead").isEqualTo(version);

            oneStep(check);
            tries++;
        }

        assertThat(tries).isGreaterThan(3);
        assertThat(checks.latest().orElseThrow().tally()).usingRecursiveComparison().ignoringFields("checkedBytes", "listedBlobs")
                .isEqualTo(new Tally(121, 0, 0, 0, 1, 0, 0, 0, 0, 0));
    }

    /** Of a try that loses its job right after its first step. */
    private void oneStep(StorageCheck check) {
        int[] held = {0};
        try {
            verify.handle(Viewer.WORKER, new VerifyStorage.Command(check.id(), () -> {
                if (held[0]++ > 0) {
                    throw new LeaseLostException();
                }
            }, GRACE));
        } catch (LeaseLostException afterTheFirst) {
            // as it was meant
        }
    }

    @Test
    void goesOnWithWhatIsUnderWay() {
        StorageCheck check = start.handle(CHIEF, new StartStorageCheck.Command(false));

        assertThat(start.handle(CHIEF, new StartStorageCheck.Command(false)).id()).isEqualTo(check.id());
        assertRefused("storage-check-running", () -> start.handle(CHIEF, new StartStorageCheck.Command(true)));
        assertThat(queue.waiting()).containsExactly(new Job.VerifyStorage(check.id()));
        assertThat(trail.actions()).containsOnly("storage.verify");
    }

    @Test
    void isForSuperadminsAlone() {
        assertForbidden(() -> start.handle(ROOT, new StartStorageCheck.Command(false)));
        assertForbidden(() -> start.handle(ADA, new StartStorageCheck.Command(false)));
        assertForbidden(() -> new ReadStorageCheck(transactions, checks).handle(ADA));
        assertForbidden(() -> new ListStorageDefects(transactions, checks).handle(ADA, new ListStorageDefects.Query(PageRequest.first(1))));
        assertForbidden(() -> verify.handle(ROOT, new VerifyStorage.Command(ids.next(), lease, GRACE)));
    }
}
