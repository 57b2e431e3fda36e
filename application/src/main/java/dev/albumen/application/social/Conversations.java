package dev.albumen.application.social;

import dev.albumen.application.album.AlbumMembers;
import dev.albumen.application.album.Albums;
import dev.albumen.application.image.ImageViews;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.util.Optional;
import java.util.Set;

/** Asks the policies about a talk and what it is about. */
public final class Conversations {

    private final Comments comments;
    private final ImageViews images;
    private final Albums albums;
    private final AlbumMembers members;
    private final Blocks blocks;

    public Conversations(Comments comments, ImageViews images, Albums albums, AlbumMembers members, Blocks blocks) {
        this.comments = comments;
        this.images = images;
        this.albums = albums;
        this.members = members;
        this.blocks = blocks;
    }

    /** A comment that the viewer may do that to, with what the policy looked at. */
    record Found(Comment comment, CommentAccess.Facts facts) {}

    /** What the policy looks at, where the viewer sees the thing, and not for a review alone. */
    CommentAccess.Facts require(Viewer viewer, Subject subject) {
        return facts(viewer, subject).filter(CommentAccess.Facts::visible).orElseThrow(Refusal::notFound);
    }

    /** The comment, where the viewer may do that to it. */
    Found require(Viewer viewer, CommentId id, CommentAction action) {
        Optional<Comment> found = comments.find(id);
        // Of no comment as much is asked as of a hidden one, for it to take as long: no image has a comment's id.
        CommentAccess.Facts facts = require(viewer, found.map(Comment::subject).orElseGet(() -> new Subject.OfImage(new ImageId(id.value()))));
        Comment comment = found.orElseThrow(Refusal::notFound);
        CommentAccess.require(viewer, facts, comment, action);
        return new Found(comment, facts);
    }

    /** Empty where there is no such thing. */
    Optional<CommentAccess.Facts> facts(Viewer viewer, Subject subject) {
        return switch (subject) {
            case Subject.OfImage(ImageId id) -> Optional.ofNullable(images.facts(viewer, Set.of(id)).get(id))
                    .map(image -> of(viewer, image.ownerId(), ImageAccess.allowed(viewer, image).contains(ImageAction.READ_COMMENTS)));
            case Subject.OfAlbum(AlbumId id) -> albums.find(id)
                    .map(album -> of(viewer, album.ownerId(), sees(viewer, album)));
        };
    }

    private boolean sees(Viewer viewer, Album album) {
        Optional<AlbumRole> role = viewer.user().flatMap(user -> members.role(album.id(), user));
        return AlbumAccess.allowed(viewer, album, role.orElse(null)).contains(AlbumAction.VIEW);
    }

    private CommentAccess.Facts of(Viewer viewer, UserId owner, boolean visible) {
        boolean blocked = visible && viewer.user().filter(user -> !user.equals(owner) && blocks.isBlocked(owner, user)).isPresent();
        return new CommentAccess.Facts(visible, owner, blocked);
    }
}
