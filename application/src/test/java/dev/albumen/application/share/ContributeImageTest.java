package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.ShareLinkBuilder.token;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.album.InMemoryUploads;
import dev.albumen.application.album.UploadImage;
import dev.albumen.application.album.UploadTarget;
import dev.albumen.application.image.Inspector;
import dev.albumen.application.image.NewImages;
import dev.albumen.application.shared.InMemoryThrottle;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.application.storage.Originals;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.share.Contribution.State;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Refusals;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContributeImageTest extends UseCaseTest {

    private static final ShareTraffic.Guest GRACE = new ShareTraffic.Guest("1.1.1.1", "Browser");

    private final Inspector inspector = new Inspector() {
        @Override
        public Set<MediaType> accepted() {
            return Set.of(MediaType.JPEG);
        }

        @Override
        public Inspection inspect(Path file) {
            return new Inspection(MediaType.JPEG, new Dimensions(4, 3));
        }
    };
    private final UploadImage upload = new UploadImage(transactions, inspector, (file, type) -> ImageMetadata.NONE,
            new Originals(blobs, catalogue.blobClaims(), new InMemoryBlobSums()),
            new UploadTarget(catalogue.albums(), catalogue.albumMembers(), catalogue.albumImages(), catalogue.tags()),
            new InMemoryUploads(transactions), new NewImages(catalogue.images(), quota, jobs, audit), catalogue.imageViews(), ids, clock);
    private final ContributionTarget target = new ContributionTarget(
            new OpenShare(catalogue.shareViews(), new ShareVisits(secrets, ids, clock), clock), catalogue.albums(), transactions);
    private final AdmitContribution admit = new AdmitContribution(target, new InMemoryThrottle(clock));
    private final ContributeImage contribute =
            new ContributeImage(target, transactions, catalogue.images(), upload, catalogue.albums(),
                    catalogue.albumImages(), catalogue.contributions(), ids, clock);
    private final SettleContribution settle = new SettleContribution(transactions, catalogue.contributions(), catalogue.albums(),
            catalogue.albumImages(), catalogue.images(), audit, clock);
    private Album album;
    private ShareLink link;

    @BeforeEach
    void makeLink() {
        album = given(anAlbum());
        link = given(aShareLink().to(album).takingUploads());
    }

    @Test
    void landsWithTheOwnerAndOutsideOfTheAlbumUntilItIsAccepted() {
        Contribution sent = send("sea");

        Image image = catalogue.images().find(sent.imageId()).orElseThrow();
        assertThat(image.ownerId()).isEqualTo(ADA.userId());
        assertThat(used(ADA)).isEqualTo(3);
        assertThat(catalogue.albumImages().holding(image.id())).as("others may see any album").isEmpty();
        assertThat(sent.contributor()).isEqualTo("Grace");

        assertThat(settle(sent, State.ACCEPTED).state()).isEqualTo(State.ACCEPTED);
        assertThat(catalogue.albumImages().holding(image.id())).containsExactlyInAnyOrder(album.id(), master().id());
        assertThat(settle(sent, State.ACCEPTED).state()).isEqualTo(State.ACCEPTED);
        assertRefused("contribution-settled", () -> settle(sent, State.REJECTED));
        assertThat(trail.actions()).containsExactly("image.upload", "contribution.accept");
    }

    @Test
    void goesToTheTrashWhenItIsRejected() {
        Contribution sent = send("sea");
        settle(sent, State.REJECTED);

        assertThat(catalogue.images().find(sent.imageId()).orElseThrow().trashed()).isTrue();
        assertThat(catalogue.albumImages().holding(sent.imageId())).as("where it is once it is restored").containsExactly(master().id());
        assertThat(send("sea")).as("the same again stays rejected").isEqualTo(sent.settled(State.REJECTED));
        assertThat(catalogue.images().find(sent.imageId()).orElseThrow().trashed()).isTrue();
    }

    @Test
    void neitherTellsNorTouchesWhatTheOwnerHas() {
        Image kept = catalogue.images().find(send("sea").imageId()).orElseThrow();
        ShareLink second = given(aShareLink().to(album).takingUploads());
        Contribution sent = send(second, "sea");
        transactions.writing(() -> catalogue.images().save(kept.trashed(clock.instant())));
        ShareLink third = given(aShareLink().to(album).takingUploads());
        Contribution late = send(third, "sea");

        assertThat(sent.imageId()).isEqualTo(kept.id());
        assertThat(sent.made()).isFalse();
        assertThat(catalogue.images().find(kept.id()).orElseThrow().trashed()).as("stays thrown away").isTrue();
        assertThat(used(ADA)).isEqualTo(3);
        settle(sent, State.REJECTED);
        settle(late, State.ACCEPTED);
        assertThat(catalogue.images().find(kept.id()).orElseThrow().trashed()).as("back, since the owner wants it").isFalse();
    }

    @Test
    void isForLinksThatAllowItToAlbumsThatHoldNotEverything() {
        for (ShareLink closed : List.of(given(aShareLink().to(album)), given(aShareLink().to(master()).takingUploads()))) {
            assertForbidden(() -> admit.handle(Viewer.ANONYMOUS, new AdmitContribution.Command(new Knock(token(closed), null), GRACE)));
            assertForbidden(() -> send(closed, "sea"));
        }
        ShareLink off = given(aShareLink().to(album).takingUploads().turnedOff());
        assertHidden(() -> send(off, "sea"));
    }

    private Album master() {
        return catalogue.albums().master(ADA.userId()).orElseThrow();
    }

    @Test
    void saysNothingOfTheOwnersRoom() {
        User ada = catalogue.users().find(ADA.userId()).orElseThrow();
        catalogue.users().save(ada.changed(new User.Patch(
                Change.keep(), Change.keep(), Change.keep(), Change.to(2L), Change.keep()), clock.instant()));

        assertThat(Refusals.codeOf(() -> send("sea"))).isEqualTo("share-uploads-full");
        assertThat(catalogue.images().all()).isEmpty();
    }

    @Test
    void isSlowedDown() {
        AdmitContribution.Command command = new AdmitContribution.Command(new Knock(token(link), null), GRACE);
        for (int i = 0; i < AdmitContribution.BY_VISITOR.tries(); i++) {
            admit.handle(Viewer.ANONYMOUS, command);
        }

        assertThat(Refusals.refusalOf(() -> admit.handle(Viewer.ANONYMOUS, command))).isInstanceOf(Refusal.Throttled.class);
    }

    @Test
    void isSettledByNobodyElse() {
        Contribution sent = send("sea");

        assertHidden(() -> settle.handle(BOB, new SettleContribution.Command(sent.id(), State.ACCEPTED)));
    }

    private Contribution settle(Contribution one, State verdict) {
        return settle.handle(ADA, new SettleContribution.Command(one.id(), verdict));
    }

    private Contribution send(String bytes) {
        return send(link, bytes);
    }

    private Contribution send(ShareLink through, String bytes) {
        try (StagingArea.StagedFile file = staged(bytes)) {
            return contribute.handle(Viewer.ANONYMOUS, new ContributeImage.Command(
                    new Knock(token(through), null), file, Filename.sent("sea.jpg"), " Grace "));
        }
    }
}
