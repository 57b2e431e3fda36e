package dev.albumen.application.social;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.ShareLinkBuilder.token;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.share.Knock;
import dev.albumen.application.share.OpenShare;
import dev.albumen.application.share.ShareVisits;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.SequentialTokens;
import dev.albumen.application.social.Comments.Reason;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentAsGuestTest extends TalkTest {

    private final OpenShare open = new OpenShare(catalogue.shareViews(), new ShareVisits(secrets, ids, clock), clock);
    private final GuestTalk talk = new GuestTalk(open, catalogue.shareViews(), conversations, catalogue.comments());
    private final CommentAsGuest comment = new CommentAsGuest(
            transactions, talk, stores, notices, throttle, new SequentialTokens(), audit, ids, clock);
    private final ListSharedComments listShared = new ListSharedComments(talk, catalogue.commentViews());
    private final ChangeGuestComment change = new ChangeGuestComment(transactions, talk, stores, audit, clock);
    private final DeleteGuestComment remove = new DeleteGuestComment(transactions, talk, catalogue.comments(), audit, clock);
    private Album album;
    private Image image;
    private Subject sea;
    private ShareLink link;

    @BeforeEach
    void share() {
        album = given(anAlbum());
        image = given(anImage());
        place(album, image);
        sea = new Subject.OfImage(image.id());
        link = given(aShareLink().to(album).takingComments());
    }

    @Test
    void speaksUnderANameOfTheirOwn() {
        CommentAsGuest.Made made = say(link, image.id(), "Grandma", "What a sky");
        say(link, null, "Grandpa", "All of them");

        assertThat(listed(ADA, sea)).hasSize(1);
        assertThat(listed(ADA, sea).getFirst().name()).isEqualTo(new CommentView.Name(null, "Grandma"));
        assertThat(listed(ADA, sea).getFirst().byGuest()).isTrue();
        assertThat(listed(ADA, new Subject.OfAlbum(album.id()))).hasSize(1);
        assertThat(catalogue.comments().told(made.comment().comment().id())).isEqualTo(Map.of(ADA.userId(), Reason.COMMENT));
        assertThat(trail.actions()).containsExactly("comment.write", "comment.write");
    }

    @Test
    void seesWhatIsSaidAndOfAccountsNothingButTheName() {
        makeMember(album, BOB, AlbumRole.VIEWER);
        CommentView bobs = say(BOB, sea, "Nice");
        hide(ADA, say(BOB, sea, "Ugly"));
        comment.handle(Viewer.ANONYMOUS, new CommentAsGuest.Command(
                knock(link), image.id(), bobs.comment().id(), "Grandma", "Indeed", "10.0.0.1"));

        List<CommentView> seen = shared(link, image.id());

        assertThat(seen).extracting(view -> view.comment().body()).containsExactly("Nice", "Indeed");
        assertThat(seen.getFirst().name()).isEqualTo(new CommentView.Name(null, "bob"));
        assertThat(seen.getFirst().replyCount()).isOne();
    }

    @Test
    void speaksWhereTheLinkLetsThem() {
        ShareLink silent = given(aShareLink().to(album));
        ShareLink off = given(aShareLink().to(album).takingComments().turnedOff());
        ShareLink secret = given(aShareLink().to(album).takingComments().withPassword("hash"));

        assertForbidden(() -> say(silent, image.id(), "Grandma", "Hello"));
        assertForbidden(() -> shared(silent, image.id()));
        assertHidden(() -> say(off, image.id(), "Grandma", "Hello"));
        assertHidden(() -> shared(off, null));
        assertThat(refusedWithoutTrace(() -> say(secret, image.id(), "Grandma", "Hello"))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void speaksOfWhatTheLinkShowsAlone() {
        Image other = given(anImage());
        CommentView elsewhere = say(ADA, new Subject.OfImage(other.id()), "Elsewhere");

        assertHidden(() -> say(link, other.id(), "Grandma", "Hello"));
        assertHidden(() -> shared(link, other.id()));
        assertRefused("unknown-value", () -> comment.handle(Viewer.ANONYMOUS, new CommentAsGuest.Command(
                knock(link), image.id(), elsewhere.comment().id(), "Grandma", "Hello", "10.0.0.1")));
    }

    @Test
    void changesAndDeletesWithTheTokenAlone() {
        CommentAsGuest.Made made = say(link, image.id(), "Grandma", "What a sky");
        CommentAsGuest.Made other = say(link, image.id(), "Grandpa", "What a sea");
        ShareLink second = given(aShareLink().to(album).takingComments());

        assertHidden(() -> change(link, made, other.token()));
        assertHidden(() -> change(link, made, ""));
        assertHidden(() -> change(second, made, made.token()));
        assertThat(change(link, made, made.token()).comment().body()).isEqualTo("Changed");
        assertThat(refusedWithoutTrace(() -> change.handle(Viewer.ANONYMOUS, new ChangeGuestComment.Command(
                knock(link), id(made), made.token(), "Late", Optional.of(1L))))).isEqualTo(new Refusal.Stale());
        assertHidden(() -> remove(link, made, other.token()));
        remove(link, made, made.token());

        assertHidden(() -> change(link, made, made.token()));
        assertThat(shared(link, image.id())).hasSize(1);
    }

    @Test
    void changesNothingThatIsHidden() {
        CommentAsGuest.Made made = say(link, image.id(), "Grandma", "Ugly");
        hide(ADA, made.comment());

        assertHidden(() -> change(link, made, made.token()));
        assertThat(shared(link, image.id())).isEmpty();
        remove(link, made, made.token());
        assertThat(listed(ADA, sea)).isEmpty();
    }

    @Test
    void hasAName() {
        for (String name : List.of("", " ", "a\nb", "x".repeat(101))) {
            assertThat(refusedWithoutTrace(() -> say(link, image.id(), name, "Hello"))).isInstanceOf(Refusal.Invalid.class);
        }
    }

    @Test
    void isHeldToAFewAtATime() {
        for (int i = 0; i < CommentAsGuest.BY_VISITOR.tries(); i++) {
            say(link, image.id(), "Grandma", "What a sky " + i);
        }

        assertThat(refusedWithoutTrace(() -> say(link, image.id(), "Grandma", "More"))).isInstanceOf(Refusal.Throttled.class);
        comment.handle(Viewer.ANONYMOUS, new CommentAsGuest.Command(knock(link), image.id(), null, "Grandpa", "From elsewhere", "10.0.0.2"));
        clock.pass(Duration.ofMinutes(1));
        say(link, image.id(), "Grandma", "More");
    }

    private CommentAsGuest.Made say(ShareLink by, @Nullable ImageId of, String name, String body) {
        return comment.handle(Viewer.ANONYMOUS, new CommentAsGuest.Command(knock(by), of, null, name, body, "10.0.0.1"));
    }

    private List<CommentView> shared(ShareLink by, @Nullable ImageId of) {
        return listShared.handle(Viewer.ANONYMOUS, new ListSharedComments.Query(knock(by), of, null, false, PageRequest.first(9))).items();
    }

    private CommentView change(ShareLink by, CommentAsGuest.Made made, String token) {
        return change.handle(Viewer.ANONYMOUS, new ChangeGuestComment.Command(knock(by), id(made), token, "Changed", Optional.empty()));
    }

    private void remove(ShareLink by, CommentAsGuest.Made made, String token) {
        remove.handle(Viewer.ANONYMOUS, new DeleteGuestComment.Command(knock(by), id(made), token, Optional.empty()));
    }

    private static CommentId id(CommentAsGuest.Made made) {
        return made.comment().comment().id();
    }

    private static Knock knock(ShareLink link) {
        return new Knock(token(link), null);
    }
}
