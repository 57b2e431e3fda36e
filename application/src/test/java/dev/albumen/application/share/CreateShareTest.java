package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.SequentialTokens;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.user.FakePasswordHasher;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.share.Slug;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.PasswordHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreateShareTest extends UseCaseTest {

    private final FakePasswordHasher hasher = new FakePasswordHasher();
    private final ShareableResources resources =
            new ShareableResources(catalogue.albums(), catalogue.albumMembers(), catalogue.imageViews());
    private final OwnedShares shown = new OwnedShares(catalogue.shareCounts(), catalogue.selectionConfigs(), catalogue.recipients(), secrets, clock);
    private final CreateShare create = new CreateShare(transactions, resources, catalogue.shareLinks(), hasher,
            new SequentialTokens(), shown, audit, ids, clock);

    @Test
    void makesALinkThatItsTokenFindsAndItsOwnerCanCopy() {
        Album album = given(anAlbum());

        OwnedShare made = create(ADA, new SharedResource.OfAlbum(album.id()), null);

        assertThat(made.token()).isEqualTo(SequentialTokens.nth(1));
        assertThat(catalogue.shareViews().open(ShareKey.of(made.token())).orElseThrow().facts().link()).isEqualTo(made.link());
        assertThat(shown.of(ADA, catalogue.shareLinks().find(made.link().id()).orElseThrow())).isEqualTo(made);
        assertThat(new String(made.link().sealedToken().cipher(), UTF_8)).doesNotContain(made.token());
        assertThat(trail.actions()).containsExactly("share.create");
    }

    @Test
    void keepsAPasswordHashed() {
        Album album = given(anAlbum());

        OwnedShare made = create(ADA, new SharedResource.OfAlbum(album.id()), "open sesame");

        assertThat(hasher.matches(new Password("open sesame"), new PasswordHash(made.link().passwordHash()))).isTrue();
        assertThat(made.toString()).doesNotContain("sesame", made.token());
    }

    @Test
    void refusesAPasswordThatIsTooShortOrTooLong() {
        Album album = given(anAlbum());

        for (String password : List.of("", "abc", "x".repeat(200))) {
            assertRefused("password-length", () -> create(ADA, new SharedResource.OfAlbum(album.id()), password));
        }
    }

    @Test
    void isForThoseWhoOwnWhatIsShared() {
        Album album = given(anAlbum().seenBy(Visibility.PUBLIC));
        Album closed = given(anAlbum());
        Image image = given(anImage());
        Image alone = given(anImage());
        place(album, image);
        makeMember(album, BOB, AlbumRole.MANAGER);

        assertForbidden(() -> create(BOB, new SharedResource.OfAlbum(album.id()), null));
        assertForbidden(() -> create(BOB, new SharedResource.OfImage(image.id()), null));
        assertHidden(() -> create(EVE, new SharedResource.OfAlbum(closed.id()), null));
        assertHidden(() -> create(EVE, new SharedResource.OfImage(alone.id()), null));
        assertHidden(() -> create(ADA, new SharedResource.OfImage(anImage().build().id()), null));
        assertThat(refusedWithoutTrace(() -> create(Viewer.ANONYMOUS, new SharedResource.OfAlbum(album.id()), null)))
                .isInstanceOf(Refusal.Unauthenticated.class);
        assertThat(create(ADA, new SharedResource.OfImage(image.id()), null).link().ownerId()).isEqualTo(ADA.userId());
    }

    @Test
    void hashesNothingForThoseWhoMayNotShare() {
        Album album = given(anAlbum());

        refusalOf(() -> create(EVE, new SharedResource.OfAlbum(album.id()), "open sesame"));

        assertThat(hasher.hash(new Password("x")).phc()).as("the first salt").contains("$1$");
    }

    @Test
    void refusesASlugThatAnotherLinkHas() {
        CreateShare.Command command = new CreateShare.Command(
                new SharedResource.OfAlbum(given(anAlbum()).id()), terms(new Slug("the-sea"), null), null);
        create.handle(ADA, command);

        assertRefused("slug-taken", () -> create.handle(ADA, command));
    }

    @Test
    void refusesToBeOverAlready() {
        Album album = given(anAlbum());

        assertRefused("past", () -> create.handle(ADA, new CreateShare.Command(
                new SharedResource.OfAlbum(album.id()), terms(null, clock.instant()), null)));
    }

    private OwnedShare create(Viewer viewer, SharedResource resource, @Nullable String password) {
        return create.handle(viewer, new CreateShare.Command(resource, ShareTerms.PLAIN, password));
    }

    private static ShareTerms terms(@Nullable Slug slug, @Nullable Instant expiresAt) {
        return new ShareTerms(null, slug, null, expiresAt, null, null, Download.NONE, false, false, false, false);
    }
}
