package dev.albumen.application.social;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every reading of comments shows. */
public abstract class CommentViewsContract extends Talk {

    @Test
    void listsTheTalkOldestFirstSoThatAnswersFollowWhatTheyAnswer() {
        Comment first = said(bob, null, "Nice");
        Comment second = said(ada, null, "Rome, 2026");
        Comment answer = said(ada, first, "Thanks");
        Album album = kept(anAlbum().ownedBy(ada).build());
        Image other = kept(anImage().ownedBy(ada).build());
        kept(Comment.written(nextId(), new Subject.OfAlbum(album.id()), null, new Author.OfAccount(bob), "Elsewhere", NOON));
        kept(Comment.written(nextId(), new Subject.OfImage(other.id()), null, new Author.OfAccount(bob), "Elsewhere", NOON));

        assertThat(ids(viewer(ada), null, false)).containsExactly(first.id(), second.id(), answer.id());
        assertThat(ids(viewer(ada), null, true)).containsExactly(answer.id(), second.id(), first.id());
        assertThat(ids(viewer(ada), first.id(), false)).containsExactly(answer.id());
        assertThat(ids(viewer(ada), second.id(), false)).isEmpty();
        assertThat(paged(page -> catalogue.commentViews().list(viewer(ada), facts(),
                new CommentViews.Search(new Subject.OfAlbum(album.id()), null, false), page))).hasSize(1);
    }

    @Test
    void namesAuthors() {
        Comment byBob = said(bob, null, "Nice");
        Comment byGuest = kept(Comment.written(nextId(), subject, null, new Author.Guest("Grandma", null, Sha256.of("t")), "Oh", NOON));

        assertThat(view(ada, byBob).name()).isEqualTo(new CommentView.Name(new CommentView.Account(bob, "bob"), "bob"));
        assertThat(view(ada, byBob).byGuest()).isFalse();
        assertThat(view(ada, byGuest).name()).isEqualTo(new CommentView.Name(null, "Grandma"));
        assertThat(view(ada, byGuest).byGuest()).isTrue();
        assertThat(view(ada, saved(byGuest.deleted())).name()).isNull();
    }

    @Test
    void countsAnswersThatEverybodySees() {
        Comment first = said(bob, null, "Nice");
        Comment one = said(ada, first, "Thanks");
        said(bob, one, "Really");

        assertThat(view(ada, first).replyCount()).isEqualTo(2);
        saved(one.hidden(false));
        assertThat(view(ada, first).replyCount()).isOne();
    }

    @Test
    void leavesOutWhatIsDeletedUnlessAnswersAreShown() {
        Comment alone = saved(said(bob, null, "Nice").deleted());
        Comment answered = said(bob, null, "Nicer");
        Comment answer = said(ada, answered, "Thanks");
        Comment gone = saved(answered.deleted());

        assertThat(ids(viewer(bob), null, false)).containsExactly(gone.id(), answer.id()).doesNotContain(alone.id());
        saved(answer.deleted());
        assertThat(ids(viewer(bob), null, false)).isEmpty();
    }

    @Test
    void showsWhatIsHiddenToItsAuthorAndToThoseWhoDecideAlone() {
        UserId cyd = catalogue.user("cyd");
        Comment hidden = saved(said(bob, null, "Ugly").hidden(false));
        Comment worse = saved(said(bob, null, "Uglier").hidden(true));
        Viewer moderator = new Viewer.Member(cyd, Role.MODERATOR, viewer(cyd).sessionId());

        assertThat(ids(viewer(cyd), null, false)).isEmpty();
        assertThat(ids(Viewer.ANONYMOUS, null, false)).isEmpty();
        assertThat(ids(viewer(bob), null, false)).containsExactly(hidden.id(), worse.id());
        assertThat(ids(viewer(ada), null, false)).containsExactly(hidden.id(), worse.id());
        assertThat(ids(moderator, null, false)).containsExactly(hidden.id(), worse.id());
    }

    private List<CommentId> ids(Viewer viewer, @Nullable CommentId thread, boolean newestFirst) {
        CommentViews.Search search = new CommentViews.Search(subject, thread, newestFirst);
        return paged(page -> catalogue.commentViews().list(viewer, facts(), search, page)).stream().map(view -> view.comment().id()).toList();
    }
}
