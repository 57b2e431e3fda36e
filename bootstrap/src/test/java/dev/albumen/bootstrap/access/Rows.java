package dev.albumen.bootstrap.access;

import static dev.albumen.bootstrap.access.Requests.bare;
import static dev.albumen.bootstrap.access.Requests.form;
import static dev.albumen.bootstrap.access.Requests.json;
import static dev.albumen.bootstrap.access.Requests.page;
import static dev.albumen.bootstrap.access.Requests.stale;
import static dev.albumen.bootstrap.access.Requests.upload;

import dev.albumen.bootstrap.process.Client;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.CommentAccess;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.user.UserAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The table: every route with what is due on it. Routes that change most come last. */
final class Rows {

    private static final String API = "/api/v1";
    private static final List<String> SIZES = List.of("/thumbnail", "/preview", "/large");
    private static final Map<AlbumState, ImageState> WITHIN = Map.of(
            AlbumState.MASTER, ImageState.ALONE, AlbumState.PRIVATE, ImageState.IN_PRIVATE,
            AlbumState.UNLISTED, ImageState.IN_UNLISTED, AlbumState.PUBLIC, ImageState.IN_PUBLIC);

    private final World world;
    private final Policy policy;
    private final Cases cases;
    private final List<Row> rows = new ArrayList<>();

    private Rows(World world) {
        this.world = world;
        this.policy = new Policy(world);
        this.cases = new Cases(world, policy);
    }

    static List<Row> of(World world) {
        Rows table = new Rows(world);
        table.pages();
        table.lists();
        table.albums();
        table.albumImages();
        table.members();
        table.groups();
        table.images();
        table.comments();
        table.moderation();
        table.bytes();
        table.uploads();
        table.imports();
        table.boards();
        table.searches();
        table.shares();
        table.publicShares();
        table.recipients();
        table.selections();
        table.administration();
        table.ownAccount();
        table.trash();
        return table.rows;
    }

    private void row(String route, Row.Request request, Stream<Row.Case> due) {
        String[] parts = route.split(" ");
        rows.add(new Row(parts[0] + " " + (parts[1].startsWith("/~") ? parts[1].substring(2) : API + parts[1]), request, due.toList()));
    }

    private void pages() {
        for (String path : List.of("/", "/docs", "/openapi/albumen.yml", "/openapi/albumen.json", "/prometheus")) {
            row("GET /~" + path, bare("GET"), cases.everybody(path, 200));
        }
        row("GET /~/docs/{name}", bare("GET"), cases.everybody("/docs/swagger-ui.css", 200));
        row("GET /~/assets/{name}", bare("GET"), cases.everybody("/assets/none.css", 404));
        row("GET /~/health", bare("GET"), cases.everybody("/health", 200));
        row("GET /~/health/{selector}", bare("GET"), cases.everybody("/health/readiness", 200));
        row("GET /settings", bare("GET"), cases.everybody("settings", 200));
        row("GET /auth/providers", bare("GET"), cases.everybody("auth/providers", 200));
        // this instance has no provider
        row("GET /auth/oidc/{provider}/start", bare("GET"), cases.everybody("auth/oidc/google/start", 404));
        row("GET /auth/oidc/{provider}/callback", bare("GET"), cases.everybody("auth/oidc/google/callback?code=x&state=y", 404));
        row("GET /auth/keys", bare("GET"), cases.everybody("auth/keys", 200));
        row("POST /auth/register", json("POST", Map.of("username", "newcomer", "email", "n@example.org", "password", "a new long password 1")),
                cases.everybody("auth/register", 201));
        row("POST /auth/login", json("POST", Map.of("login", World.name(Person.OWNER), "password", Client.PASSWORD)),
                cases.everybody("auth/login", 200));
        row("POST /auth/refresh", json("POST", Map.of("refreshToken", world.refreshToken)), cases.everybody("auth/refresh", 200));
        row("GET /users/{username}", bare("GET"), Stream.concat(
                cases.everybody("users/" + World.name(Person.OWNER), 200), cases.everybody("users/" + World.name(Person.DISABLED), 404)));
        row("GET /albums/public", bare("GET"), cases.everybody("albums/public", 200));
    }

    private void lists() {
        for (String path : List.of("albums", "images", "favorites", "tags", "categories", "boards", "searches", "shares", "contributions", "trash", "imports")) {
            row("GET /" + path, bare("GET"), cases.signedIn(path, 200));
        }
        row("GET /events", Client::begin, cases.signedIn("events", 200));
        row("GET /images/duplicates", bare("GET"), cases.signedIn("images/duplicates", 200));
        row("GET /images/facets", bare("GET"), cases.signedIn("images/facets?q=sea", 200));
        row("GET /images/suggestions", bare("GET"), cases.signedIn("images/suggestions?prefix=s", 200));
        row("POST /albums", json("POST", Map.of("title", "New")), cases.signedIn("albums", 201));
        row("POST /images", upload(), cases.signedIn("images", 201));
        row("POST /imports", Requests.archive(), cases.signedIn("imports", 202));
        row("POST /images/batch", upload(), cases.signedIn("images/batch", 207));
        Map<String, Object> unknown = Map.of("imageIds", List.of(UUID.randomUUID()));
        row("POST /images:batchDelete", json("POST", unknown), cases.signedIn("./images:batchDelete", 207));
        row("POST /images:batchUpdate", json("POST", Map.of("imageIds", List.of(UUID.randomUUID()), "addTags", List.of("sea"))),
                cases.signedIn("./images:batchUpdate", 207));
        row("POST /tags", json("POST", Map.of("name", "river")), cases.signedIn("tags", 201));
        row("PATCH /tags/{name}", json("PATCH", Map.of("name", "pond")), cases.signedIn("tags/sea", 200));
        row("POST /tags/{name}/merge", json("POST", Map.of("into", "lake")), cases.signedIn("tags/sea/merge", 200));
        String category = "categories/" + world.category;
        row("POST /categories", json("POST", Map.of("name", "Places")), cases.signedIn("categories", 201));
        row("GET /categories/{id}", bare("GET"), cases.owned(category, 200));
        row("PATCH /categories/{id}", stale("PATCH", "{\"name\": \"B\"}"), cases.owned(category, 412));
        row("DELETE /categories/{id}", stale("DELETE", ""), cases.owned(category, 412));
        row("DELETE /tags/{name}", bare("DELETE"), cases.signedIn("tags/sea", 204));
    }

    private void searches() {
        String search = "searches/" + world.search;
        row("POST /searches", json("POST", Map.of("name", "Seas", "q", "sea")), cases.signedIn("searches", 201));
        row("GET /searches/{id}", bare("GET"), cases.owned(search, 200));
        row("GET /searches/{id}/images", bare("GET"), cases.owned(search + "/images", 200));
        row("PATCH /searches/{id}", stale("PATCH", "{\"name\": \"B\"}"), cases.owned(search, 412));
        row("DELETE /searches/{id}", stale("DELETE", ""), cases.owned(search, 412));
    }

    private void boards() {
        String open = "boards/" + world.board;
        String closed = "boards/" + world.privateBoard;
        String shown = "/images/" + world.images.get(ImageState.IN_PUBLIC);
        row("POST /boards", json("POST", Map.of("title", "Light")), cases.signedIn("boards", 201));
        row("GET /boards/{id}", bare("GET"), cases.boards("", open, closed, 200, false));
        row("GET /boards/{id}/images", bare("GET"), cases.boards("/images", open, closed, 200, false));
        row("POST /boards/{id}/images", json("POST", Map.of("imageIds", List.of(world.images.get(ImageState.IN_PUBLIC)))),
                cases.boards("/images", open, closed, 207, true));
        row("PUT /boards/{id}/images/{imageId}", bare("PUT"), cases.boards(shown, open, closed, 204, true));
        row("DELETE /boards/{id}/images/{imageId}", bare("DELETE"), cases.boards(shown, open, closed, 204, true));
        row("PATCH /boards/{id}", stale("PATCH", "{\"title\": \"B\"}"), cases.boards("", open, closed, 412, true));
        row("DELETE /boards/{id}", stale("DELETE", ""), cases.boards("", open, closed, 412, true));
    }

    private void imports() {
        String imported = "imports/" + world.imported;
        row("GET /imports/{id}", bare("GET"), cases.owned(imported, 200));
        row("GET /imports/{id}/left-out", bare("GET"), cases.owned(imported + "/left-out", 200));
        row("DELETE /imports/{id}", bare("DELETE"), cases.owned(imported, 204));
    }

    private void albums() {
        row("GET /albums/{id}", bare("GET"), cases.albums("", state -> 200, AlbumAction.VIEW));
        row("PATCH /albums/{id}", stale("PATCH", "{\"title\": \"B\"}"), cases.albums("", state -> 412, AlbumAction.CHANGE));
        row("DELETE /albums/{id}", stale("DELETE", ""), cases.albums("", (person, state) -> policy.due(person, 412, viewer -> {
            // Whoever may change a master album is told that it stays.
            policy.album(viewer, person, state, AlbumAction.CHANGE);
            policy.album(state).requireDeletable();
            policy.album(viewer, person, state, AlbumAction.DELETE);
        })));
        row("POST /albums/{id}/transfer", json("POST", Map.of("ownerId", world.users.get(Person.VIEWER))),
                cases.albums("/transfer?links=delete", (person, state) -> policy.due(person, 200, viewer -> {
                    policy.album(viewer, person, state, AlbumAction.CHANGE);
                    policy.album(state).requireTransferable();
                    policy.album(viewer, person, state, AlbumAction.TRANSFER);
                })));
        row("GET /albums/{id}/archive", bare("GET"), Stream.concat(
                cases.albums("/archive?size=1024", state -> 200, AlbumAction.VIEW),
                cases.albums("/archive?size=original", (person, state) -> policy.due(person, 200, viewer -> {
                    policy.album(viewer, person, state, AlbumAction.VIEW);
                    if (Policy.role(person, state) == null) {
                        policy.album(viewer, person, state, AlbumAction.CHANGE);
                    }
                }))));
    }

    private void albumImages() {
        String alone = "{\"imageIds\": [\"" + world.images.get(ImageState.ALONE) + "\"]}";
        row("GET /albums/{id}/images", bare("GET"), cases.albums("/images", state -> 200, AlbumAction.VIEW));
        row("POST /albums/{id}/images", json("POST", alone), cases.albums("/images", state -> 207, AlbumAction.CONTRIBUTE));
        row("POST /albums/{id}/images:remove", json("POST", alone), cases.albums("/images:remove", state -> 207, AlbumAction.CONTRIBUTE));
        row("PUT /albums/{id}/images/{imageId}", bare("PUT"), cases.albums("/images/" + world.images.get(ImageState.ALONE),
                (person, state) -> policy.due(person, 204, viewer -> {
                    policy.album(viewer, person, state, AlbumAction.CONTRIBUTE);
                    policy.image(viewer, person, ImageState.ALONE, ImageAction.PLACE);
                })));
        row("DELETE /albums/{id}/images/{imageId}", bare("DELETE"), cases.albums("/images/" + world.images.get(ImageState.ALONE),
                (person, state) -> policy.due(person, 204, viewer -> {
                    policy.album(viewer, person, state, AlbumAction.CONTRIBUTE);
                    policy.album(state).requireRemovable(policy.album(state).ownerId());
                })));
        row("PATCH /albums/{id}/images/{imageId}", json("PATCH", "{\"after\": null}"), Stream.of(AlbumState.values()).map(state ->
                cases.album("/images/" + world.images.get(WITHIN.get(state)), state, person -> policy.due(person, 204,
                        viewer -> policy.album(viewer, person, state, AlbumAction.CHANGE)))));
    }

    private void members() {
        String stranger = "/members/" + world.users.get(Person.STRANGER);
        row("GET /albums/{id}/members", bare("GET"), cases.albums("/members", (person, state) -> policy.due(person, 200, viewer -> {
            viewer.member();
            policy.album(viewer, person, state, AlbumAction.VIEW);
            if (Policy.role(person, state) == null) {
                policy.album(viewer, person, state, AlbumAction.CHANGE);
            }
        })));
        row("PUT /albums/{id}/members/{userId}", json("PUT", Map.of("role", "viewer")),
                cases.albums(stranger, state -> 204, AlbumAction.MANAGE_MEMBERS));
        row("DELETE /albums/{id}/members/{userId}", bare("DELETE"), cases.albums(stranger, (person, state) -> policy.due(person, 204, viewer -> {
            viewer.member();
            policy.album(viewer, person, state, person == Person.STRANGER ? AlbumAction.VIEW : AlbumAction.MANAGE_MEMBERS);
        })));
    }

    private void groups() {
        String group = "groups/" + world.group;
        String stranger = "/members/" + world.users.get(Person.STRANGER);
        row("GET /groups", bare("GET"), cases.signedIn("groups", 200));
        row("POST /groups", json("POST", Map.of("name", "Friends")), cases.signedIn("groups", 201));
        row("GET /groups/{id}", bare("GET"), cases.group("", 200, Policy::seenGroup));
        row("PATCH /groups/{id}", stale("PATCH", "{\"name\": \"B\"}"), cases.group("", 412, Policy::managedGroup));
        row("DELETE /groups/{id}", stale("DELETE", ""), cases.group("", 412, Policy::managedGroup));
        row("GET /groups/{id}/members", bare("GET"), cases.group("/members", 200, Policy::managedGroup));
        row("PUT /groups/{id}/members/{userId}", bare("PUT"), cases.group(stranger, 204, Policy::managedGroup));
        row("DELETE /groups/{id}/members/{userId}", bare("DELETE"), cases.group(stranger, 204, Policy::managedGroup));
        row("DELETE /groups/{id}/members/{userId}", bare("DELETE"), Stream.of(new Row.Case("leaving",
                group + "/members/" + world.users.get(Person.CONTRIBUTOR), "groups/" + Cases.NONE + "/members/" + Cases.NONE,
                person -> policy.due(person, 204, viewer -> {
                    if (person == Person.CONTRIBUTOR) {
                        policy.seenGroup(viewer, person);
                    } else {
                        policy.managedGroup(viewer, person);
                    }
                }))));
        String belonging = "/groups/" + world.group;
        row("GET /albums/{id}/groups", bare("GET"), cases.albums("/groups", (person, state) -> policy.due(person, 200, viewer -> {
            viewer.member();
            policy.album(viewer, person, state, AlbumAction.MANAGE_MEMBERS);
        })));
        row("PUT /albums/{id}/groups/{groupId}", json("PUT", Map.of("role", "viewer")),
                cases.albums(belonging, (person, state) -> policy.due(person, 204, viewer -> {
                    viewer.member();
                    policy.album(viewer, person, state, AlbumAction.MANAGE_MEMBERS);
                    policy.album(viewer, person, state, AlbumAction.SHARE);
                })));
        row("DELETE /albums/{id}/groups/{groupId}", bare("DELETE"),
                cases.albums(belonging, (person, state) -> policy.due(person, 204, viewer -> {
                    viewer.member();
                    policy.album(viewer, person, state, AlbumAction.MANAGE_MEMBERS);
                })));
    }

    private void images() {
        row("GET /images/{id}", bare("GET"), cases.images("images/%s", state -> 200, ImageAction.VIEW));
        labels();
        row("GET /images/{id}/similar", bare("GET"), cases.images("images/%s/similar", state -> 200, ImageAction.VIEW));
        row("PATCH /images/{id}", stale("PATCH", "{\"title\": \"B\"}"), cases.images("images/%s", state -> 412, ImageAction.CHANGE));
        row("DELETE /images/{id}", stale("DELETE", ""), cases.images("images/%s", state -> 412, ImageAction.DELETE));
        row("POST /images/{id}/tags:fromKeywords", bare("POST"),
                cases.images("images/%s/tags:fromKeywords", state -> state == ImageState.PENDING ? 409 : 200, ImageAction.CHANGE));
        for (String method : List.of("PUT", "DELETE")) {
            row(method + " /images/{id}/tags/{name}", bare(method), cases.images("images/%s/tags/sea", state -> 204, ImageAction.CHANGE));
            opinion(method + " /images/{id}/like", bare(method), ImageAction.LIKE);
            opinion(method + " /images/{id}/rating", json(method, Map.of("rating", 4)), ImageAction.RATE);
            row(method + " /images/{id}/favorite", bare(method), cases.images("images/%s/favorite", (person, state) ->
                    policy.due(person, 204, viewer -> {
                        viewer.member();
                        policy.image(viewer, person, state, ImageAction.FAVORITE);
                    })));
        }
    }

    private void labels() {
        row("GET /images/{id}/labels", bare("GET"), cases.images("images/%s/labels", state -> 200, ImageAction.CHANGE));
        row("POST /images/{id}/labels", bare("POST"), cases.images("images/%s/labels",
                state -> state.ready() && !state.trashed() ? 202 : 409, ImageAction.CHANGE));
        for (String decision : List.of("accept", "reject")) {
            row("POST /images/{id}/labels/{name}/" + decision, bare("POST"), cases.images("images/%s/labels/" + World.LABEL + "/" + decision,
                    state -> 200, ImageAction.CHANGE));
        }
        row("GET /labelings/estimate", bare("GET"), Stream.concat(cases.signedIn("labelings/estimate", 200),
                cases.atLeast(Role.ADMIN, "labelings/estimate?of=instance", 200)));
        row("POST /labelings", json("POST", "{}"), cases.signedIn("labelings", 202));
        row("POST /labelings", json("POST", Map.of("of", "instance")), cases.atLeast(Role.ADMIN, "labelings", 202));
        row("GET /labelings/{id}", bare("GET"), cases.signedIn("labelings/" + Cases.NONE, 404));
        row("DELETE /labelings/{id}", bare("DELETE"), cases.signedIn("labelings/" + Cases.NONE, 404));
        row("GET /users/me/blocked-labels", bare("GET"), cases.signedIn("users/me/blocked-labels", 200));
        row("GET /admin/blocked-labels", bare("GET"), cases.atLeast(Role.ADMIN, "admin/blocked-labels", 200));
        for (String method : List.of("PUT", "DELETE")) {
            row(method + " /users/me/blocked-labels/{name}", bare(method), cases.signedIn("users/me/blocked-labels/sea", 204));
            row(method + " /admin/blocked-labels/{name}", bare(method), cases.atLeast(Role.ADMIN, "admin/blocked-labels/sea", 204));
        }
        row("GET /admin/reviews", bare("GET"), cases.atLeast(Role.MODERATOR, "admin/reviews", 200));
        row("POST /admin/reviews/{imageId}/clear", bare("POST"), cases.atLeast(Role.MODERATOR,
                "admin/reviews/" + world.images.get(ImageState.UNDER_REVIEW) + "/clear", 204));
        row("POST /admin/reviews/{imageId}/clear", bare("POST"), cases.atLeast(Role.MODERATOR,
                "admin/reviews/" + world.images.get(ImageState.REVIEWED) + "/clear", 404));
    }

    private void opinion(String route, Row.Request request, ImageAction action) {
        row(route, request, cases.images("images/%s/" + route.substring(route.lastIndexOf('/') + 1), (person, state) ->
                policy.due(person, 204, viewer -> {
                    viewer.member();
                    policy.image(viewer, person, state, action);
                })));
    }

    private void comments() {
        row("GET /images/{id}/comments", bare("GET"), cases.images("images/%s/comments", (person, state) ->
                policy.due(person, 200, viewer -> {
                    if (!policy.talk(viewer, person, state).visible()) {
                        throw Refusal.notFound();
                    }
                })));
        row("GET /albums/{id}/comments", bare("GET"), cases.albums("/comments", state -> 200, AlbumAction.VIEW));
        row("POST /images/{id}/comments", json("POST", Map.of("body", "Nice")), cases.images("images/%s/comments", (person, state) ->
                policy.due(person, 201, viewer -> CommentAccess.requireWriting(viewer, policy.talk(viewer, person, state)))));
        row("POST /albums/{id}/comments", json("POST", Map.of("body", "Nice")), cases.albums("/comments", (person, state) ->
                policy.due(person, 201, viewer -> CommentAccess.requireWriting(viewer, policy.talk(viewer, person, state)))));
        row("GET /comments/{id}", bare("GET"), cases.comments("", 200, CommentAction.READ));
        row("PATCH /comments/{id}", stale("PATCH", "{\"body\": \"B\"}"), cases.comments("", 412, CommentAction.CHANGE));
        row("DELETE /comments/{id}", stale("DELETE", ""), cases.comments("", 412, CommentAction.DELETE));
        for (String method : List.of("PUT", "DELETE")) {
            row(method + " /comments/{id}/like", bare(method), cases.comments("/like", (person, state) -> policy.due(person, 204, viewer -> {
                viewer.member();
                policy.comment(viewer, person, state, CommentAction.LIKE);
            })));
        }
    }

    private void moderation() {
        row("PUT /comments/{id}/hidden", bare("PUT"), cases.comments("/hidden", (person, state) -> policy.due(person, 204, viewer -> {
            viewer.member();
            policy.comment(viewer, person, state, CommentAction.HIDE);
        })));
        row("DELETE /comments/{id}/hidden", bare("DELETE"), cases.comments("/hidden", (person, state) -> policy.due(person, 204, viewer -> {
            viewer.member();
            policy.comment(viewer, person, state, CommentAction.HIDE);
            policy.comment(state).unhidden(viewer.is(Role.MODERATOR));
        })));
        row("POST /comments/{id}/report", json("POST", "{}"), cases.comments("/report", (person, state) -> policy.due(person, 204, viewer -> {
            viewer.member();
            policy.comment(viewer, person, state, CommentAction.REPORT);
        })));
        row("GET /admin/reports", bare("GET"), cases.atLeast(Role.MODERATOR, "admin/reports", 200));
        for (String decision : List.of("hide", "dismiss")) {
            row("POST /admin/reports/{id}/" + decision, bare("POST"),
                    cases.atLeast(Role.MODERATOR, "admin/reports/" + world.report + "/" + decision, 204));
        }
        String blocked = "users/me/blocks/" + world.users.get(Person.DISABLED);
        row("GET /users/me/blocks", bare("GET"), cases.signedIn("users/me/blocks", 200));
        row("PUT /users/me/blocks/{userId}", bare("PUT"), cases.signedIn(blocked, 204));
        row("DELETE /users/me/blocks/{userId}", bare("DELETE"), cases.signedIn(blocked, 204));
    }

    private void bytes() {
        for (String size : SIZES) {
            row("GET /images/{id}" + size, bare("GET"), cases.images("images/%s" + size, state -> state.ready() ? 200 : 409, ImageAction.VIEW));
        }
        row("GET /images/{id}/original", bare("GET"), cases.images("images/%s/original", state -> 200, ImageAction.DOWNLOAD_ORIGINAL));
        row("GET /images/{id}/thumbnail", bare("GET"), cases.everybody(world.signedThumbnail, 200));
    }

    private void uploads() {
        String upload = "uploads/" + world.upload;
        row("POST /uploads", json("POST", Map.of("files", List.of(Map.of("filename", "a.jpg", "byteSize", 3, "mediaType", "image/jpeg")))),
                cases.signedIn("uploads", 201));
        row("GET /uploads/{id}", bare("GET"), cases.owned(upload, 200));
        // Its bytes have not come.
        row("POST /uploads/{id}/complete", bare("POST"), cases.owned(upload + "/complete", 409));
        row("PUT /uploads/{id}/content", Requests.file(), Stream.concat(
                cases.everybody(world.uploadAddress, 204), cases.everybody(upload + "/content?signature=none", 404)));
        row("DELETE /uploads/{id}", bare("DELETE"), cases.owned(upload, 204));
        String resumable = world.resumable;
        row("OPTIONS /uploads/resumable", bare("OPTIONS"), cases.everybody("uploads/resumable", 204));
        row("POST /uploads/resumable", Requests.tus("POST", "Upload-Length", "3"), cases.signedIn("uploads/resumable", 201));
        row("PATCH /uploads/resumable/{id}", Requests.tus("PATCH", "Upload-Offset", "0"), cases.owned(resumable, 204));
        row("POST /uploads/resumable/{id}", Requests.tus("POST", "X-HTTP-Method-Override", "DELETE"), cases.owned(resumable, 204));
        row("DELETE /uploads/resumable/{id}", Requests.tusDelete(), cases.owned(resumable, 204));
    }

    private void shares() {
        row("POST /shares", Requests.shareOf("album"), cases.albums("", (person, state) -> policy.due(person, 201, viewer -> {
            viewer.member();
            policy.album(viewer, person, state, AlbumAction.SHARE);
        })));
        row("POST /shares", Requests.shareOf("image"), cases.images("%s", (person, state) -> policy.due(person, 201, viewer -> {
            viewer.member();
            policy.image(viewer, person, state, ImageAction.SHARE);
        })));
        row("GET /shares/{id}", bare("GET"), cases.ownShares(200));
        row("GET /shares/{id}/analytics", bare("GET"), Stream.of("", "?days=365").flatMap(days -> cases.ownShares("/analytics" + days, 200)));
        row("GET /shares/{id}/qr", bare("GET"), Stream.of("", "?format=png").flatMap(cases::shareCodes));
        row("PATCH /shares/{id}", stale("PATCH", "{\"label\": \"B\"}"), cases.ownShares(412));
        row("DELETE /shares/{id}", stale("DELETE", ""), cases.ownShares(412));
    }

    private void publicShares() {
        row("GET /~/s/{token}", bare("GET"), cases.sharePages("", 200));
        row("GET /~/s/{token}", page(), cases.sharePages("", 200));
        row("GET /~/s/{token}/i/{id}", page(), cases.sharePages("/i/" + world.images.get(ImageState.IN_PRIVATE), 200));
        row("GET /~/s/{token}/i/{id}", page(), cases.sharePages("/i/" + world.images.get(ImageState.ALONE), 404));
        row("GET /~/s/{token}/selection", page(), cases.choosingPages("", 200));
        row("POST /~/s/{token}/selection", form("email=x"), cases.choosingPages("", 400)); // others would be too many
        row("POST /~/s/{token}/selection/images/{id}", form("act=choose"),
                cases.choosingPages("/images/" + world.images.get(ImageState.IN_PRIVATE), 303));
        row("POST /~/s/{token}/selection/submit", form("note=x"), cases.choosingPages("/submit", 303));
        row("POST /~/s/{token}/selection/answer", form("act=accept"), cases.choosingPages("/answer", 303));
        row("POST /~/s/{token}/i/{id}/comments", form("name=Grandma&words=Nice"),
                cases.talkPages("/i/" + world.images.get(ImageState.IN_PRIVATE) + "/comments"));
        String another = "/a/" + world.albums.get(AlbumState.PUBLIC);
        row("GET /~/s/{token}/a/{album}", page(), cases.sharePages(another, 404));
        row("GET /~/s/{token}/a/{album}/i/{id}", page(), cases.sharePages(another + "/i/" + world.images.get(ImageState.IN_PUBLIC), 404));
        row("POST /~/s/{token}/a/{album}/i/{id}/comments", form("name=Grandma&words=Nice"),
                cases.sharePages(another + "/i/" + world.images.get(ImageState.IN_PUBLIC) + "/comments", 404));
        row("POST /~/s/{token}/unlock", form("password=" + World.SHARE_PASSWORD.replace(' ', '+')), cases.pageUnlocks());
        row("GET /oembed", bare("GET"), cases.embedded());
        String share = "/public/shares/{token}";
        row("GET " + share, bare("GET"), cases.links("", 200, null));
        row("GET " + share + "/images", bare("GET"), cases.links("/images", 200, null));
        row("GET " + share + "/albums", bare("GET"), cases.links("/albums", 200, null));
        for (String elsewhere : List.of("/albums?album=", "/images?album=")) {
            row("GET " + share + elsewhere.substring(0, elsewhere.indexOf('?')), bare("GET"),
                    cases.links(elsewhere + world.albums.get(AlbumState.PUBLIC), 404, null));
        }
        row("GET " + share + "/images/{id}", bare("GET"), cases.links("/images/" + world.images.get(ImageState.IN_PRIVATE), 200, null));
        row("GET " + share + "/images/{id}", bare("GET"), cases.links("/images/" + world.images.get(ImageState.ALONE), 404, null));
        for (String size : SIZES) {
            row("GET " + share + "/images/{id}" + size, bare("GET"),
                    cases.links("/images/" + world.images.get(ImageState.IN_PRIVATE) + size, 200, null));
            row("GET " + share + "/images/{id}" + size, bare("GET"),
                    cases.links("/images/" + world.images.get(ImageState.ALONE) + size, 404, null));
        }
        row("GET " + share + "/images/{id}/original", bare("GET"),
                cases.links("/images/" + world.images.get(ImageState.IN_PRIVATE) + "/original", 200, Viewer.Grant.DOWNLOAD_ORIGINAL));
        row("GET " + share + "/archive", bare("GET"), cases.links("/archive?size=1024", 200, Viewer.Grant.DOWNLOAD_PREVIEW));
        row("GET " + share + "/archive", bare("GET"), cases.links("/archive?size=original", 200, Viewer.Grant.DOWNLOAD_ORIGINAL));
        String marked = "public/shares/" + world.markedToken;
        row("GET " + share + "/images/{id}/original", bare("GET"), cases.linked(marked + "/images/" + world.images.get(ImageState.MARKED)
                + "/original", 403));
        for (String size : SIZES) {
            row("GET " + share + "/images/{id}" + size, bare("GET"),
                    cases.linked(marked + "/images/" + world.images.get(ImageState.MARKED) + size, 200));
        }
        row("GET " + share + "/archive", bare("GET"), cases.linked(marked + "/archive?size=original", 200));
        row("POST " + share + "/uploads", upload(), cases.links("/uploads", 201, Viewer.Grant.UPLOAD));
        row("POST /contributions/{id}/accept", bare("POST"), cases.owned("contributions/" + world.contribution() + "/accept", 200));
        row("POST /contributions/{id}/reject", bare("POST"), cases.owned("contributions/" + world.contribution() + "/reject", 200));
        guestComments(share, "public/shares/" + world.talkativeToken);
        row("POST " + share + "/unlock", json("POST", Map.of("password", World.SHARE_PASSWORD)), cases.unlocks());
    }

    private void recipients() {
        String owned = "/shares/{id}/recipients";
        row("GET " + owned, bare("GET"), cases.ownShares("/recipients", 200));
        row("POST " + owned, json("POST", Map.of("name", "Cyd")), cases.ownShares("/recipients", 201));
        row("GET " + owned + "/{rid}", bare("GET"), cases.ownRecipients("", 200));
        row("PATCH " + owned + "/{rid}", stale("PATCH", "{\"name\": \"Cyd\"}"), cases.ownRecipients("", 412));
        row("POST " + owned + "/{rid}/send", bare("POST"), cases.addressedRecipients("/send", 409));
        row("GET " + owned + "/{rid}/qr", bare("GET"), Stream.of("/qr", "/qr?format=png").flatMap(rest -> cases.addressedRecipients(rest, 200)));
        row("GET " + owned + "/{rid}/analytics", bare("GET"),
                Stream.of("/analytics", "/analytics?days=365").flatMap(rest -> cases.ownRecipients(rest, 200)));
        row("DELETE " + owned + "/{rid}", stale("DELETE", ""), cases.ownRecipients("", 412));
    }

    private void selections() {
        row("GET /shares/{id}/selection-config", bare("GET"), cases.ownShares("/selection-config", 200));
        row("PATCH /shares/{id}/selection-config", stale("PATCH", "{\"limit\": 3}"), cases.ownShares("/selection-config", 412));
        String owned = "/shares/{id}/selections";
        row("GET " + owned, bare("GET"), cases.ownShares("/selections", 200));
        row("GET " + owned + "/overview", bare("GET"), cases.ownShares("/selections/overview", 200));
        for (String format : List.of("csv", "lightroom", "capture-one", "summary", "xmp", "zip", "pdf")) {
            row("GET " + owned + "/export", bare("GET"), cases.ownShares("/selections/export?format=" + format, 200));
        }
        row("GET " + owned + "/{sid}", bare("GET"), cases.ownSelections("", 200));
        for (String move : List.of("/close", "/reopen", "/deliver")) {
            row("POST " + owned + move, bare("POST"), cases.ownShares("/selections" + move, 200));
            row("POST " + owned + "/{sid}" + move, bare("POST"), cases.ownSelections(move, move.equals("/deliver") ? 409 : 200));
        }
        String started = "/public/shares/{token}/selections";
        row("POST " + started, json("POST", Map.of("name", "Ada")), cases.links("/selections", 201, Viewer.Grant.SELECT));
        row("GET " + started + "/me", client(bare("GET")), cases.clients("", 200));
        row("PATCH " + started + "/me", client(json("PATCH", Map.of("note", "x"))), cases.clients("", 200));
        row("POST " + started + "/me/submit", client(json("POST", "{}")), cases.clients("/submit", 200));
        row("POST " + started + "/me/accept", client(bare("POST")), cases.clients("/accept", 409));
        row("POST " + started + "/me/continue", client(bare("POST")), cases.clients("/continue", 409));
        String item = "/items/" + world.images.get(ImageState.IN_PRIVATE);
        row("PUT " + started + "/me/items/{imageId}", client(json("PUT", Map.of("comment", "x"))), cases.clients(item, 200));
        row("PATCH " + started + "/me/items/{imageId}", client(json("PATCH", Map.of("comment", "x"))), cases.clients(item, 200));
        row("DELETE " + started + "/me/items/{imageId}", client(bare("DELETE")), cases.clients(item, 204));
    }

    private Row.Request client(Row.Request request) {
        return Requests.client(world.resume, request);
    }

    private void guestComments(String share, String talkative) {
        Map<String, String> said = Map.of("name", "Grandma", "body", "Nice");
        String ofImage = "/images/" + world.images.get(ImageState.IN_PRIVATE) + "/comments";
        for (String path : List.of("/comments", ofImage)) {
            String route = share + (path.equals(ofImage) ? "/images/{id}/comments" : path);
            row("GET " + route, bare("GET"), Stream.concat(
                    cases.links(path, 200, Viewer.Grant.COMMENT), cases.linked(talkative + path, 200)));
            row("POST " + route, json("POST", said), Stream.concat(
                    cases.links(path, 201, Viewer.Grant.COMMENT), cases.linked(talkative + path, 201)));
        }
        row("GET " + share + "/images/{id}/comments", bare("GET"),
                cases.linked(talkative + "/images/" + world.images.get(ImageState.ALONE) + "/comments", 404));
        String own = "/comments/" + world.guestComment;
        row("PATCH " + share + "/comments/{id}", Requests.staleAsGuest("PATCH", "{\"body\": \"B\"}", world.guestToken), Stream.concat(
                cases.links(own, 404, null), cases.linked(talkative + own, 412)));
        row("DELETE " + share + "/comments/{id}", Requests.staleAsGuest("DELETE", "", world.guestToken), Stream.concat(
                cases.links(own, 404, null), cases.linked(talkative + own, 412)));
        row("DELETE " + share + "/comments/{id}", Requests.staleAsGuest("DELETE", "", "another"), cases.linked(talkative + own, 404));
    }

    private void administration() {
        row("GET /admin/users", bare("GET"), cases.atLeast(Role.ADMIN, "admin/users", 200));
        row("POST /admin/users", json("POST", Map.of("username", "made", "email", "m@example.org", "password", "a new long password 1")),
                cases.judged("admin/users", 201, viewer -> UserAccess.mayGrant(viewer, Role.USER)));
        row("POST /admin/users", json("POST", Map.of(
                        "username", "made", "email", "m@example.org", "password", "a new long password 1", "role", "admin")),
                cases.judged("admin/users", 201, viewer -> UserAccess.mayGrant(viewer, Role.ADMIN)));
        row("GET /admin/users/{id}", bare("GET"), cases.atLeast(Role.ADMIN, "admin/users/" + world.users.get(Person.OWNER), 200));
        for (Person target : List.of(Person.OWNER, Person.MODERATOR, Person.ADMIN, Person.SUPERADMIN)) {
            String path = "admin/users/" + world.users.get(target);
            row("PATCH /admin/users/{id}", stale("PATCH", "{\"displayName\": \"B\"}"),
                    cases.judged(path, 412, viewer -> UserAccess.mayManage(viewer, policy.account(target))));
            row("DELETE /admin/users/{id}", stale("DELETE", ""), cases.judged(path, 412, viewer -> {
                UserAccess.mayManage(viewer, policy.account(target));
                UserAccess.mayNotTouchOwn(viewer, policy.account(target));
            }));
        }
        row("GET /admin/invites", bare("GET"), cases.atLeast(Role.ADMIN, "admin/invites", 200));
        row("POST /admin/invites", json("POST", "{}"), cases.atLeast(Role.ADMIN, "admin/invites", 201));
        row("DELETE /admin/invites/{id}", bare("DELETE"), cases.atLeast(Role.ADMIN, "admin/invites/" + world.invite, 204));
        operations();
    }

    private void operations() {
        row("GET /admin/jobs", bare("GET"), cases.atLeast(Role.ADMIN, "admin/jobs", 200));
        row("GET /admin/jobs/queue", bare("GET"), cases.atLeast(Role.ADMIN, "admin/jobs/queue", 200));
        row("POST /admin/jobs/pause", bare("POST"), cases.atLeast(Role.ADMIN, "admin/jobs/pause", 200));
        row("POST /admin/jobs/resume", bare("POST"), cases.atLeast(Role.ADMIN, "admin/jobs/resume", 200));
        row("POST /admin/jobs/{id}/retry", bare("POST"), cases.atLeast(Role.ADMIN, "admin/jobs/" + Cases.NONE + "/retry", 404));
        row("GET /admin/storage", bare("GET"), cases.atLeast(Role.SUPERADMIN, "admin/storage", 200));
        row("POST /admin/storage/verify", json("POST", "{}"), cases.atLeast(Role.SUPERADMIN, "admin/storage/verify", 202));
        row("GET /admin/storage/defects", bare("GET"), cases.atLeast(Role.SUPERADMIN, "admin/storage/defects", 200));
        row("GET /admin/storage/migration", bare("GET"), cases.atLeast(Role.SUPERADMIN, "admin/storage/migration", 200));
        row("POST /admin/storage/migration", json("POST", "{\"action\": \"pause\"}"),
                cases.atLeast(Role.SUPERADMIN, "admin/storage/migration", 409));
        row("DELETE /admin/jobs/{id}", bare("DELETE"), cases.atLeast(Role.ADMIN, "admin/jobs/" + Cases.NONE, 404));
    }

    private void ownAccount() {
        row("GET /users/me", bare("GET"), cases.signedIn("users/me", 200));
        row("GET /users/me/usage", bare("GET"), cases.signedIn("users/me/usage", 200));
        row("GET /users/me/export", bare("GET"), cases.signedIn("users/me/export", 200));
        row("GET /users/me/settings", bare("GET"), cases.signedIn("users/me/settings", 200));
        row("PATCH /users/me/settings", stale("PATCH", "{\"watermark\": null}"), cases.signedIn("users/me/settings", 412));
        row("GET /users/me/watermark/logo", bare("GET"), cases.judged("users/me/watermark/logo", 200, viewer -> {
            if (!viewer.member().userId().value().equals(world.users.get(Person.OWNER))) {
                throw Refusal.notFound();
            }
        }));
        row("PUT /users/me/watermark/logo", Requests.staleLogo(), cases.signedIn("users/me/watermark/logo", 412));
        row("DELETE /users/me/watermark/logo", stale("DELETE", ""), cases.signedIn("users/me/watermark/logo", 412));
        row("GET /users/me/sessions", bare("GET"), cases.signedIn("users/me/sessions", 200));
        row("PATCH /users/me", stale("PATCH", "{\"displayName\": \"B\"}"), cases.signedIn("users/me", 412));
        row("DELETE /users/me", stale("DELETE", ""), cases.signedIn("users/me", 412));
        row("DELETE /users/me/sessions/{id}", bare("DELETE"), cases.judged("users/me/sessions/" + world.ownersSession, 204, viewer -> {
            if (!viewer.member().userId().value().equals(world.users.get(Person.OWNER))) {
                throw Refusal.notFound();
            }
        }));
        row("DELETE /users/me/sessions", bare("DELETE"), cases.signedIn("users/me/sessions", 204));
        row("GET /users/me/identities", bare("GET"), cases.signedIn("users/me/identities", 200));
        row("DELETE /users/me/identities/{id}", bare("DELETE"), cases.signedIn("users/me/identities/9f86d081884c7d659a2feaa0c55ad015", 404));
        row("PUT /users/me/password", json("PUT", Map.of("currentPassword", "not this one", "newPassword", "a new long password 1")),
                cases.judged("users/me/password", 403, viewer -> viewer.member()));
        row("POST /auth/logout", bare("POST"), cases.signedIn("auth/logout", 204));
    }

    private void trash() {
        row("POST /trash/{imageId}/restore", bare("POST"),
                cases.images("trash/%s/restore", state -> state.trashed() ? 200 : 409, ImageAction.DELETE));
        row("DELETE /trash/{imageId}", bare("DELETE"), cases.images("trash/%s", state -> state.trashed() ? 204 : 409, ImageAction.DELETE));
        row("DELETE /trash", bare("DELETE"), cases.signedIn("trash", 204));
        // Last of all: what signs tokens is remembered beside the database.
        row("POST /admin/signing-keys", bare("POST"), cases.atLeast(Role.SUPERADMIN, "admin/signing-keys", 201));
    }
}
