package dev.albumen.application.social;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;

import dev.albumen.application.shared.InMemoryThrottle;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Throttle;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tests of comments share: how people talk about things. */
abstract class TalkTest extends UseCaseTest {

    protected final Throttle throttle = new InMemoryThrottle(clock);
    protected final Conversations conversations = new Conversations(catalogue.comments(), catalogue.imageViews(), catalogue.albums(),
            catalogue.albumMembers(), catalogue.blocks());
    protected final CommentStores stores = new CommentStores(catalogue.comments(), catalogue.commentViews());
    protected final CommentNotices notices =
            new CommentNotices(conversations, catalogue.comments(), catalogue.blocks(), catalogue.users());
    protected final WriteComment write =
            new WriteComment(transactions, conversations, stores, notices, throttle, audit, ids, clock);
    protected final ListComments list = new ListComments(conversations, catalogue.commentViews());
    protected final ViewComment view = new ViewComment(transactions, conversations, stores);
    protected final DeleteComment delete = new DeleteComment(transactions, conversations, catalogue.comments(), audit, clock);
    protected final HideComment hide = new HideComment(transactions, conversations, catalogue.comments(), audit, clock);

    /** An image of Ada's that everybody sees. */
    protected Subject shown() {
        Image image = given(anImage());
        place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);
        return new Subject.OfImage(image.id());
    }

    /** One that an album of Ada's holds, whose members alone see it. */
    protected Subject within(Album album) {
        Image image = given(anImage());
        place(album, image);
        return new Subject.OfImage(image.id());
    }

    protected CommentView say(Viewer who, Subject subject, String body) {
        return say(who, subject, null, body);
    }

    protected CommentView say(Viewer who, Subject subject, @Nullable CommentView answered, String body) {
        CommentId parent = answered == null ? null : answered.comment().id();
        return write.handle(who, new WriteComment.Command(subject, parent, body));
    }

    protected void delete(Viewer who, CommentView comment) {
        delete.handle(who, new DeleteComment.Command(comment.comment().id(), Optional.empty()));
    }

    protected void hide(Viewer who, CommentView comment) {
        hide.handle(who, new HideComment.Command(comment.comment().id()));
    }

    protected CommentView read(Viewer who, CommentView comment) {
        return view.handle(who, new ViewComment.Query(comment.comment().id()));
    }

    protected List<CommentView> listed(Viewer who, Subject subject) {
        return list.handle(who, new ListComments.Query(new CommentViews.Search(subject, null, false), PageRequest.first(50))).items();
    }
}
