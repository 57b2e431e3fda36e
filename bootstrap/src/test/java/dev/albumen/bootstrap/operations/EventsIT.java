package dev.albumen.bootstrap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.operations.EventClient.Event;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database: what happens by the one is told by the other. */
@TestInstance(Lifecycle.PER_CLASS)
class EventsIT {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private InProcess service;
    private InProcess.Node other;
    private Client anyone;
    private int pictures;

    @BeforeAll
    void start(@TempDir Path home, @TempDir Path otherHome) throws IOException {
        service = InProcess.start(home);
        other = service.anotherNode(otherHome);
        anyone = Client.of(service.address());
    }

    @AfterAll
    void stop() {
        other.close();
        service.close();
    }

    private EventClient follow(Client who, URI node, String... headers) {
        return EventClient.follow(who, node, headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]));
    }

    /** By the first node. Returns the id. */
    private String upload(Client who) {
        return who.upload("sea.jpg", Pictures.jpeg(40, 30, ++pictures)).expect(201).at("id");
    }

    private static boolean isReady(Event event, String image) {
        return event.type().equals("image") && event.data().contains(image) && event.data().contains("\"ready\"");
    }

    @Test
    void tellsByAnotherNodeThatAPictureIsReady() {
        Client ada = anyone.register("ada");
        Client eve = anyone.register("eve");
        try (EventClient adas = follow(ada, other.address(), "Accept-Encoding", "gzip");
                EventClient eves = follow(eve, other.address())) {
            assertThat(adas.head()).contains("200 ").containsIgnoringCase("content-type: text/event-stream")
                    .containsIgnoringCase("cache-control: no-store").doesNotContainIgnoringCase("gzip");
            assertThat(adas.next().type()).isEqualTo("reset");
            assertThat(eves.next().type()).isEqualTo("reset");

            String image = upload(ada);
            assertThat(adas.next()).satisfies(event -> assertThat(isReady(event, image)).as(event.toString()).isTrue());
            ada.delete("images/" + image).expect(204);
            assertThat(adas.next().data()).contains(image).containsPattern("\"trashed\" ?: ?true");
            ada.post("trash/" + image + "/restore", "{}").expect(200);
            assertThat(adas.next().data()).contains(image).containsPattern("\"trashed\" ?: ?false");

            String evesOwn = upload(eve);
            assertThat(eves.next()).as("nothing of ada's").satisfies(event ->
                    assertThat(isReady(event, evesOwn)).as(event.toString()).isTrue());
        }
    }

    @Test
    void tellsOfACommentAndNotWhatItSays() {
        Client ada = anyone.register("ada-who-listens");
        Client bob = anyone.register("bob-who-talks");
        String album = ada.post("albums", Map.of("title", "Sea", "visibility", "public")).expect(201).at("id");
        try (EventClient adas = follow(ada, other.address()); EventClient bobs = follow(bob, other.address())) {
            assertThat(adas.next().type()).isEqualTo("reset");
            assertThat(bobs.next().type()).isEqualTo("reset");

            String comment = bob.post("albums/" + album + "/comments", Map.of("body", "What a sky")).expect(201).at("id");
            assertThat(adas.next(event -> event.type().equals("comment")).data())
                    .contains(comment, album, "\"comment\"").doesNotContain("sky", "bob");
            String answer = ada.post("albums/" + album + "/comments", Map.of("body", "Thanks", "parentId", comment)).expect(201).at("id");
            assertThat(bobs.next(event -> event.type().equals("comment")).data()).contains(answer, "\"reply\"");
        }
    }

    @Test
    void goesOnWhereTheLastStreamEnded() {
        Client ada = anyone.register("ada2");
        String seen;
        try (EventClient stream = follow(ada, service.address())) {
            seen = stream.next().id();
        }
        String first = upload(ada);
        ada.settled(first);
        String second = upload(ada);
        ada.settled(second);

        try (EventClient stream = follow(ada, other.address(), "Last-Event-ID", seen)) {
            Event event = stream.next();
            assertThat(isReady(event, first)).as(event.toString()).isTrue();
            assertThat(isReady(stream.next(), second)).isTrue();
            seen = event.id();
        }
        try (EventClient stream = follow(ada, service.address(), "Last-Event-ID", seen)) {
            assertThat(isReady(stream.next(), second)).isTrue();
        }
        try (EventClient stream = follow(ada, service.address(), "Last-Event-ID", "1700000000000000")) {
            assertThat(stream.next().type()).as("too long ago").isEqualTo("reset");
        }
    }

    @Test
    void endsWithTheSession() {
        Client ada = anyone.register("ada3");
        Client elsewhere = anyone.signIn("ada3", Client.PASSWORD);
        try (EventClient ends = follow(ada, other.address()); EventClient stays = follow(elsewhere, other.address())) {
            ends.next();
            stays.next();

            ada.post("auth/logout", "{}").expect(204);
            ends.awaitEnd();

            String image = upload(elsewhere);
            assertThat(isReady(stays.next(event -> event.type().equals("image")), image)).isTrue();
        }
        assertThat(follow(ada, other.address()).status()).isEqualTo(401);
    }

    @Test
    void tellsWhatHappenedWhileTheDatabaseWasLost() throws SQLException {
        Client ada = anyone.register("ada4");
        try (EventClient stream = follow(ada, other.address())) {
            stream.next();
            String before = upload(ada);
            assertThat(isReady(stream.next(), before)).isTrue();

            sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'albumen notifications'");
            String after = upload(ada);

            assertThat(isReady(stream.next(event -> event.type().equals("image")), after)).isTrue();
        }
    }

    @Test
    void goesOnAfterARestartOfTheDatabase() {
        Client ada = anyone.register("ada8");
        try (EventClient stream = follow(ada, other.address())) {
            stream.next();

            service.restartDatabase();

            String after = uploadedAsSoonAsPossible(ada);
            assertThat(isReady(stream.next(event -> event.type().equals("image")), after)).isTrue();
        }
    }

    private String uploadedAsSoonAsPossible(Client who) {
        byte[] picture = Pictures.jpeg(40, 30, ++pictures);
        long end = System.nanoTime() + PATIENCE_NANOS;
        Answer answer = who.upload("sea.jpg", picture);
        while (answer.status() == 503 && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
            answer = who.upload("sea.jpg", picture);
        }
        return answer.expect(201).at("id");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = connection(); Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(service.database().url(), service.database().user(), service.database().password());
    }

    @Test
    void letsAUserHaveTenAtATime() {
        Client ada = anyone.register("ada5");
        List<EventClient> open = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                EventClient stream = follow(ada, service.address());
                open.add(stream);
                assertThat(stream.status()).isEqualTo(200);
            }
            assertThat(ada.begin("events").expect(429).header("Retry-After")).isNotEmpty();
            assertThat(follow(anyone.register("bob5"), service.address()).status()).isEqualTo(200);

            open.removeLast().close();
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (ada.begin("events").status() != 200) {
                assertThat(System.nanoTime()).as("a client that is gone frees its place").isLessThan(end);
                LockSupport.parkNanos(20_000_000);
            }
        } finally {
            open.forEach(EventClient::close);
        }
    }

    /** Together some 10 MB: more than the service, the system and the client's own side keep for somebody who does not read. */
    private static final int EVENTS = 1500;
    private static final int EVENT_BYTES = 7000;

    @Test
    void endsTheStreamOfWhoDoesNotReadAndHoldsUpNobodyElse() throws SQLException {
        Client ada = anyone.register("ada9");
        try (EventClient slow = EventClient.followSlowly(ada, other.address());
                EventClient quick = follow(ada, other.address());
                Connection connection = connection();
                PreparedStatement tell = connection.prepareStatement(
                        "SELECT tell_user(id, 'image', ?) FROM users WHERE username = 'ada9'")) {
            quick.next();
            tell.setString(1, "x".repeat(EVENT_BYTES));
            String end = "";
            for (int i = 0; i < EVENTS; i++) {
                tell.execute();
                end = quick.next().id();
            }

            String last = end;
            assertThat(slow.awaitEnd()).as("the last that it was told").isNotEmpty()
                    .satisfies(told -> assertThat(Long.parseLong(told)).isLessThan(Long.parseLong(last)));
        }
    }

    @Test
    void refusesWhatIsNoIdOfAnEvent() {
        Client ada = anyone.register("ada6");
        for (String id : List.of("abc", "-1", "9".repeat(30))) {
            assertThat(ada.with("Last-Event-ID", id).begin("events").expect(400).at("errors/0/pointer")).isEqualTo("Last-Event-ID");
        }
        assertThat(anyone.begin("events").status()).isEqualTo(401);
    }

    @Test
    void endsWithTheNode(@TempDir Path home) throws IOException {
        Client ada = anyone.register("ada7");
        InProcess.Node third = service.anotherNode(home);
        try (EventClient stream = follow(ada, third.address())) {
            stream.next();
            third.close();
            stream.awaitEnd();
        }
    }
}
