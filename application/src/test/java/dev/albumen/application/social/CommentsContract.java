package dev.albumen.application.social;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.Subject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of comments does. */
public abstract class CommentsContract extends Talk {

    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void keepsWhatWasSaid() {
        Comment first = said(bob, null, "Nice\n🌅");
        Comment answer = said(ada, first, "Thanks");

        assertThat(catalogue.comments().find(first.id())).contains(first);
        assertThat(catalogue.comments().find(answer.id())).contains(answer);
        assertThat(catalogue.comments().find(nextId())).isEmpty();
    }

    @Test
    void keepsWhatGuestsSaid() {
        Author guest = new Author.Guest("Grandma", null, Sha256.of("token"));
        Comment comment = kept(Comment.written(nextId(), subject, null, guest, "Nice", NOON));

        assertThat(catalogue.comments().find(comment.id())).contains(comment);
    }

    @Test
    void keepsChangesOfTheLatestVersionAlone() {
        Comment first = said(bob, null, "Nice");
        Comment edited = saved(first.edited("Very nice", LATER));

        assertThat(edited.version()).isEqualTo(2);
        assertThat(catalogue.comments().find(first.id())).contains(edited);
        assertStale(() -> saved(first.edited("Too late", LATER)));
        assertThat(saved(edited.hidden(true)).state()).isEqualTo(Comment.State.HIDDEN_BY_MODERATOR);
    }

    @Test
    void forgetsWhatIsDeleted() {
        Comment first = said(bob, null, "Nice");

        Comment deleted = saved(first.edited("Very nice", LATER).deleted());

        assertThat(catalogue.comments().find(first.id())).contains(deleted);
        assertThat(deleted.author()).isEqualTo(Author.FORGOTTEN);
        assertThat(deleted.body()).isEmpty();
        assertThat(deleted.version()).isGreaterThan(first.version());
        assertStale(() -> saved(first.edited("Too late", LATER)));
    }

    @Test
    void goesWithWhatItIsAbout() {
        Album album = kept(anAlbum().ownedBy(ada).build());
        Image trashed = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        Comment ofAlbum = kept(Comment.written(nextId(), new Subject.OfAlbum(album.id()), null, new Author.OfAccount(bob), "Nice", NOON));
        Comment ofImage = kept(Comment.written(nextId(), new Subject.OfImage(trashed.id()), null, new Author.OfAccount(bob), "Nice", NOON));

        writing(() -> catalogue.albums().delete(album.id()));
        writing(() -> catalogue.images().purge(trashed.id()));

        assertThat(catalogue.comments().find(ofAlbum.id())).isEmpty();
        assertThat(catalogue.comments().find(ofImage.id())).isEmpty();
    }

    @Test
    void tellsThoseWhoAreThereOnceEach() {
        Comment first = said(bob, null, "Nice");

        writing(() -> catalogue.comments().tell(first.id(), Map.of(ada, Comments.Reason.COMMENT)));
        writing(() -> catalogue.comments().tell(first.id(), Map.of(ada, Comments.Reason.MENTION)));

        assertThat(catalogue.comments().find(first.id())).contains(first);
    }

    @Test
    void isCountedWhileEverybodySeesIt() {
        Comment first = said(bob, null, "Nice");
        Comment second = said(ada, first, "Thanks");
        assertThat(count()).isEqualTo(2);

        Comment hidden = saved(second.hidden(false));
        assertThat(count()).isOne();
        saved(hidden.unhidden(false));
        assertThat(count()).isEqualTo(2);
        saved(first.deleted());
        assertThat(count()).isOne();
    }

    private int count() {
        return catalogue.imageViews().find(viewer(ada), sea.id()).orElseThrow().opinions().commentCount();
    }
}
