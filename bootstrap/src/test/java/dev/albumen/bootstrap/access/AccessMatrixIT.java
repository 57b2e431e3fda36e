package dev.albumen.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route answers everybody as the policy says, and what somebody may not see looks like what is not there. */
class AccessMatrixIT {

    /** Differ from one answer to the next. */
    private static final Set<String> OWN_HEADERS = Set.of("date", "x-trace-id", "traceparent");

    /** How it was answered that something is not there, by whom it was asked for. That is the same for all that could be there. */
    private static final Map<Asked, String> MISSING = new HashMap<>();

    private record Asked(Row.Request request, String path, Person person) {}

    private static Path folder;
    private static InProcess service;
    private static Snapshot snapshot;
    private static World world;
    private static List<Row> rows;
    private static PublishedOperations published;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        folder = home;
        service = InProcess.start(home);
        world = new World(service);
        rows = Rows.of(world);
        published = PublishedOperations.read(client(Person.ANONYMOUS));
        snapshot = Snapshot.take(service.database());
    }

    @AfterAll
    static void stop() throws Exception {
        snapshot.close();
        service.close();
    }

    @Test
    void hasARowForEveryRoute() {
        Set<String> routes = service.context().getBean(Router.class).uriRoutes()
                .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate().toString().replaceAll("\\{[?&].*}$", ""))
                .filter(route -> !route.startsWith("HEAD "))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = rows.stream().map(Row::route).collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void asksForEveryOperationOfThePublishedDocument() {
        assertThat(rows.stream().map(Row::route)).containsAll(published.statuses().keySet()).contains("GET /api/v1/albums/{id}");
    }

    @Test
    void answersEverybodyAsThePolicySays() {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows) {
            for (Row.Case one : row.cases()) {
                for (Person person : Person.values()) {
                    check(row, one, person, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** By the shorter of tries in turns: what a stranger may not see takes as long as what is not there. */
    @Test
    void takesAsLongForWhatIsHiddenAsForWhatIsMissing() {
        List<String> telling = new ArrayList<>();
        Set<String> tried = new TreeSet<>();
        for (Row row : rows) {
            row.cases().stream()
                    .filter(one -> !row.changes() && !one.missing().isEmpty() && one.due().applyAsInt(Person.STRANGER) == 404)
                    .filter(one -> tried.add(row.route()))
                    .forEach(one -> {
                        double apart = HiddenTimes.millisApart(row, one, client(Person.STRANGER));
                        System.out.printf(java.util.Locale.ROOT, "%s: hidden and missing are %.2f ms apart%n", row.route(), apart);
                        if (apart >= HiddenTimes.MOST_MILLIS) {
                            telling.add(row.route() + ": " + apart + " ms");
                        }
                    });
        }
        assertThat(tried).contains("GET /api/v1/albums/{id}", "GET /api/v1/images/{id}", "GET /api/v1/shares/{id}");
        assertThat(telling).isEmpty();
    }

    /** By their entity tags, which name bytes. What the bytes look like is another test's. */
    @Test
    void givesTheCleanPictureToItsOwnerAlone() {
        String image = "images/" + world.images.get(ImageState.MARKED);
        Client anyone = client(Person.ANONYMOUS);
        for (String size : List.of("thumbnail", "preview", "large")) {
            String clean = client(Person.OWNER).get(image + "/" + size).expect(200).header("ETag");
            Set<String> seen = new TreeSet<>();
            for (Person person : Person.values()) {
                if (person == Person.ANONYMOUS || person.signedIn()) {
                    Answer details = client(person).get(image).expect(200);
                    Answer bearer = client(person).get(image + "/" + size).expect(200);
                    Answer signed = anyone.get(details.at("urls/" + size)).expect(200);
                    assertThat(signed.header("ETag")).as(size + " as " + person).isEqualTo(bearer.header("ETag"));
                    assertThat(bearer.header("ETag").equals(clean)).as(size + " as " + person).isEqualTo(person == Person.OWNER);
                    seen.add(bearer.header("ETag"));
                }
            }
            seen.add(anyone.get("public/shares/" + world.markedToken + "/" + image + "/" + size).expect(200).header("ETag"));
            assertThat(seen).as(size + ": clean, and marked in one way").hasSize(2);
        }
    }

    /** By addresses that anybody's browser may ask, and that are answered from what is kept where nothing has changed. */
    @Test
    void showsAPictureToModeratorsUntilItsReviewIsCleared() {
        String id = world.images.get(ImageState.UNDER_REVIEW).toString();
        Client moderator = client(Person.MODERATOR);
        Client anyone = client(Person.ANONYMOUS);
        Answer reviews = moderator.get("admin/reviews").expect(200);
        Answer details = moderator.get("images/" + id).expect(200);
        List<String> addresses = Stream.of(reviews.json().at("/items/0"), details.json())
                .flatMap(shown -> Stream.of("thumbnail", "preview", "large").map(size -> shown.at("/urls/" + size).asText())).toList();

        assertThat(reviews.items("imageId")).as("neither what is pending nor what is in the trash").containsExactly(id);
        assertThat(reviews.json().at("/items/0/urls/original").isNull()).isTrue();
        for (String address : addresses) {
            assertThat(anyone.get(address).expect(200).body()).isNotEmpty();
            anyone.get(address).expect(200);
        }
        anyone.get(details.at("urls/original")).expect(403);
        assertThat(details.at("filename")).isEqualTo(id + ".jpg");
        assertThat(details.json().at("/metadata/gps").isNull()).isTrue();
        assertThat(moderator.get("images?owner=" + world.users.get(Person.OWNER)).expect(200).items("id"))
                .isNotEmpty().doesNotContain(id);

        moderator.post("admin/reviews/" + id + "/clear", Map.of()).expect(204);
        for (String address : addresses) {
            anyone.get(address).expect(404);
            anyone.get(address).expect(404);
        }
        moderator.get("images/" + id).expect(404);
        Answer cleared = moderator.get("admin/reviews?state=cleared").expect(200);
        assertThat(cleared.items("imageId")).contains(id);
        assertThat(cleared.json().at("/items/0/urls").isNull()).isTrue();
        snapshot.restore();
    }

    @Test
    void takesAKeyOnEveryPostThatMakesSomething() {
        RepeatedPosts.requireKeysOnAllButExceptions(service.context().getBean(Router.class));
    }

    @Test
    void makesNothingTwiceUnderOneKey() {
        new RepeatedPosts(world.clients, snapshot).requireOneThingForEachKey(rows);
    }

    /** Whoever has a file could otherwise ask whether somebody here has it too. */
    @Test
    void answersAnotherOwnersUploadOfTheSameBytesLikeTheFirst() throws IOException {
        byte[] picture = Pictures.jpeg(50, 40, 815);
        long before = used(Person.STRANGER);

        Answer first = client(Person.OWNER).upload("a.jpg", picture).expect(201);
        Answer second = client(Person.STRANGER).upload("a.jpg", picture).expect(201);
        Answer again = client(Person.STRANGER).upload("a.jpg", picture).expect(200);

        assertThat(impersonal(second)).isEqualTo(impersonal(first));
        assertThat(second.headers().map().keySet()).isEqualTo(first.headers().map().keySet());
        assertThat(again.at("id")).isEqualTo(second.at("id")).isNotEqualTo(first.at("id"));
        assertThat(used(Person.STRANGER) - before).as("each pays").isEqualTo(picture.length);
        assertThat(blobs(first.at("sha256"))).as("kept once").isOne();
        client(Person.OWNER).settled(first.at("id"));
        client(Person.STRANGER).settled(second.at("id"));
        snapshot.restore();
    }

    private static long used(Person person) {
        return Long.parseLong(client(person).get("users/me/usage").expect(200).at("usedBytes"));
    }

    private static Map<String, Object> impersonal(Answer upload) {
        Map<String, Object> fields = new ObjectMapper().convertValue(upload.json(), new TypeReference<>() {});
        List.of("id", "ownerId", "createdAt", "updatedAt", "urls", "quotaWarning").forEach(fields::remove);
        return fields;
    }

    private static long blobs(String sha256) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("blobs").resolve("originals"))) {
            return files.filter(file -> file.getFileName().toString().equals(sha256)).count();
        }
    }

    @Test
    void noticesAnAnswerThatIsNotDue() {
        Row row = rows.stream().filter(one -> one.route().equals("GET /api/v1/albums/{id}")).findFirst().orElseThrow();
        Row.Case hidden = row.cases().get(AlbumState.PRIVATE.ordinal());
        Row.Case open = row.cases().get(AlbumState.PUBLIC.ordinal());
        List<String> wrong = new ArrayList<>();

        check(row, new Row.Case("planted", hidden.path(), hidden.missing(), person -> 200), Person.STRANGER, wrong);
        check(row, new Row.Case("planted", open.path(), "nowhere", person -> 404), Person.STRANGER, wrong);
        check(row, new Row.Case("planted", hidden.path(), "albums", person -> 404), Person.STRANGER, wrong);

        assertThat(wrong).hasSize(3);
    }

    private static void check(Row row, Row.Case one, Person person, List<String> wrong) {
        String what = row.route() + " " + one.name() + " as " + person;
        int due = one.due().applyAsInt(person);
        Answer answer = row.request().send(client(person), one.path());
        if (!published.promises(row.route(), answer.status())) {
            wrong.add(what + ": " + answer.status() + " is not in the document");
        }
        if (answer.status() != due) {
            wrong.add(what + ": " + answer.status() + ", due " + due + " " + (answer.status() >= 400 ? answer.text() : ""));
        } else if (due == 404 && !one.missing().isEmpty()) {
            String missing = MISSING.computeIfAbsent(new Asked(row.request(), one.missing(), person),
                    asked -> shape(asked.request().send(client(person), asked.path())));
            if (!shape(answer).equals(missing)) {
                wrong.add(what + ": tells that it exists: " + shape(answer) + " but " + missing);
            }
        }
        if (row.changes() && answer.status() < 300) {
            snapshot.restore();
        }
    }

    private static Client client(Person person) {
        return world.clients.get(person);
    }

    /** The answer without what names the request itself. */
    private static String shape(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT)));
        return answer.status() + " " + headers + " " + answer.text()
                .replaceAll("\"traceId\":\"[0-9a-f]+\"", "")
                .replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
