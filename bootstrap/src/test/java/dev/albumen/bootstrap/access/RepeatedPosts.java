package dev.albumen.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import dev.albumen.rest.shared.Repeatable;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every POST that makes something makes it once for each {@code Idempotency-Key}; the others, and why, are named here. */
final class RepeatedPosts {

    private static final Map<String, String> EXCEPT = Map.ofEntries(
            Map.entry("POST /api/v1/auth/login", "a second sign-in is a second session; its tokens are given once"),
            Map.entry("POST /api/v1/auth/refresh", "a token that comes twice is a stolen one"),
            Map.entry("POST /api/v1/auth/logout", "ends what is there"),
            Map.entry("POST /api/v1/public/shares/{token}/unlock", "a guest's token is signed anew each time, and nothing is kept of it"),
            Map.entry("POST /s/{token}/unlock", "the same, for a page's form"),
            Map.entry("POST /s/{token}/selection", "a page's form, whose token is given once, in a cookie"),
            Map.entry("POST /s/{token}/i/{id}/comments", "a form of a page has no place for a key"),
            Map.entry("POST /s/{token}/a/{album}/i/{id}/comments", "a form of a page has no place for a key"),
            Map.entry("POST /s/{token}/selection/images/{id}", "choosing again changes nothing"),
            Map.entry("POST /s/{token}/selection/submit", "moves"),
            Map.entry("POST /s/{token}/selection/answer", "moves"),
            Map.entry("POST /api/v1/shares/{id}/recipients/{rid}/send", "a mail that is asked for again is sent again, three times a day"),
            Map.entry("POST /api/v1/comments/{id}/report", "the same report again changes nothing"),
            Map.entry("POST /api/v1/admin/reports/{id}/hide", "hides"),
            Map.entry("POST /api/v1/admin/reports/{id}/dismiss", "settles"),
            Map.entry("POST /api/v1/public/shares/{token}/selections", "its token is given once, and nothing in the request is a secret that another client could not send"),
            Map.entry("POST /api/v1/public/shares/{token}/selections/me/submit", "moves"),
            Map.entry("POST /api/v1/public/shares/{token}/selections/me/accept", "moves"),
            Map.entry("POST /api/v1/public/shares/{token}/selections/me/continue", "moves"),
            Map.entry("POST /api/v1/shares/{id}/selections/close", "moves"),
            Map.entry("POST /api/v1/shares/{id}/selections/reopen", "moves"),
            Map.entry("POST /api/v1/shares/{id}/selections/deliver", "moves"),
            Map.entry("POST /api/v1/shares/{id}/selections/{sid}/close", "moves"),
            Map.entry("POST /api/v1/shares/{id}/selections/{sid}/reopen", "moves"),
            Map.entry("POST /api/v1/shares/{id}/selections/{sid}/deliver", "moves"),
            Map.entry("POST /api/v1/public/shares/{token}/uploads", "the same bytes through a link again are the same contribution"),
            Map.entry("POST /api/v1/contributions/{id}/accept", "accepting again changes nothing"),
            Map.entry("POST /api/v1/contributions/{id}/reject", "rejecting again changes nothing"),
            Map.entry("POST /api/v1/albums/{id}/images", "the same images again change nothing"),
            Map.entry("POST /api/v1/albums/{id}/transfer", "moves"),
            Map.entry("POST /api/v1/albums/{id}/images:remove", "takes out"),
            Map.entry("POST /api/v1/boards/{id}/images", "the same images again change nothing"),
            Map.entry("POST /api/v1/images/{id}/tags:fromKeywords", "the same tags again change nothing"),
            Map.entry("POST /api/v1/images/{id}/labels", "an image that waits goes on waiting"),
            Map.entry("POST /api/v1/images/{id}/labels/{name}/accept", "accepting again changes nothing"),
            Map.entry("POST /api/v1/images/{id}/labels/{name}/reject", "rejecting again changes nothing"),
            Map.entry("POST /api/v1/labelings", "has the one go on that is under way"),
            Map.entry("POST /api/v1/admin/reviews/{imageId}/clear", "settles"),
            Map.entry("POST /api/v1/images:batchUpdate", "the same changes again change nothing"),
            Map.entry("POST /api/v1/images:batchDelete", "takes away"),
            Map.entry("POST /api/v1/tags/{name}/merge", "takes away"),
            Map.entry("POST /api/v1/uploads/resumable", "tus knows no such key; what nobody goes on with expires"),
            Map.entry("POST /api/v1/uploads/resumable/{id}", "stands for PATCH and DELETE"),
            Map.entry("POST /api/v1/uploads/{id}/complete", "completing again gives the same image"),
            Map.entry("POST /api/v1/trash/{imageId}/restore", "moves"),
            Map.entry("POST /api/v1/admin/jobs/pause", "sets a switch"),
            Map.entry("POST /api/v1/admin/jobs/resume", "sets a switch"),
            Map.entry("POST /api/v1/admin/jobs/{id}/retry", "moves"),
            Map.entry("POST /api/v1/admin/storage/migration", "steers the one move that is under way"),
            Map.entry("POST /api/v1/admin/storage/verify", "has the one go on that is under way"));

    private final Map<Person, Client> clients;
    private final Snapshot snapshot;

    RepeatedPosts(Map<Person, Client> clients, Snapshot snapshot) {
        this.clients = clients;
        this.snapshot = snapshot;
    }

    static void requireKeysOnAllButExceptions(Router router) {
        Map<Boolean, Set<String>> posts = router.uriRoutes()
                .map(UriRouteInfo.class::cast)
                .filter(route -> route.getHttpMethodName().equals("POST"))
                .collect(Collectors.partitioningBy(
                        route -> List.of(route.getTargetMethod().getArgumentTypes()).contains(Repeatable.class),
                        Collectors.mapping(route -> "POST " + route.getUriMatchTemplate().toPathString(), Collectors.toSet())));

        assertThat(posts.get(false)).as("POSTs without Idempotency-Key").isEqualTo(EXCEPT.keySet());
        assertThat(posts.get(true)).isNotEmpty();
    }

    void requireOneThingForEachKey(List<Row> rows) {
        rows.stream().filter(row -> row.route().startsWith("POST ") && !EXCEPT.containsKey(row.route())).forEach(row -> {
            requireOneThing(row);
            snapshot.restore();
        });
    }

    private void requireOneThing(Row row) {
        Row.Case one = row.cases().stream().filter(some -> mayDo(some).findAny().isPresent()).findFirst().orElseThrow();
        Client client = clients.get(mayDo(one).findFirst().orElseThrow()).with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = row.request().send(client, one.path()).expect(one.due().applyAsInt(mayDo(one).findFirst().orElseThrow()));
        Map<String, Long> after = snapshot.sizes();
        Answer second = row.request().send(client, one.path());

        assertThat(second.status()).as(row.route()).isEqualTo(first.status());
        assertThat(second.text()).as(row.route()).isEqualTo(first.text());
        for (String header : List.of("Location", "ETag", "Content-Type", "Cache-Control")) {
            assertThat(second.header(header)).as(row.route() + " " + header).isEqualTo(first.header(header));
        }
        assertThat(snapshot.sizes()).as(row.route()).isEqualTo(after);
    }

    private static Stream<Person> mayDo(Row.Case one) {
        return Stream.of(Person.values()).filter(person -> one.due().applyAsInt(person) < 300);
    }
}
