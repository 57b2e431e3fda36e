package dev.albumen.bootstrap.access;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumAccess;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.share.ShareUsage;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.Group;
import dev.albumen.domain.user.GroupAccess;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the domain's policy about the world, and says with which status HTTP has to answer. */
record Policy(World world) {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID ANY = UUID.fromString("01900000-0000-7000-8000-000000000000");

    /** A question to the policy, which refuses by throwing. */
    interface Question {
        void ask(Viewer viewer);
    }

    /** The status that is due where the policy has nothing against it, otherwise that of its refusal. */
    int due(Person person, int ok, Question question) {
        return due(person.refusedAtTheDoor(), person, ok, question);
    }

    /** As {@link #due}, where a guest's token is for the share to judge. */
    int dueAtShare(Person person, int ok, Question question) {
        return due(person.refusedAtTheDoor() && person != Person.LINK_HOLDER, person, ok, question);
    }

    private int due(boolean refused, Person person, int ok, Question question) {
        if (refused) {
            return 401;
        }
        try {
            question.ask(viewer(person));
            return ok;
        } catch (RefusedException refusal) {
            return switch (refusal.refusal()) {
                case Refusal.NotFound notFound -> 404;
                case Refusal.Forbidden forbidden -> 403;
                case Refusal.Unauthenticated unauthenticated -> 401;
                case Refusal.Conflict conflict -> 409;
                case Refusal.Gone gone -> 410;
                default -> throw new AssertionError(refusal);
            };
        }
    }

    Viewer viewer(Person person) {
        return person.signedIn()
                ? new Viewer.Member(new UserId(world.users.get(person)), person.role, new SessionId(ANY))
                : Viewer.ANONYMOUS;
    }

    void seenGroup(Viewer viewer, Person person) {
        GroupAccess.requireSeeing(viewer, group(), person == Person.CONTRIBUTOR);
    }

    void managedGroup(Viewer viewer, Person person) {
        GroupAccess.requireManaging(viewer, group(), person == Person.CONTRIBUTOR);
    }

    private Group group() {
        return Group.named(new GroupId(world.group), new UserId(world.users.get(Person.OWNER)), "Family", NOW);
    }

    void album(Viewer viewer, Person person, AlbumState state, AlbumAction action) {
        AlbumAccess.require(viewer, album(state), role(person, state), action);
    }

    static @Nullable AlbumRole role(Person person, AlbumState state) {
        return state.hasMembers() ? person.membership : null;
    }

    Album album(AlbumState state) {
        return new Album(new AlbumId(world.albums.get(state)), new UserId(world.users.get(Person.OWNER)), null, "A", "", "", state.visibility,
                state == AlbumState.MASTER, null, AlbumSort.MANUAL, null, false, null, NOW, NOW, 1);
    }

    void image(Viewer viewer, Person person, ImageState state, ImageAction action) {
        ImageAccess.require(viewer,
                new ImageAccess.Facts(new UserId(world.users.get(Person.OWNER)), state.ready(), state.trashed(),
                reach(person, state), state.marked()), action);
    }

    /** What the policy of comments looks at. The owner has blocked {@link Person#CONTRIBUTOR}. */
    CommentAccess.Facts talk(Viewer viewer, Person person, ImageState state) {
        return new CommentAccess.Facts(sees(() -> image(viewer, person, state, ImageAction.READ_COMMENTS)), owner(), person == Person.CONTRIBUTOR);
    }

    CommentAccess.Facts talk(Viewer viewer, Person person, AlbumState state) {
        return new CommentAccess.Facts(sees(() -> album(viewer, person, state, AlbumAction.VIEW)), owner(), person == Person.CONTRIBUTOR);
    }

    void comment(Viewer viewer, Person person, CommentState state, CommentAction action) {
        CommentAccess.require(viewer, talk(viewer, person, state.image), comment(state), action);
    }

    Comment comment(CommentState state) {
        return new Comment(new CommentId(ANY), new Subject.OfImage(new ImageId(ANY)), null,
                new Author.OfAccount(new UserId(world.users.get(Person.VIEWER))), "Nice", state.shown, NOW, null, 1);
    }

    private UserId owner() {
        return new UserId(world.users.get(Person.OWNER));
    }

    private static boolean sees(Runnable question) {
        try {
            question.run();
            return true;
        } catch (RefusedException refused) {
            return false;
        }
    }

    private static Reach reach(Person person, ImageState state) {
        if (person == Person.OWNER || (person.membership != null && state.album.hasMembers())) {
            return Reach.MEMBER;
        }
        return switch (state.album.visibility) {
            case PRIVATE -> person == Person.MODERATOR && state.underReview() ? Reach.REVIEW : Reach.NONE;
            case UNLISTED, PUBLIC -> Reach.PUBLIC;
        };
    }

    User account(Person person) {
        String name = World.name(person);
        return new User(new UserId(world.users.get(person)), Username.of(name), EmailAddress.of(name + "@example.org"), name, person.role,
                null, false, null, NOW, NOW, NOW, 1);
    }

    /** The visitor with what the link grants. */
    Viewer.LinkHolder open(Person person, ShareState state) {
        boolean unlocked = person == Person.LINK_HOLDER && state == ShareState.WITH_PASSWORD;
        return ShareAccess.selecting(ShareAccess.open(facts(state), unlocked ? 1 : null, NOW), link(state), config(state));
    }

    private static SelectionConfig config(ShareState state) {
        return new SelectionConfig(new ShareId(ANY), state != ShareState.VIEW_ONLY, null, null, true, false, false, false, false, null, NOW, 1);
    }

    ShareAccess.Facts facts(ShareState state) {
        return new ShareAccess.Facts(link(state), state != ShareState.OF_TRASHED_IMAGE, state != ShareState.OF_DISABLED_OWNER,
                new ShareUsage(state == ShareState.USED_UP ? 1 : 0, 0));
    }

    ShareLink link(ShareState state) {
        ShareTerms terms = new ShareTerms(null, null, state == ShareState.NOT_STARTED ? NOW.plus(Duration.ofHours(1)) : null,
                state == ShareState.EXPIRED ? NOW.minus(Duration.ofHours(1)) : null,
                state == ShareState.USED_UP ? 1 : null, null,
                state == ShareState.VIEW_ONLY ? Download.NONE : Download.ORIGINAL, state == ShareState.TAKING_UPLOADS,
                false, false, false);
        return new ShareLink(new ShareId(ANY),
                new UserId(world.users.get(state == ShareState.OF_DISABLED_OWNER ? Person.DISABLED : Person.OWNER)),
                new SharedResource.OfAlbum(new AlbumId(ANY)), Sha256.of("token"), new ShareLink.SealedToken(new byte[0]), terms,
                state == ShareState.WITH_PASSWORD ? "hash" : null, 1, state != ShareState.INACTIVE, NOW, NOW, 1);
    }
}
