package dev.albumen.bootstrap.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.process.AlbumenProcess;
import dev.albumen.bootstrap.process.Client;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Everybody and everything there is, made over HTTP; only states that nobody can ask for are put into the database. */
final class World {

    /** Every image was labelled so, and the label was rejected: only that stays while labelers work. */
    static final String LABEL = "boat";
    static final String SHARE_PASSWORD = "open sesame street";

    final Map<Person, Client> clients = new EnumMap<>(Person.class);
    final Map<Person, UUID> users = new EnumMap<>(Person.class);
    final Map<AlbumState, UUID> albums = new EnumMap<>(AlbumState.class);
    final Map<ImageState, UUID> images = new EnumMap<>(ImageState.class);
    final Map<CommentState, UUID> comments = new EnumMap<>(CommentState.class);
    final Map<ShareState, UUID> shares = new EnumMap<>(ShareState.class);
    final Map<ShareState, String> tokens = new EnumMap<>(ShareState.class);
    final String refreshToken;
    final String ownersSession;
    final String invite;
    /** With the signature of the owner's session. */
    final String signedThumbnail;
    /** Of a link to {@link ImageState#MARKED} alone, which allows originals. */
    final String markedToken;

    /** An upload of the owner's that is open. */
    final String upload;
    final String uploadAddress;
    /** Where a resumable upload of the owner's is, of which nothing has come. */
    final String resumable;

    /** Of a comment in {@link CommentState#IN_PRIVATE}. */
    final String report;

    /** Of a link to the album {@link AlbumState#PRIVATE} that lets its guests comment. */
    final String talkativeToken;
    /** What a guest said by that link, and what they were given to change it with. */
    final UUID guestComment;
    final String guestToken;

    /** A finished import of the owner's. */
    final String imported;

    /** The owner's. */
    final String category;
    /** The owner's. */
    final String search;
    /** The owner's, for all users. */
    final String board;
    /** The owner's, for nobody else. */
    final String privateBoard;

    /** A group of the owner's with {@link Person#CONTRIBUTOR} in it, among the groups of {@link AlbumState#PRIVATE}. */
    final UUID group;

    final URI address;

    /** A client's selection through {@link ShareState#ACTIVE}, with {@link ImageState#IN_PRIVATE} in it. */
    final String selection;
    /** Somebody to whom {@link ShareState#ACTIVE} was given under their name. */
    final String recipient;
    final String resume;

    /** What came through {@link ShareState#TAKING_UPLOADS}. */
    private String contribution = "";

    private final Client anyone;

    World(InProcess service) throws SQLException {
        address = service.address();
        anyone = Client.of(address);
        clients.put(Person.ANONYMOUS, anyone);
        makePeople(new LastingTokens(service));
        makeAlbums();
        makeImages();
        makeShares();
        String chosenThrough = "public/shares/" + tokens.get(ShareState.ACTIVE) + "/selections";
        JsonNode started = anyone.post(chosenThrough, Map.of("name", "Client")).expect(201).json();
        selection = started.path("id").asText();
        recipient = clients.get(Person.OWNER).post("shares/" + shares.get(ShareState.ACTIVE) + "/recipients", Map.of("name", "Bob"))
                .expect(201).at("id");
        resume = started.path("token").asText();
        anyone.bearing(resume).put(chosenThrough + "/me/items/" + images.get(ImageState.IN_PRIVATE), "{}").expect(200);
        Client owner = clients.get(Person.OWNER);
        group = UUID.fromString(owner.post("groups", Map.of("name", "Family")).expect(201).at("id"));
        owner.put("groups/" + group + "/members/" + users.get(Person.CONTRIBUTOR)).expect(204);
        owner.put("albums/" + albums.get(AlbumState.PRIVATE) + "/groups/" + group, Map.of("role", "viewer")).expect(204);
        report = talk(owner);
        talkativeToken = owner.post("shares", Map.of("resourceType", "album", "resourceId", albums.get(AlbumState.PRIVATE),
                "allowComments", true)).expect(201).at("token");
        JsonNode said = anyone.post("public/shares/" + talkativeToken + "/comments", Map.of("name", "Grandma", "body", "Nice"))
                .expect(201).json();
        guestComment = UUID.fromString(said.at("/comment/id").asText());
        guestToken = said.path("token").asText();
        refreshToken = anyone.post("auth/login", Map.of("login", name(Person.OWNER), "password", Client.PASSWORD)).expect(200).at("refreshToken");
        ownersSession = owner.get("users/me/sessions").expect(200).at("items/0/id");
        invite = clients.get(Person.SUPERADMIN).post("admin/invites", "{}").expect(201).at("id");
        signedThumbnail = owner.get("images/" + images.get(ImageState.IN_PRIVATE)).expect(200).at("urls/thumbnail");
        JsonNode slot = owner.post("uploads", Map.of("files", List.of(
                Map.of("filename", "a.jpg", "byteSize", Requests.PICTURE.length, "mediaType", "image/jpeg")))).expect(201).json().get(0);
        upload = slot.path("uploadId").asText();
        uploadAddress = slot.path("url").asText();
        resumable = URI.create(Requests.tus("POST", "Upload-Length", "3").send(owner, "uploads/resumable").expect(201)
                .header("Location")).getPath();
        board = owner.post("boards", Map.of("title", "Light", "audience", "users")).expect(201).at("id");
        privateBoard = owner.post("boards", Map.of("title", "Shade")).expect(201).at("id");
        search = owner.post("searches", Map.of("name", "Sea", "q", "sea")).expect(201).at("id");
        category = owner.post("categories", Map.of("name", "Nature")).expect(201).at("id");
        imported = Requests.archive().send(owner, "imports").expect(202).at("id");
        owner.importEnded(imported);
        markedToken = mark(owner, images.get(ImageState.MARKED));
        clients.get(Person.SIGNED_OUT).post("auth/logout", "{}").expect(204);
        clients.get(Person.SUPERADMIN).patch("admin/users/" + users.get(Person.DISABLED), Map.of("disabled", true)).expect(200);
        setStates(service.database());
    }

    private void makePeople(LastingTokens lasting) {
        Client admin = lasting.given(anyone.signIn("admin", AlbumenProcess.ADMIN_PASSWORD));
        clients.put(Person.SUPERADMIN, admin);
        users.put(Person.SUPERADMIN, UUID.fromString(admin.get("users/me").expect(200).at("id")));
        for (Person person : Person.values()) {
            if (person != Person.ANONYMOUS && person != Person.SUPERADMIN && person != Person.LINK_HOLDER) {
                String name = name(person);
                String role = person.role == null ? "user" : person.role.name().toLowerCase(Locale.ROOT);
                users.put(person, UUID.fromString(admin.post("admin/users", Map.of(
                        "username", name, "email", name + "@example.org", "password", Client.PASSWORD, "role", role)).expect(201).at("id")));
                clients.put(person, lasting.given(anyone.signIn(name, Client.PASSWORD)));
            }
        }
        clients.forEach((person, client) -> {
            if (person.signedIn()) {
                client.post("tags", Map.of("name", "sea")).expect(201);
                client.post("tags", Map.of("name", "lake")).expect(201);
            }
        });
    }

    static String name(Person person) {
        return "a-" + person.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void makeAlbums() {
        Client owner = clients.get(Person.OWNER);
        for (AlbumState state : AlbumState.values()) {
            if (!state.hasMembers()) {
                continue;
            }
            String id = owner.post("albums", Map.of("title", "" + state, "notes", "For " + state + " alone",
                    "visibility", state.visibility.name().toLowerCase(Locale.ROOT)))
                    .expect(201).at("id");
            albums.put(state, UUID.fromString(id));
            for (Person person : Person.values()) {
                if (person.membership != null) {
                    owner.put("albums/" + id + "/members/" + users.get(person),
                            Map.of("role", person.membership.name().toLowerCase(Locale.ROOT))).expect(204);
                }
            }
        }
        for (JsonNode album : owner.get("albums").expect(200).json().path("items")) {
            if (album.path("master").asBoolean()) {
                albums.put(AlbumState.MASTER, UUID.fromString(album.path("id").asText()));
            }
        }
    }

    private void makeImages() {
        Client owner = clients.get(Person.OWNER);
        for (ImageState state : ImageState.values()) {
            byte[] picture = Pictures.jpegWithGps(40, 30, 1000 + state.ordinal());
            String[] album = state.album == AlbumState.MASTER ? new String[0] : new String[] {"albumId", albums.get(state.album).toString()};
            images.put(state, UUID.fromString(owner.upload("private-" + state + ".jpg", picture, album).expect(201).at("id")));
        }
        images.values().forEach(id -> owner.settled(id.toString()));
        owner.delete("images/" + images.get(ImageState.TRASHED)).expect(204);
    }

    /** Returns the id of what was reported to the moderators. */
    private String talk(Client owner) {
        for (CommentState state : CommentState.values()) {
            String id = clients.get(Person.VIEWER).post("images/" + images.get(state.image) + "/comments", Map.of("body", "Nice"))
                    .expect(201).at("id");
            comments.put(state, UUID.fromString(id));
        }
        owner.put("comments/" + comments.get(CommentState.HIDDEN) + "/hidden").expect(204);
        clients.get(Person.MODERATOR).put("comments/" + comments.get(CommentState.HIDDEN_BY_MODERATOR) + "/hidden").expect(204);
        owner.delete("comments/" + comments.get(CommentState.DELETED)).expect(204);
        owner.put("users/me/blocks/" + users.get(Person.CONTRIBUTOR)).expect(204);
        owner.post("comments/" + comments.get(CommentState.IN_PRIVATE) + "/report", Map.of("reason", "Rude")).expect(204);
        return clients.get(Person.MODERATOR).get("admin/reports").expect(200).at("items/0/id");
    }

    /** With a logo of the owner's own. */
    private static String mark(Client owner, UUID image) {
        owner.patch("images/" + image, Map.of("watermark", true)).expect(200);
        owner.with("Content-Type", "image/png").send("PUT", "users/me/watermark/logo", BodyPublishers.ofByteArray(Requests.LOGO))
                .expect(200);
        return owner.post("shares", Map.of("resourceType", "image", "resourceId", image, "allowDownload", "original"))
                .expect(201).at("token");
    }

    String contribution() {
        return contribution;
    }

    private void makeShares() {
        for (ShareState state : ShareState.values()) {
            Client maker = clients.get(state == ShareState.OF_DISABLED_OWNER ? Person.DISABLED : Person.OWNER);
            Map<String, Object> body = new HashMap<>(Map.of(
                    "resourceType", "album", "allowDownload", state == ShareState.VIEW_ONLY ? "none" : "original"));
            switch (state) {
                case OF_TRASHED_IMAGE -> body.putAll(Map.of("resourceType", "image", "resourceId", images.get(ImageState.TRASHED)));
                case OF_DISABLED_OWNER -> body.put("resourceId", maker.post("albums", Map.of("title", "Left")).expect(201).at("id"));
                case WITH_PASSWORD -> body.putAll(Map.of("resourceId", albums.get(AlbumState.PRIVATE), "password", SHARE_PASSWORD));
                case NOT_STARTED -> body.putAll(Map.of("resourceId", albums.get(AlbumState.PRIVATE), "startsAt", "2999-01-01T00:00:00Z"));
                case TAKING_UPLOADS -> body.putAll(Map.of("resourceId", albums.get(AlbumState.PRIVATE), "allowUpload", true));
                case USED_UP -> body.putAll(Map.of("resourceId", albums.get(AlbumState.PRIVATE), "maxViews", 1));
                case ACTIVE, VIEW_ONLY, INACTIVE, EXPIRED -> body.put("resourceId", albums.get(AlbumState.PRIVATE));
            }
            JsonNode share = maker.post("shares", body).expect(201).json();
            shares.put(state, UUID.fromString(share.path("id").asText()));
            tokens.put(state, share.path("token").asText());
            maker.patch("shares/" + shares.get(state) + "/selection-config", Map.of("enabled", state != ShareState.VIEW_ONLY)).expect(200);
        }
        clients.get(Person.OWNER).patch("shares/" + shares.get(ShareState.INACTIVE), Map.of("active", false)).expect(200);
        anyone.get("public/shares/" + tokens.get(ShareState.USED_UP)).expect(200);
        contribution = anyone.uploadTo("public/shares/" + tokens.get(ShareState.TAKING_UPLOADS) + "/uploads", "sent.jpg",
                Pictures.jpeg(40, 30, 2000)).expect(201).at("id");
        clients.get(Person.OWNER).settled(clients.get(Person.OWNER).get("contributions").expect(200).at("items/0/imageId"));
        String guest = anyone.post("public/shares/" + tokens.get(ShareState.WITH_PASSWORD) + "/unlock", Map.of("password", SHARE_PASSWORD))
                .expect(200).at("token");
        clients.put(Person.LINK_HOLDER, anyone.bearing(guest));
    }

    private void setStates(DatabaseAccess database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            set(connection, "UPDATE images SET status = 'pending' WHERE id = ?", images.get(ImageState.PENDING));
            set(connection, "UPDATE images SET status = 'failed', failure_code = 'broken', failure_reason = 'Broken.' WHERE id = ?",
                    images.get(ImageState.FAILED));
            for (UUID image : images.values()) {
                set(connection, """
                        INSERT INTO image_labels (image_id, name, confidence, parents, provider, model, state, found_at, decided_at)
                        VALUES (?, 'boat', 900, '{}', 'offline', '1', 'rejected', now(), now())
                        """, image);
            }
            for (ImageState state : ImageState.values()) {
                if (state.underReview() || state == ImageState.REVIEWED) {
                    set(connection, """
                            INSERT INTO image_reviews (image_id, concerns, provider, model, noted_at)
                            VALUES (?, '{Violence/900}', 'rekognition', '7.0', now())
                            """, images.get(state));
                }
            }
            set(connection, "UPDATE image_reviews SET cleared_at = now() WHERE image_id = ?", images.get(ImageState.REVIEWED));
            set(connection, "UPDATE shares SET expires_at = now() - interval '1 hour' WHERE id = ?", shares.get(ShareState.EXPIRED));
        }
    }

    private static void set(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }
}
