package dev.albumen.rest.social;

import dev.albumen.application.social.Blocks;
import dev.albumen.application.social.CommentView;
import dev.albumen.application.social.Reports;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Report;
import dev.albumen.domain.social.Subject;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments as they go in and out. */
final class CommentBodies {

    private CommentBodies() {}

    /**
     * @param body plain text of 1 to 2000 characters
     * @param parentId what is answered; {@code null} for nothing
     */
    @Introspected
    @Schema(name = "NewComment", example = "{\"body\": \"What a sky, @ada!\", \"parentId\": null}")
    record Create(String body, @Nullable UUID parentId) {

        @Nullable CommentId parent() {
            return parentId == null ? null : new CommentId(parentId);
        }
    }

    @Introspected
    @Schema(name = "CommentPatch", example = "{\"body\": \"What a sky!\"}")
    record Patch(Change<String> body) {

        String text() {
            return switch (body) {
                case Change.To<String>(String text) -> text;
                case Change.Keep<String> keep -> throw missing();
                case Change.Clear<String> clear -> throw missing();
            };
        }

        private static RuntimeException missing() {
            return Refusal.invalid("/body", "required", "Say what the comment is to say.");
        }
    }

    /**
     * @param imageId what it is about; {@code null} for an album
     * @param albumId what it is about; {@code null} for an image
     * @param parentId the comment that began the thread; {@code null} where this one does
     * @param author {@code null} where nobody is known any more
     * @param body {@code null} where it is deleted, or not shown to the caller
     * @param deleted whether only its place in the thread is left for the caller
     * @param hidden whether others do not see it; told to its author and to those who decide
     * @param replyCount how many answers everybody sees
     * @param permissions what the caller may do: read, like, report, change, delete, hide
     */
    @Serdeable.Serializable
    @Schema(name = "Comment")
    record View(
            UUID id, @Nullable UUID imageId, @Nullable UUID albumId, @Nullable UUID parentId, @Nullable Author author,
            @Nullable String body, boolean deleted, boolean hidden, int likeCount, boolean liked, int replyCount, Instant createdAt,
            @Nullable Instant editedAt, long version, List<String> permissions) {

        static View of(CommentView view) {
            Comment comment = view.comment();
            boolean deleted = comment.state() == Comment.State.DELETED;
            CommentId parent = comment.parent();
            return new View(comment.id().value(), imageOrNull(comment.subject()), albumOrNull(comment.subject()),
                    parent == null ? null : parent.value(), Author.of(view), deleted ? null : comment.body(), deleted,
                    comment.state().hidden(), view.likeCount(), view.liked(), view.replyCount(), comment.createdAt(), comment.editedAt(),
                    comment.version(), view.allowed().stream().sorted().map(Labels::of).toList());
        }
    }

    /**
     * @param id {@code null} for guests, and for callers without an account
     * @param username as {@code id}
     * @param guest whether they came by a link; then the name is what they said
     */
    @Serdeable.Serializable
    @Schema(name = "CommentAuthor", example = """
            {"id": "0190a1de-7c00-7000-8000-000000000003", "username": "bob", "displayName": "Bob", "guest": false}
            """)
    record Author(@Nullable UUID id, @Nullable String username, String displayName, boolean guest) {

        static @Nullable Author of(CommentView view) {
            CommentView.Name name = view.name();
            if (name == null) {
                return null;
            }
            CommentView.Account account = name.account();
            return new Author(account == null ? null : account.id().value(), account == null ? null : account.username(),
                    name.displayName(), view.byGuest());
        }
    }

    /** @param reason in the reporter's words, up to 500 characters */
    @Introspected
    @Schema(name = "NewReport", example = "{\"reason\": \"This is an insult.\"}")
    record NewReport(@Nullable String reason) {}

    /**
     * @param reporter username of whom it comes from
     * @param authorName {@code null} where nobody is known any more
     * @param body what the comment says
     * @param hidden whether the comment is shown no longer
     * @param outcome hidden or dismissed; {@code null} while nobody has decided
     */
    @Serdeable.Serializable
    @Schema(name = "Report")
    record ReportView(
            UUID id, UUID commentId, @Nullable UUID imageId, @Nullable UUID albumId, @Nullable String authorName, String body,
            boolean hidden, String reporter, String reason, Instant createdAt, @Nullable String outcome, @Nullable Instant settledAt) {

        static ReportView of(Reports.Entry entry) {
            Report report = entry.report();
            Report.Settlement settled = report.settlement();
            return new ReportView(report.id().value(), report.comment().value(), imageOrNull(entry.subject()), albumOrNull(entry.subject()),
                    entry.authorName(), entry.body(), entry.hidden(), entry.reporterName(), report.reason(), report.createdAt(),
                    settled == null ? null : Labels.of(settled.outcome()), settled == null ? null : settled.at());
        }
    }

    @Serdeable.Serializable
    @Schema(name = "BlockedUser")
    record Blocked(UUID userId, String username, String displayName, Instant since) {

        static Blocked of(Blocks.Blocked blocked) {
            return new Blocked(blocked.userId().value(), blocked.username(), blocked.displayName(), blocked.since());
        }
    }

    private static @Nullable UUID imageOrNull(Subject subject) {
        return subject instanceof Subject.OfImage(ImageId id) ? id.value() : null;
    }

    private static @Nullable UUID albumOrNull(Subject subject) {
        return subject instanceof Subject.OfAlbum(AlbumId id) ? id.value() : null;
    }
}
