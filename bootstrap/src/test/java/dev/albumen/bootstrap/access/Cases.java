package dev.albumen.bootstrap.access;

import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardAccess;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.user.UserAccess;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The states that a route's thing can be in, with what is due in each. */
record Cases(World world, Policy policy) {

    /** No thing has it. */
    static final UUID NONE = UUID.fromString("01900000-0000-7000-8000-00000000dead");
    /** No link has it; as long as a real one. */
    private static final String NO_TOKEN = "A".repeat(43);

    Stream<Row.Case> everybody(String path, int status) {
        return judged(path, status, viewer -> {});
    }

    Stream<Row.Case> signedIn(String path, int status) {
        return judged(path, status, Viewer::member);
    }

    Stream<Row.Case> atLeast(Role role, String path, int status) {
        return judged(path, status, viewer -> UserAccess.mayActAs(viewer, role));
    }

    Stream<Row.Case> judged(String path, int status, Policy.Question question) {
        return Stream.of(new Row.Case("", path, "", person -> policy.due(person, status, question)));
    }

    /** A thing of the owner's that nobody else sees. */
    Stream<Row.Case> owned(String path, int status) {
        return judged(path, status, viewer -> {
            if (!viewer.member().userId().value().equals(world.users.get(Person.OWNER))) {
                throw Refusal.notFound();
            }
        });
    }

    /** The owner's boards: one that is for all users, and one that is not. */
    Stream<Row.Case> boards(String rest, String open, String closed, int status, boolean changes) {
        return Stream.of(Board.Audience.values()).map(audience -> new Row.Case(audience.name(),
                (audience == Board.Audience.USERS ? open : closed) + rest, "boards/" + NONE + rest, person -> policy.due(person, status, viewer -> {
                    viewer.member();
                    Board board = Board.drafted(new BoardId(NONE), new UserId(world.users.get(Person.OWNER)),
                            new Board.Draft("Light", "", audience), Policy.NOW);
                    if (changes) {
                        BoardAccess.requireChange(viewer, board);
                    } else {
                        BoardAccess.requireSight(viewer, board);
                    }
                })));
    }

    Stream<Row.Case> albums(String rest, ToIntFunction<AlbumState> ok, AlbumAction action) {
        return albums(rest, (person, state) ->
                policy.due(person, ok.applyAsInt(state), viewer -> policy.album(viewer, person, state, action)));
    }

    Stream<Row.Case> albums(String rest, ToIntBiFunction<Person, AlbumState> due) {
        return Stream.of(AlbumState.values()).map(state -> album(rest, state, person -> due.applyAsInt(person, state)));
    }

    Row.Case album(String rest, AlbumState state, ToIntFunction<Person> due) {
        return new Row.Case(state.name(), "albums/" + world.albums.get(state) + rest, "albums/" + NONE + rest, due);
    }

    interface GroupQuestion {
        void ask(Policy policy, Viewer viewer, Person person);
    }

    Stream<Row.Case> group(String rest, int ok, GroupQuestion question) {
        return Stream.of(new Row.Case("", "groups/" + world.group + rest, "groups/" + NONE + rest,
                person -> policy.due(person, ok, viewer -> question.ask(policy, viewer, person))));
    }

    Stream<Row.Case> images(String path, ToIntFunction<ImageState> ok, ImageAction action) {
        return images(path, (person, state) ->
                policy.due(person, ok.applyAsInt(state), viewer -> policy.image(viewer, person, state, action)));
    }

    Stream<Row.Case> images(String path, ToIntBiFunction<Person, ImageState> due) {
        return Stream.of(ImageState.values()).map(state -> new Row.Case(state.name(),
                path.formatted(world.images.get(state)), path.formatted(NONE), person -> due.applyAsInt(person, state)));
    }

    Stream<Row.Case> comments(String rest, int ok, CommentAction action) {
        return comments(rest, (person, state) -> policy.due(person, ok, viewer -> policy.comment(viewer, person, state, action)));
    }

    Stream<Row.Case> comments(String rest, ToIntBiFunction<Person, CommentState> due) {
        return Stream.of(CommentState.values()).map(state -> new Row.Case(state.name(), "comments/" + world.comments.get(state) + rest,
                "comments/" + NONE + rest, person -> due.applyAsInt(person, state)));
    }

    Stream<Row.Case> ownShares(int ok) {
        return ownShares("", ok);
    }

    /** Admins manage links without their addresses. */
    Stream<Row.Case> shareCodes(String query) {
        return Stream.of(ShareState.values()).map(state -> new Row.Case(state.name(), "shares/" + world.shares.get(state) + "/qr" + query,
                "shares/" + NONE + "/qr" + query, person -> policy.due(person, 200, viewer -> {
                    ShareAccess.requireManaging(viewer, policy.link(state));
                    if (!ShareAccess.owns(viewer, policy.link(state))) {
                        throw new Refusal.Forbidden("owner-only", "").thrown();
                    }
                })));
    }

    Stream<Row.Case> ownShares(String rest, int ok) {
        return Stream.of(ShareState.values()).map(state -> new Row.Case(state.name(), "shares/" + world.shares.get(state) + rest,
                "shares/" + NONE + rest, person -> policy.due(person, ok, viewer -> ShareAccess.requireManaging(viewer, policy.link(state)))));
    }

    /** A recipient of a link, for those who manage it. */
    Stream<Row.Case> ownRecipients(String rest, int ok) {
        String of = "shares/" + world.shares.get(ShareState.ACTIVE) + "/recipients/";
        return Stream.of(new Row.Case("", of + world.recipient + rest, of + NONE + rest,
                person -> policy.due(person, ok, viewer -> ShareAccess.requireManaging(viewer, policy.link(ShareState.ACTIVE)))));
    }

    /** Mails, which this instance does not send, and codes; admins manage recipients without their addresses. */
    Stream<Row.Case> addressedRecipients(String rest, int ok) {
        String of = "shares/" + world.shares.get(ShareState.ACTIVE) + "/recipients/";
        return Stream.of(new Row.Case("", of + world.recipient + rest, of + NONE + rest,
                person -> policy.due(person, ok, viewer -> {
                    ShareAccess.requireManaging(viewer, policy.link(ShareState.ACTIVE));
                    if (!ShareAccess.owns(viewer, policy.link(ShareState.ACTIVE))) {
                        throw new Refusal.Forbidden("owner-only", "").thrown();
                    }
                })));
    }

    /** A client's selection, for those who manage the link. */
    Stream<Row.Case> ownSelections(String rest, int ok) {
        String of = "shares/" + world.shares.get(ShareState.ACTIVE) + "/selections/";
        return Stream.of(new Row.Case("", of + world.selection + rest, of + NONE + rest,
                person -> policy.due(person, ok, viewer -> ShareAccess.requireManaging(viewer, policy.link(ShareState.ACTIVE)))));
    }

    /** What a client gets who comes with the token of their selection, which is of one link alone. */
    Stream<Row.Case> clients(String rest, int ok) {
        return links("/selections/me" + rest, (person, state) -> policy.dueAtShare(person, ok, viewer -> {
            ShareAccess.require(policy.open(person, state), Viewer.Grant.SELECT);
            if (state != ShareState.ACTIVE) {
                throw new Refusal.Unauthenticated("selection-token-required", "").thrown();
            }
        }));
    }

    /** What a link shows to whoever comes with it. */
    Stream<Row.Case> links(String rest, int ok, Viewer.@Nullable Grant grant) {
        return links(rest, (person, state) -> policy.dueAtShare(person, ok, viewer -> {
            Viewer.LinkHolder holder = policy.open(person, state);
            if (ok == 404) {
                throw Refusal.notFound();
            }
            if (grant != null) {
                ShareAccess.require(holder, grant);
            }
        }));
    }

    /** What whoever comes with an open link gets, whose address that is. */
    Stream<Row.Case> linked(String path, int status) {
        return Stream.of(new Row.Case("", path, "", person -> policy.dueAtShare(person, status, viewer -> {})));
    }

    Stream<Row.Case> unlocks() {
        return links("/unlock", (person, state) -> policy.dueAtShare(person, 200, viewer -> {
            ShareAccess.requireViewsLeft(policy.facts(state));
            if (!ShareAccess.requireOpen(policy.facts(state), Policy.NOW).hasPassword()) {
                throw new Refusal.Conflict("share-without-password", "This link has no password.").thrown();
            }
        }));
    }

    /** The pages on which whoever comes with a link chooses, with no selection of theirs. */
    Stream<Row.Case> choosingPages(String rest, int ok) {
        return pages("/selection" + rest, (person, state) -> policy.due(person, ok, viewer ->
                ShareAccess.require(policy.open(person, state), Viewer.Grant.SELECT)));
    }

    /** Where the page of an image sends what visitors say of it. */
    Stream<Row.Case> talkPages(String rest) {
        return Stream.concat(
                pages(rest, (person, state) -> policy.due(person, 303, viewer ->
                        ShareAccess.require(policy.open(person, state), Viewer.Grant.COMMENT))),
                Stream.of(new Row.Case("", "/s/" + world.talkativeToken + rest, "", person -> policy.due(person, 303, viewer -> {}))));
    }

    /** The pages that a link leads to. */
    Stream<Row.Case> sharePages(String rest, int ok) {
        return pages(rest, (person, state) -> policy.due(person, ok, viewer -> {
            policy.open(person, state);
            if (ok == 404) {
                throw Refusal.notFound();
            }
        }));
    }

    /** Where a page sends its password; a link that wants none leads on to its page. */
    Stream<Row.Case> pageUnlocks() {
        return pages("/unlock", (person, state) ->
                policy.due(person, 303, viewer -> {
                    ShareAccess.requireOpen(policy.facts(state), Policy.NOW);
                    ShareAccess.requireViewsLeft(policy.facts(state));
                }));
    }

    /** What is told to programs that show links, who know no password. */
    Stream<Row.Case> embedded() {
        return Stream.of(ShareState.values()).map(state -> new Row.Case(state.name(), embedded(world.tokens.get(state)), embedded(NO_TOKEN),
                person -> policy.due(person, 200, viewer -> ShareAccess.open(policy.facts(state), null, Policy.NOW))));
    }

    private String embedded(String token) {
        return "oembed?url=" + world.address + "/s/" + token;
    }

    private Stream<Row.Case> pages(String rest, ToIntBiFunction<Person, ShareState> due) {
        return Stream.of(ShareState.values()).map(state -> new Row.Case(state.name(), "/s/" + world.tokens.get(state) + rest,
                "/s/" + NO_TOKEN + rest, person -> due.applyAsInt(person, state)));
    }

    private Stream<Row.Case> links(String rest, ToIntBiFunction<Person, ShareState> due) {
        return Stream.of(ShareState.values()).map(state -> new Row.Case(state.name(), "public/shares/" + world.tokens.get(state) + rest,
                "public/shares/" + NO_TOKEN + rest, person -> due.applyAsInt(person, state)));
    }
}
