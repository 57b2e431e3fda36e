package dev.albumen.application.social;

import dev.albumen.application.share.Knock;
import dev.albumen.application.share.OpenShare;
import dev.albumen.application.share.ShareViews;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets those into a talk who come by a link. */
public final class GuestTalk {

    private final OpenShare open;
    private final ShareViews shares;
    private final Conversations conversations;
    private final Comments comments;

    public GuestTalk(OpenShare open, ShareViews shares, Conversations conversations, Comments comments) {
        this.open = open;
        this.shares = shares;
        this.conversations = conversations;
        this.comments = comments;
    }

    /**
     * @param facts with the thing visible, since the link shows it
     * @param recipient in whose hands the link is; {@code null} for nobody's in particular
     */
    record Entered(Viewer.LinkHolder guest, Subject subject, CommentAccess.Facts facts, @Nullable Recipient recipient) {}

    /**
     * A talk about what the link shows, where it allows that.
     *
     * @param image one of its images; {@code null} for what the link is to
     */
    Entered enter(Viewer viewer, Knock knock, @Nullable ImageId image) {
        OpenShare.Open opened = open.handle(viewer, new OpenShare.Query(knock));
        ShareAccess.require(opened.holder(), Viewer.Grant.COMMENT);
        Subject subject = subject(opened.share().facts().link().resource(), image);
        CommentAccess.Facts facts = conversations.facts(Viewer.WORKER, subject).orElseThrow(Refusal::notFound);
        return new Entered(opened.holder(), subject, facts, opened.share().facts().link().recipient());
    }

    /**
     * A guest's own comment.
     *
     * @param token what they were given with it
     */
    Comment own(Viewer viewer, Knock knock, CommentId id, String token) {
        Viewer.LinkHolder guest = open.handle(viewer, new OpenShare.Query(knock)).holder();
        return comments.find(id).filter(comment -> comment.author() instanceof Author.Guest author
                && guest.shareId().equals(author.link()) && author.tokenHash().equals(Sha256.of(token)))
                .orElseThrow(Refusal::notFound);
    }

    private Subject subject(SharedResource resource, @Nullable ImageId image) {
        if (image != null) {
            return new Subject.OfImage(Optional.of(image).filter(id -> shares.image(resource, id).isPresent()).orElseThrow(Refusal::notFound));
        }
        return switch (resource) {
            case SharedResource.OfAlbum(AlbumId id) -> new Subject.OfAlbum(id);
            case SharedResource.OfProject(AlbumId id) -> new Subject.OfAlbum(id);
            case SharedResource.OfImage(ImageId id) -> new Subject.OfImage(id);
        };
    }
}
