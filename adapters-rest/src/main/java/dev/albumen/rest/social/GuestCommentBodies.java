package dev.albumen.rest.social;

import dev.albumen.application.social.CommentAsGuest;
import dev.albumen.application.social.CommentView;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments as a link's visitors write and see them: without anybody's account, and without ids of what the link shows. */
final class GuestCommentBodies {

    private GuestCommentBodies() {}

    /**
     * @param name 1 to 100 characters, shown with the comment
     * @param body plain text of 1 to 2000 characters
     * @param parentId what is answered; {@code null} for nothing
     */
    @Introspected
    @Schema(name = "NewGuestComment", example = "{\"name\": \"Grandma\", \"body\": \"What a sky!\", \"parentId\": null}")
    record Create(String name, String body, @Nullable UUID parentId) {

        @Nullable CommentId parent() {
            return parentId == null ? null : new CommentId(parentId);
        }
    }

    /**
     * @param parentId the comment that began the thread; {@code null} where this one does
     * @param name of the author; {@code null} where nobody is known any more
     * @param guest whether they came by a link
     * @param body {@code null} where it is deleted
     * @param deleted whether only its place in the thread is left
     */
    @Serdeable.Serializable
    @Schema(name = "GuestComment")
    record View(
            UUID id, @Nullable UUID parentId, @Nullable String name, boolean guest, @Nullable String body, boolean deleted, int likeCount,
            int replyCount, Instant createdAt, @Nullable Instant editedAt, long version) {

        static View of(CommentView view) {
            Comment comment = view.comment();
            CommentId parent = comment.parent();
            CommentView.Name name = view.name();
            boolean deleted = comment.state() == Comment.State.DELETED;
            return new View(comment.id().value(), parent == null ? null : parent.value(), name == null ? null : name.displayName(),
                    view.byGuest(), deleted ? null : comment.body(), deleted, view.likeCount(), view.replyCount(), comment.createdAt(),
                    comment.editedAt(), comment.version());
        }
    }

    /** @param token sent as {@code Comment-Token} to change or delete the comment; told this once */
    @Serdeable.Serializable
    @Schema(name = "MadeGuestComment")
    record Made(View comment, String token) {

        static Made of(CommentAsGuest.Made made) {
            return new Made(View.of(made.comment()), made.token());
        }
    }
}
