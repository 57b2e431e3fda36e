package dev.albumen.application.social;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.social.Comment;
import org.junit.jupiter.api.Test;

/** What every store of likes of comments does. */
public abstract class CommentLikesContract extends Talk {

    @Test
    void likesAndUnlikesOnce() {
        Comment comment = said(bob, null, "Nice");

        assertThat(write(() -> catalogue.commentLikes().add(ada, comment.id(), NOON))).isTrue();
        assertThat(write(() -> catalogue.commentLikes().add(ada, comment.id(), NOON))).isFalse();
        assertThat(write(() -> catalogue.commentLikes().add(bob, comment.id(), NOON))).isTrue();
        assertThat(view(ada, comment)).satisfies(view -> {
            assertThat(view.likeCount()).isEqualTo(2);
            assertThat(view.liked()).isTrue();
        });
        assertThat(write(() -> catalogue.commentLikes().remove(ada, comment.id()))).isTrue();
        assertThat(write(() -> catalogue.commentLikes().remove(ada, comment.id()))).isFalse();
        assertThat(view(ada, comment)).satisfies(view -> {
            assertThat(view.likeCount()).isOne();
            assertThat(view.liked()).isFalse();
        });
    }

    @Test
    void changeNothingOfTheComment() {
        Comment comment = said(bob, null, "Nice");

        writing(() -> catalogue.commentLikes().add(ada, comment.id(), NOON));

        assertThat(catalogue.comments().find(comment.id())).contains(comment);
    }

    @Test
    void goWithADeletedComment() {
        Comment comment = said(bob, null, "Nice");
        writing(() -> catalogue.commentLikes().add(ada, comment.id(), NOON));

        saved(comment.deleted());

        assertThat(view(ada, comment).likeCount()).isZero();
        assertThat(view(ada, comment).liked()).isFalse();
    }
}
