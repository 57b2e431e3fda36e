package dev.albumen.application.social;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of comments share: an image of Ada's to talk of. */
abstract class Talk extends CatalogueContract {

    protected Image sea;
    protected Subject subject;
    private long written;

    @BeforeEach
    void showAnImage() {
        sea = kept(anImage().ownedBy(ada).build());
        subject = new Subject.OfImage(sea.id());
    }

    protected Comment said(UserId author, @Nullable Comment parent, String body) {
        return kept(Comment.written(nextId(), subject, parent, new Author.OfAccount(author), body, NOON));
    }

    protected Comment kept(Comment comment) {
        writing(() -> catalogue.comments().add(comment));
        return comment;
    }

    protected Comment saved(Comment comment) {
        return write(() -> catalogue.comments().save(comment));
    }

    /** Later ones are greater. */
    protected CommentId nextId() {
        return new CommentId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + ++written));
    }

    protected CommentAccess.Facts facts() {
        return new CommentAccess.Facts(true, ada, false);
    }

    protected CommentView view(UserId viewer, Comment comment) {
        return catalogue.commentViews().find(viewer(viewer), facts(), comment.id()).orElseThrow();
    }
}
