package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.ShareLinkBuilder.token;
import static dev.albumen.domain.share.SharePatchBuilder.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.job.InMemorySpareTime;
import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveSize;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.rendition.Asker;
import dev.albumen.application.rendition.Serving;
import dev.albumen.application.rendition.ServingBuilder;
import dev.albumen.application.rendition.Servings;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.application.shared.Unzipped;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliverSharedImageTest extends UseCaseTest {

    private static final Wanted ORIGINAL = Wanted.asJpeg(Wanted.What.ORIGINAL);
    private static final Wanted LARGE = Wanted.asJpeg(Wanted.What.LARGE);

    private final ShareVisits visits = new ShareVisits(secrets, ids, clock);
    private final SharedImagePasses passes = new SharedImagePasses(new ImagePasses(secrets, clock));
    private DeliverSharedImage deliver;
    private ArchiveShare archive;
    private Album album;
    private Image image;

    @BeforeEach
    void makeAlbum() {
        DownloadCount downloads = new DownloadCount(
                transactions, catalogue.shareCounts(), catalogue.recipients(), catalogue.shareTraffic(), visits, ids, clock);
        Servings servings = ServingBuilder.servings(blobs, staging, secrets, clock).build();
        deliver = new DeliverSharedImage(catalogue.shareViews(), visits, passes, servings, downloads, clock);
        archive = new ArchiveShare(new OpenPlace(new OpenShare(catalogue.shareViews(), visits, clock), catalogue.projectViews()), catalogue.shareViews(),
                new ProjectFolders(catalogue.projectViews(), catalogue.shareViews()),
                new Archives(blobs, new InMemoryBlobSums(), servings, new InMemorySpareTime(), secrets, clock), downloads);
        album = given(anAlbum().titled("Sea"));
        image = given(anImage().named("home.jpg").containing(Sha256.of("sea")));
        keepBlob(BlobKey.original(image.sha256()), "sea");
        keepBlob(BlobKey.rendition(image.sha256(), "preview-v1.jpg"), "preview of sea");
        place(album, image);
    }

    @Nested
    class OneImage {

        @Test
        void isMarkedWhereTheLinkSaysSoAndItsOriginalKeptBack() {
            keepBlob(BlobKey.rendition(image.sha256(), "large-v1.jpg"), "large sea");
            ShareLink marked = given(aShareLink().to(album).allowing(Download.ORIGINAL).watermarked());
            ShareLink clean = given(aShareLink().to(album).allowing(Download.ORIGINAL));

            assertThat(deliver(marked, LARGE, null).marked()).isTrue();
            assertThat(deliver(clean, LARGE, null).marked()).isFalse();
            assertRefused("original-watermarked", () -> deliver(marked, ORIGINAL, null));
        }

        @Test
        void isShownByEveryLinkWithoutItsName() {
            ShareLink link = given(aShareLink().to(album));

            Serving serving = deliver(link, LARGE, null);

            assertThat(serving.key()).isEqualTo(BlobKey.rendition(image.sha256(), "large-v1.jpg"));
            assertThat(serving.filename()).isEqualTo(image.id() + ".jpg");
        }

        @Test
        void givesItsOriginalStrippedWhereTheLinkAllowsIt() {
            ShareLink without = given(aShareLink().to(album).allowing(Download.PREVIEW));
            ShareLink with = given(aShareLink().to(album).allowing(Download.ORIGINAL));
            ShareLink talkative = given(aShareLink().to(album).allowing(Download.ORIGINAL).showingMetadata());

            assertForbidden(() -> deliver(without, ORIGINAL, null));
            assertThat(deliver(with, ORIGINAL, null).key()).isEqualTo(BlobKey.rendition(image.sha256(), "stripped-v1.jpg"));
            assertThat(deliver(with, ORIGINAL, null).filename()).doesNotContain("home");
            Serving whole = deliver(talkative, ORIGINAL, null);
            assertThat(whole).isEqualTo(
                    new Serving(BlobKey.original(image.sha256()), MediaType.JPEG, whole.entityTag(), "home.jpg", false));
        }

        @Test
        void tellsNobodyWhichFileItIs() {
            ShareLink link = given(aShareLink().to(album).allowing(Download.ORIGINAL));

            assertThat(deliver(link, LARGE, null).entityTag()).isNotBlank().doesNotContain(image.sha256().hex().substring(0, 8));
            assertThat(deliver(link, ORIGINAL, null).entityTag()).doesNotContain(image.sha256().hex().substring(0, 8))
                    .isNotEqualTo(deliver(link, LARGE, null).entityTag());
        }

        @Test
        void isHiddenWhereTheLinkDoesNotShowIt() {
            Image other = given(anImage());
            ShareLink link = given(aShareLink().to(album));

            assertHidden(() -> deliver.handle(Viewer.ANONYMOUS,
                    new DeliverSharedImage.Query(new Knock(token(link), null), other.id(), LARGE, null)));
        }

        @Test
        void opensBySignatureUntilTheLinkOrItsPasswordChanges() {
            ShareLink link = given(aShareLink().to(album).withPassword("one"));
            ImagePasses.Pass pass = passes.issue(link, image.id());

            assertRefused("share-password-required", () -> deliver(link, LARGE, null));
            assertThat(deliver(link, LARGE, pass)).isNotNull();

            ShareLink repassworded = saved(link.changed(patch(Change.to("two"), Change.keep()), NOON));
            assertRefused("share-password-required", () -> deliver(link, LARGE, pass));
            saved(repassworded.changed(patch(Change.keep(), Change.to(false)), NOON));
            assertHidden(() -> deliver(link, LARGE, passes.issue(repassworded, image.id())));
        }

        @Test
        void opensByNoOtherSignature() {
            ShareLink link = given(aShareLink().to(album).withPassword("one"));
            ShareLink other = given(aShareLink().to(album).withPassword("one"));
            ImagePasses.Pass late = passes.issue(link, image.id());

            for (ImagePasses.Pass wrong : List.of(passes.issue(other, image.id()), passes.issue(link, anImage().build().id()),
                    new ImagePasses.Pass(late.expires() + 1, late.signature()))) {
                assertRefused("share-password-required", () -> deliver(link, LARGE, wrong));
            }
            clock.pass(Duration.ofHours(2));
            assertRefused("share-password-required", () -> deliver(link, LARGE, late));
        }

        @Test
        void isShownBySignatureInAVisitOnlyWhereViewsAreLimited() {
            ShareLink free = given(aShareLink().to(album));
            ImagePasses.Pass early = passes.issue(free, image.id());
            ShareLink limited = saved(free.changed(changes().limits(Change.to(1), Change.keep()).build(), NOON));

            assertRefused("share-visit-required", () -> deliver(limited, LARGE, null));
            assertRefused("share-visit-required", () -> deliver(limited, LARGE, early));
            assertThat(deliver(limited, LARGE, passes.issue(limited, image.id()))).isNotNull();
        }

        @Test
        void isDownloadedAsOftenAsTheLinkAllows() {
            ShareLink link = given(aShareLink().to(album).allowing(Download.ORIGINAL).downloaded(2));
            String visit = visits.begin(link).token();

            for (int i = 0; i < 3; i++) {
                assertThat(original(link, visit)).isNotNull();
            }
            assertThat(original(link, null)).isNotNull();
            assertRefused("share-downloads-used-up", () -> original(link, null));
            assertThat(original(link, visit)).as("the same again").isNotNull();
            assertThat(deliver(link, LARGE, null)).as("shown, not taken").isNotNull();
            clock.pass(DownloadCount.COUNTS_FOR);
            assertRefused("share-downloads-used-up", () -> original(link, visit));
            assertThat(catalogue.shareCounts().of(link.id()).downloads()).isEqualTo(2);
        }

        private Serving original(ShareLink link, @Nullable String visit) {
            return deliver.handle(Viewer.ANONYMOUS,
                    new DeliverSharedImage.Query(new Knock(token(link), visit), image.id(), ORIGINAL, null));
        }

        private static ShareLink.Patch patch(Change<String> password, Change<Boolean> active) {
            return changes().password(password).active(active).build();
        }

        private ShareLink saved(ShareLink link) {
            return transactions.write(() -> catalogue.shareLinks().save(link));
        }
    }

    @Nested
    class AnArchive {

        @Test
        void holdsNoNamesUnlessTheLinkShowsThem() {
            ShareLink quiet = given(aShareLink().to(album).allowing(Download.ORIGINAL));
            ShareLink talkative = given(aShareLink().to(album).allowing(Download.ORIGINAL).showingMetadata());

            assertThat(Unzipped.of(archive(quiet, ArchiveSize.ORIGINAL))).containsExactly(Map.entry("0001.jpg", "stripped sea"));
            assertThat(Unzipped.of(archive(quiet, ArchiveSize.PREVIEW))).containsExactly(Map.entry("0001.jpg", "preview of sea"));
            assertThat(Unzipped.of(archive(talkative, ArchiveSize.ORIGINAL))).containsExactly(Map.entry("home.jpg", "sea"));
            assertThat(archive(quiet, ArchiveSize.PREVIEW).filename()).isEqualTo("Sea.zip");
        }

        @Test
        void holdsWhatIsMarkedInPlaceOfOriginals() {
            keepBlob(BlobKey.rendition(image.sha256(), "large-v1.jpg"), "large sea");
            ShareLink link = given(aShareLink().to(album).allowing(Download.ORIGINAL).watermarked());

            assertThat(Unzipped.of(archive(link, ArchiveSize.ORIGINAL)).get("0001.jpg")).matches("large-v1-w[0-9a-f]{12}\\.jpg");
        }

        @Test
        void holdsWhatTheLinkAllows() {
            ShareLink none = given(aShareLink().to(album));
            ShareLink preview = given(aShareLink().to(album).allowing(Download.PREVIEW));

            assertForbidden(() -> archive(none, ArchiveSize.PREVIEW));
            assertForbidden(() -> archive(preview, ArchiveSize.ORIGINAL));
            assertThat(Unzipped.of(archive(preview, ArchiveSize.PREVIEW))).hasSize(1);
        }

        @Test
        void holdsOneImageOfALinkToIt() {
            ShareLink link = given(aShareLink().to(image).allowing(Download.PREVIEW));

            assertThat(archive(link, ArchiveSize.PREVIEW).filename()).isEqualTo("images.zip");
            assertThat(Unzipped.of(archive(link, ArchiveSize.PREVIEW))).hasSize(1);
        }

        @Test
        void holdsTheAlbumsOfAProjectAsFolders() {
            Album day = given(anAlbum().titled("Day"));
            Album first = given(anAlbum().titled("Church").in(day));
            Album second = given(anAlbum().titled("church").in(day));
            place(first, image);
            place(second, image);
            ShareLink link = given(aShareLink().toProject(day).allowing(Download.PREVIEW));

            assertThat(Unzipped.of(archive(link, ArchiveSize.PREVIEW)).keySet()).hasSize(2)
                    .allSatisfy(name -> assertThat(name).containsPattern("^[Cc]hurch( \\(2\\))?/000[12]\\.jpg$"))
                    .anySatisfy(name -> assertThat(name).contains(" (2)/"));
        }

        @Test
        void countsAsADownload() {
            ShareLink link = given(aShareLink().to(album).allowing(Download.PREVIEW).downloaded(1));
            ShareLink free = given(aShareLink().to(album).allowing(Download.PREVIEW));

            assertThat(archive(link, ArchiveSize.PREVIEW)).isNotNull();
            assertRefused("share-downloads-used-up", () -> archive(link, ArchiveSize.PREVIEW));
            archive(free, ArchiveSize.PREVIEW);
            catalogue.shareTraffic().write();
            assertThat(catalogue.shareCounts().of(link.id()).downloads()).isOne();
            assertThat(catalogue.shareCounts().of(free.id()).downloads()).isOne();
        }

        private Archive archive(ShareLink link, ArchiveSize size) {
            return archive.handle(Viewer.ANONYMOUS, new ArchiveShare.Query(new Knock(token(link), null), null, size, Asker.PATIENT));
        }
    }

    private Serving deliver(ShareLink link, Wanted wanted, ImagePasses.@Nullable Pass pass) {
        return deliver.handle(Viewer.ANONYMOUS,
                new DeliverSharedImage.Query(new Knock(token(link), null), image.id(), wanted, pass));
    }
}
