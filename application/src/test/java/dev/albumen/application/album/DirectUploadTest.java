package dev.albumen.application.album;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Inspector;
import dev.albumen.application.image.NewImages;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.application.storage.Originals;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.application.storage.UploadPasses;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.album.UploadPart;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Usage;
import dev.albumen.domain.user.User;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An upload in several requests, from its announcement to its end. */
class DirectUploadTest extends UseCaseTest {

    private static final UploadId NOBODYS = new UploadId(new UUID(9, 9));

    private final Inspector inspector = new Inspector() {
        @Override
        public Set<MediaType> accepted() {
            return Set.of(MediaType.JPEG, MediaType.PNG);
        }

        @Override
        public Inspection inspect(Path file) {
            try {
                if (Files.readString(file).startsWith("broken")) {
                    throw new Refusal.Unprocessable("image-broken", "Broken.").thrown();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Inspection(MediaType.JPEG, new Dimensions(4, 3));
        }
    };
    private final UploadPasses passes = new UploadPasses(secrets);
    private final UploadAddresses addresses = ticket -> new UploadAddresses.Address(URI.create(passes.sign(ticket)), Map.of());
    private final InMemoryUploads uploads = new InMemoryUploads(transactions);
    private final UploadParts parts = new InMemoryUploadParts(transactions, uploads);
    private final UploadBytes bytes = new UploadBytes(blobs, parts, transactions);
    private final UploadTarget target =
            new UploadTarget(catalogue.albums(), catalogue.albumMembers(), catalogue.albumImages(), catalogue.tags());
    private final UploadRules rules = new UploadRules(inspector, new UploadLimits(100, Duration.ofHours(1)));
    private final UploadOpening opening = new UploadOpening(target, uploads, quota, rules, audit, ids, clock);
    private final OpenUploads open = new OpenUploads(transactions, opening, rules, addresses);
    private final BeginUpload begin = new BeginUpload(transactions, opening, rules);

    private ReceiveUpload receive() {
        return new ReceiveUpload(transactions, uploads, passes, staging, blobs, clock);
    }

    private CompleteUpload complete() {
        return complete(bytes);
    }

    private CompleteUpload complete(UploadBytes bytes) {
        UploadImage uploadImage = new UploadImage(transactions, inspector, (file, type) -> ImageMetadata.NONE,
                new Originals(blobs, catalogue.blobClaims(), new InMemoryBlobSums()), target, uploads,
                new NewImages(catalogue.images(), quota, jobs, audit), catalogue.imageViews(), ids, clock);
        return new CompleteUpload(transactions, uploads, uploadImage, catalogue.imageViews(), quota, bytes, staging, clock);
    }

    private ResumeUpload resume() {
        return new ResumeUpload(transactions, uploads, parts, complete(), clock);
    }

    private Optional<AppendToUpload.Appended> append(Viewer viewer, Upload upload, long offset, InputStream bytes, @Nullable PartChecksum checksum) {
        return new AppendToUpload(transactions, uploads, parts, complete(), staging, blobs, ids, clock)
                .handle(viewer, new AppendToUpload.Command(upload.id(), offset, bytes, checksum));
    }

    private AppendToUpload.Appended append(Upload upload, long offset, String text) {
        return append(ADA, upload, offset, bytes(text), null).orElseThrow();
    }

    private Upload begun(String text) {
        return begin.handle(ADA, new BeginUpload.Command(announced(text), null));
    }

    private final AbortUpload abort = new AbortUpload(transactions, uploads, quota, bytes, audit, clock);
    private final ViewUpload view = new ViewUpload(transactions, uploads, clock);
    private final ExpireUploads expire = new ExpireUploads(transactions, uploads, quota, blobs, clock);

    @AfterEach
    void leavesNothingStaged() {
        assertNothingStaged();
    }

    @Test
    void endsInAnImageThatIsChargedOnce() {
        OpenUploads.Opened opened = opened(announced("sea"));
        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 0, 3));
        assertThat(view.handle(ADA, new ViewUpload.Query(opened.upload().id())).state()).isEqualTo(ViewUpload.State.OPEN);

        send(opened, "sea");
        UploadImage.Uploaded uploaded = completed(opened);
        Image image = uploaded.image().image();

        assertThat(uploaded.duplicate()).isFalse();
        assertThat(image.filename()).isEqualTo("sea.jpg");
        assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 3, 0));
        assertThat(keys()).containsExactly(BlobKey.original(Sha256.of("sea")));
        assertThat(sent()).isEmpty();
        assertThat(trail.actions()).containsExactly("upload.open", "image.upload");
        ViewUpload.Seen seen = view.handle(ADA, new ViewUpload.Query(opened.upload().id()));
        assertThat(seen.state()).isEqualTo(ViewUpload.State.COMPLETED);
        assertThat(seen.upload().result()).isEqualTo(new Upload.Result(image.id(), false));
    }

    @Nested
    class Opening {

        @Test
        void takesAllFilesOrNone() {
            limit(ADA, 8);
            assertThat(open.handle(ADA, command(announced("sea"), announced("hill"))).uploads()).hasSize(2)
                    .extracting(one -> one.address().uri()).doesNotHaveDuplicates();
            assertThat(refusalOf(() -> open.handle(ADA, command(announced("x"), announced("y"))))).isEqualTo(new Refusal.QuotaExceeded(0));
        }

        @Test
        void leavesRoomForNothingElse() {
            limit(ADA, 10);
            opened(announced("12345678"));

            assertThat(refusalOf(() -> opened(announced("sea")))).isEqualTo(new Refusal.QuotaExceeded(2));
        }

        @Test
        void isRefusedForWhatCouldNotBeTaken() {
            assertRefused("file-too-large", () -> opened(announced("x".repeat(101))));
            assertThat(refusedWithoutTrace(() -> opened(new Upload.Announced(new Filename("a.pdf"), 3, "application/pdf", null))))
                    .isInstanceOf(Refusal.UnsupportedType.class);
            assertThat(refusedWithoutTrace(() -> opened(new Upload.Announced(new Filename("a.gif"), 3, "image/gif", null))))
                    .isInstanceOf(Refusal.UnsupportedType.class);
            assertRefused("wrong-number", () -> open.handle(ADA, new OpenUploads.Command(List.of(), null)));
            assertRefused("wrong-number", () -> open.handle(ADA, new OpenUploads.Command(Collections.nCopies(101, announced("a")), null)));
        }

        @Test
        void isRefusedIntoAnAlbumThatIsHiddenOrOnlySeen() {
            Album album = given(anAlbum().ownedBy(BOB));
            assertHidden(() -> open.handle(ADA, new OpenUploads.Command(List.of(announced("sea")), album.id())));
            makeMember(album, ADA, AlbumRole.VIEWER);
            assertForbidden(() -> open.handle(ADA, new OpenUploads.Command(List.of(announced("sea")), album.id())));
        }

        @Test
        void isRefusedToStrangers() {
            assertThat(refusedWithoutTrace(() -> open.handle(Viewer.ANONYMOUS, command(announced("sea")))))
                    .isInstanceOf(Refusal.Unauthenticated.class);
        }

        @Test
        void ofTooManyWaitsForOthersToEnd() {
            for (int i = 0; i < 10; i++) {
                open.handle(BOB, new OpenUploads.Command(Collections.nCopies(100, announced("a")), null));
            }
            assertThat(refusalOf(() -> open.handle(BOB, command(announced("a"))))).isInstanceOf(Refusal.Conflict.class);
            opened(announced("a"));
        }
    }

    @Nested
    class Sending {

        @Test
        void replacesWhatWasSentBefore() {
            OpenUploads.Opened opened = opened(new Upload.Announced(new Filename("a.jpg"), 3, "image/jpeg", null));
            send(opened, "sea");
            send(opened, "sky");

            assertThat(completed(opened).image().image().sha256()).isEqualTo(Sha256.of("sky"));
        }

        @Test
        void takesOnlyWhatWasAnnounced() {
            OpenUploads.Opened opened = opened(announced("sea"));
            String signature = opened.address().uri().toString();

            assertRefused("checksum-mismatch", () -> send(opened, "sky"));
            assertRefused("file-too-large", () -> receive(opened, signature, null, "image/jpeg", "seas"));
            assertRefused("length-mismatch", () -> receive(opened, signature, null, "image/jpeg", "se"));
            assertRefused("length-mismatch", () -> receive(opened, signature, 4L, "image/jpeg", "sea"));
            assertThat(refusedWithoutTrace(() -> receive(opened, signature, 3L, "image/png", "sea"))).isInstanceOf(Refusal.UnsupportedType.class);
            assertThat(refusedWithoutTrace(() -> receive(opened, signature, 3L, null, "sea"))).isInstanceOf(Refusal.UnsupportedType.class);
            assertThat(sent()).isEmpty();
        }

        @Test
        void needsTheSignatureOfThisUpload() {
            OpenUploads.Opened opened = opened(announced("sea"));
            OpenUploads.Opened other = opened(announced("sea"));

            assertHidden(() -> receive(opened, other.address().uri().toString(), 3L, "image/jpeg", "sea"));
            assertHidden(() -> receive().handle(Viewer.ANONYMOUS, new ReceiveUpload.Command(NOBODYS, "x", 3L, "image/jpeg", bytes("sea"))));
        }

        @Test
        void endsWithTheUpload() {
            OpenUploads.Opened done = opened(announced("sea"));
            send(done, "sea");
            completed(done);
            assertRefused("upload-completed", () -> send(done, "sea"));

            OpenUploads.Opened late = opened(announced("sky"));
            clock.pass(Duration.ofHours(1));
            assertRefused("upload-expired", () -> send(late, "sky"));
        }
    }

    @Nested
    class InParts {

        @Test
        void endsInAnImageWithTheLastByte() {
            Upload upload = begun("sea and sky");
            assertThat(append(upload, 0, "sea").offset()).isEqualTo(3);
            assertThat(append(upload, 3, " and ").uploaded()).isEmpty();
            assertThat(resume().handle(ADA, new ResumeUpload.Query(upload.id())).offset()).isEqualTo(8);

            AppendToUpload.Appended last = append(upload, 8, "sky");

            assertThat(last.uploaded().orElseThrow().image().image().sha256()).isEqualTo(Sha256.of("sea and sky"));
            assertThat(sent()).isEmpty();
            assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 11, 0));
            assertThat(resume().handle(ADA, new ResumeUpload.Query(upload.id())).offset()).isEqualTo(11);
            assertThat(trail.actions()).containsExactly("upload.open", "image.upload");
        }

        @Test
        void keepsWhatCameBeforeTheConnectionBroke() {
            Upload upload = begun("sea and sky");

            assertThat(append(ADA, upload, 0, new SequenceInputStream(bytes("sea an"), new BrokenStream()), null).orElseThrow().offset()).isEqualTo(6);

            assertThat(append(upload, 6, "d sky").uploaded()).isPresent();
        }

        @Test
        void takesTheNextBytesAndNoOthers() {
            Upload upload = begun("sea and sky");
            append(upload, 0, "sea");

            assertRefused("offset-mismatch", () -> append(upload, 0, "sea"));
            assertRefused("offset-mismatch", () -> append(upload, 4, "and"));
            assertRefused("file-too-large", () -> append(upload, 3, " and sky!"));
            assertHidden(() -> append(BOB, upload, 3, bytes(" "), null));
            assertThat(append(upload, 3, "").offset()).isEqualTo(3);
            assertThat(sent()).hasSize(1);
        }

        @Test
        void keepsNothingThatHasAnotherChecksum() throws Exception {
            Upload upload = begun("sea and sky");
            byte[] digest = MessageDigest.getInstance("SHA-1").digest("sea".getBytes(UTF_8));

            assertThat(append(ADA, upload, 0, bytes("sky"), new PartChecksum(PartChecksum.Algorithm.SHA1, digest))).isEmpty();
            assertThat(append(ADA, upload, 0, new SequenceInputStream(bytes("se"), new BrokenStream()),
                    new PartChecksum(PartChecksum.Algorithm.SHA1, digest))).isEmpty();
            assertThat(sent()).isEmpty();
            assertThat(append(ADA, upload, 0, bytes("sea"), new PartChecksum(PartChecksum.Algorithm.SHA1, digest))).isPresent();
        }

        @Test
        void isCompletedByWhoeverAsksWhereTheLastByteWasAllThatCame() {
            Upload upload = begun("sea");
            BlobKey key = BlobKey.uploadPart(upload.id(), new UUID(5, 5));
            keepBlob(key, "sea");
            transactions.writing(() -> parts.append(upload.id(), new UploadPart(new UUID(5, 5), 0, 3)));

            resume().handle(ADA, new ResumeUpload.Query(upload.id()));

            assertThat(keys()).containsExactly(BlobKey.original(Sha256.of("sea")));
            assertThat(sent()).isEmpty();
        }

        @Test
        void endsWhenItIsGivenUpOrExpires() {
            Upload upload = begun("sea");
            append(upload, 0, "se");
            abort.handle(ADA, new AbortUpload.Command(upload.id()));
            Upload late = begun("sky");
            append(late, 0, "sk");
            assertThat(sent()).hasSize(1);
            clock.pass(Duration.ofHours(1));
            assertRefused("upload-expired", () -> append(late, 2, "y"));
            assertRefused("upload-expired", () -> resume().handle(ADA, new ResumeUpload.Query(late.id())));

            expire.handle(Viewer.WORKER);

            assertThat(sent()).isEmpty();
            assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 0, 0));
            assertHidden(() -> append(late, 2, "y"));
        }

        @Test
        void isNoDirectUpload() {
            Upload resumable = begun("sea");
            Upload direct = opened(announced("sea")).upload();

            assertHidden(() -> append(direct, 0, "sea"));
            assertHidden(() -> resume().handle(ADA, new ResumeUpload.Query(direct.id())));
            assertRefused("upload-incomplete", () -> complete().handle(ADA, new CompleteUpload.Command(resumable.id())));
        }
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("gone");
        }
    }

    @Nested
    class Completing {

        @Test
        void twiceGivesTheSameImage() {
            OpenUploads.Opened opened = opened(announced("sea"));
            send(opened, "sea");
            UploadImage.Uploaded first = completed(opened);
            UploadImage.Uploaded second = completed(opened);

            assertThat(second.image().image().id()).isEqualTo(first.image().image().id());
            assertThat(second.duplicate()).isFalse();
            assertThat(used(ADA)).isEqualTo(3);
            assertThat(trail.actions()).containsExactly("upload.open", "image.upload");
        }

        @Test
        void findsTheImageOfWhoeverWasFasterAndTookTheBytesAway() {
            OpenUploads.Opened opened = opened(announced("sea"));
            send(opened, "sea");
            BlobStore late = (BlobStore) Proxy.newProxyInstance(BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class},
                    (proxy, method, arguments) -> {
                        completed(opened);
                        return method.invoke(blobs, arguments);
                    });

            UploadImage.Uploaded second = complete(new UploadBytes(late, parts, transactions))
                    .handle(ADA, new CompleteUpload.Command(opened.upload().id()));

            assertThat(second.image().image().id()).isEqualTo(completed(opened).image().image().id());
            assertThat(used(ADA)).isEqualTo(3);
        }

        @Test
        void whatTheOwnerHasAlreadyGivesTheReservationBack() {
            OpenUploads.Opened first = opened(announced("sea"));
            OpenUploads.Opened second = opened(announced("sea"));
            send(first, "sea");
            send(second, "sea");
            completed(first);

            UploadImage.Uploaded uploaded = completed(second);

            assertThat(uploaded.duplicate()).isTrue();
            assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 3, 0));
            assertThat(completed(second).duplicate()).isTrue();
        }

        @Test
        void fitsEvenWhereTheQuotaHasShrunk() {
            OpenUploads.Opened opened = opened(announced("sea"));
            send(opened, "sea");
            limit(ADA, 1);

            completed(opened);

            assertThat(quota.usage(ADA.userId())).contains(new Usage(1L, 3, 0));
        }

        @Test
        void needsTheBytes() {
            OpenUploads.Opened opened = opened(announced("sea"));

            assertRefused("upload-incomplete", () -> completed(opened));
        }

        @Test
        void believesNoStoreThatTookOtherBytes() {
            OpenUploads.Opened opened = opened(announced("sea"));
            keepBlob(BlobKey.upload(opened.upload().id()), "sky");
            assertRefused("checksum-mismatch", () -> completed(opened));
            keepBlob(BlobKey.upload(opened.upload().id()), "seas");
            assertRefused("length-mismatch", () -> completed(opened));
        }

        @Test
        void ofABrokenFileLeavesTheUploadOpen() {
            OpenUploads.Opened opened = opened(new Upload.Announced(new Filename("a.jpg"), 6, "image/jpeg", null));
            send(opened, "broken");
            assertRefused("image-broken", () -> completed(opened));

            send(opened, "better");
            assertThat(completed(opened).image().image().sha256()).isEqualTo(Sha256.of("better"));
        }

        @Test
        void isHiddenFromOthersAndOverWhenItHasExpired() {
            OpenUploads.Opened opened = opened(announced("sea"));
            send(opened, "sea");

            assertHidden(() -> complete().handle(BOB, new CompleteUpload.Command(opened.upload().id())));
            assertHidden(() -> complete().handle(ROOT, new CompleteUpload.Command(opened.upload().id())));
            assertHidden(() -> view.handle(ROOT, new ViewUpload.Query(opened.upload().id())));
            assertHidden(() -> complete().handle(ADA, new CompleteUpload.Command(NOBODYS)));
            assertThat(refusedWithoutTrace(() -> complete().handle(Viewer.ANONYMOUS, new CompleteUpload.Command(opened.upload().id()))))
                    .isInstanceOf(Refusal.Unauthenticated.class);
            clock.pass(Duration.ofHours(1));
            assertRefused("upload-expired", () -> completed(opened));
            assertThat(view.handle(ADA, new ViewUpload.Query(opened.upload().id())).state()).isEqualTo(ViewUpload.State.EXPIRED);
        }
    }

    @Nested
    class Aborting {

        @Test
        void givesBytesAndReservationBack() {
            OpenUploads.Opened opened = opened(announced("sea"));
            send(opened, "sea");

            abort.handle(ADA, new AbortUpload.Command(opened.upload().id()));

            assertThat(sent()).isEmpty();
            assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 0, 0));
            assertThat(trail.actions()).containsExactly("upload.open", "upload.abort");
            assertHidden(() -> abort.handle(ADA, new AbortUpload.Command(opened.upload().id())));
            assertHidden(() -> send(opened, "sea"));
        }

        @Test
        void isTheOwnersAloneAndTooLateAfterCompletion() {
            OpenUploads.Opened opened = opened(announced("sea"));
            assertHidden(() -> abort.handle(BOB, new AbortUpload.Command(opened.upload().id())));
            send(opened, "sea");
            completed(opened);

            assertRefused("upload-completed", () -> abort.handle(ADA, new AbortUpload.Command(opened.upload().id())));
        }
    }

    @Nested
    class Expiring {

        @Test
        void givesBytesAndReservationsBackAndKeepsWhatWasCompleted() {
            OpenUploads.Opened done = opened(announced("sea"));
            send(done, "sea");
            Image image = completed(done).image().image();
            OpenUploads.Opened lost = opened(announced("sky"));
            send(lost, "sky");
            clock.pass(Duration.ofMinutes(30));
            OpenUploads.Opened young = opened(announced("hill"));
            send(young, "hill");
            clock.pass(Duration.ofMinutes(30));

            assertThat(expire.handle(Viewer.WORKER)).isEqualTo(2);

            assertThat(quota.usage(ADA.userId())).contains(new Usage(null, 3, 4));
            assertThat(sent()).containsExactly(BlobKey.upload(young.upload().id()));
            assertThat(current(image)).isPresent();
            assertThat(keys()).containsExactly(BlobKey.original(Sha256.of("sea")));
            assertThat(completed(young).duplicate()).isFalse();
            assertThat(expire.handle(Viewer.WORKER)).isZero();
        }

        @Test
        void removesBytesThatCameAfterTheEnd() {
            OpenUploads.Opened opened = opened(announced("sea"));
            abort.handle(ADA, new AbortUpload.Command(opened.upload().id()));
            keepBlob(BlobKey.upload(opened.upload().id()), "sea");

            expire.handle(Viewer.WORKER);

            assertThat(sent()).isEmpty();
        }

        @Test
        void isNobodysButTheInstancesOwn() {
            assertForbidden(() -> expire.handle(ROOT));
        }
    }

    private OpenUploads.Opened opened(Upload.Announced file) {
        return open.handle(ADA, command(file)).uploads().getFirst();
    }

    private static OpenUploads.Command command(Upload.Announced... files) {
        return new OpenUploads.Command(List.of(files), null);
    }

    private static Upload.Announced announced(String text) {
        return new Upload.Announced(new Filename("sea.jpg"), text.length(), "image/jpeg", Sha256.of(text));
    }

    private void send(OpenUploads.Opened opened, String text) {
        receive(opened, opened.address().uri().toString(), (long) text.length(), "image/jpeg", text);
    }

    private void receive(OpenUploads.Opened opened, String signature, @Nullable Long length, @Nullable String type, String text) {
        receive().handle(Viewer.ANONYMOUS, new ReceiveUpload.Command(opened.upload().id(), signature, length, type, bytes(text)));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private UploadImage.Uploaded completed(OpenUploads.Opened opened) {
        return complete().handle(ADA, new CompleteUpload.Command(opened.upload().id()));
    }

    private List<BlobKey> sent() {
        return blobs.list(BlobKey.UPLOADS, Optional.empty(), 1000).stream().map(BlobStore.Stat::key).toList();
    }

    private void limit(Viewer.Member member, long bytes) {
        User user = catalogue.users().find(member.userId()).orElseThrow();
        catalogue.users().save(user.changed(
                new User.Patch(Change.keep(), Change.keep(), Change.keep(), Change.to(bytes), Change.keep()), user.createdAt()));
    }
}
