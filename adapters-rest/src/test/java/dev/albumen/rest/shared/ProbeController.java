package dev.albumen.rest.shared;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Page;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

@Controller("/probe")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class ProbeController {

    enum Visibility { PRIVATE, NOT_LISTED }

    @Introspected
    record Point(int x, int y) {}

    @Introspected
    record Create(String title, @Nullable Integer count, @Nullable Visibility visibility, @Nullable List<UUID> ids,
                  @Nullable Point point, @Nullable Instant at, @Nullable Map<String, Boolean> flags) {}

    @Introspected
    record PatchBody(Change<String> title, Change<Integer> count) {}

    @Serdeable.Serializable
    record View(String title, @Nullable String note) {}

    private final JsonAnswers answers;
    private final Lists lists;

    ProbeController(JsonAnswers answers, Lists lists) {
        this.answers = answers;
        this.lists = lists;
    }

    @Post
    String create(@Body Create body) {
        return body.toString();
    }

    @Patch
    @Consumes({"application/json", StrictJsonReader.MERGE_PATCH})
    String patch(@Body PatchBody body) {
        return body.toString();
    }

    @Get("/refusals/{name}")
    String refuse(String name) {
        throw (switch (name) {
            case "not-found" -> new Refusal.NotFound();
            case "forbidden" -> new Refusal.Forbidden("not-yours", "It is not yours.");
            case "unauthenticated" -> new Refusal.Unauthenticated("signed-out", "Sign in.");
            case "conflict" -> new Refusal.Conflict("name-taken", "Taken.");
            case "stale" -> new Refusal.Stale();
            case "gone" -> new Refusal.Gone("share-expired", "Over.");
            case "too-large" -> new Refusal.TooLarge("file-too-large", "Too large.");
            case "unsupported" -> new Refusal.UnsupportedType("Not that.");
            case "unprocessable" -> new Refusal.Unprocessable("truncated", "Cut off.");
            case "quota" -> new Refusal.QuotaExceeded(3);
            case "throttled" -> new Refusal.Throttled("probe", 3, Duration.ofMinutes(1), Duration.ofMillis(1500));
            default -> throw new IllegalStateException("SELECT secret FROM dev.albumen.Internals");
        }).thrown();
    }

    @Get("/outage")
    String outage() {
        throw new DependencyException("jdbc:postgresql://db refused");
    }

    @Get("/typed/{id}")
    String typed(@PathVariable UUID id, @QueryValue int number) {
        return id + " " + number;
    }

    @Get("/one/{version}")
    HttpResponse<?> one(HttpRequest<?> request, @PathVariable long version) {
        return answers.one(request, version, new View("Sea", null));
    }

    @Patch("/one")
    String change(IfMatch ifMatch) {
        return ifMatch.version().map(String::valueOf).orElse("any");
    }

    @Get("/numbers{?filter}")
    HttpResponse<?> numbers(@RequestBean PageQuery query, @QueryValue @Nullable String filter) {
        var page = lists.page(query, Viewer.ANONYMOUS);
        int from = page.after().map(place -> Integer.parseInt(place.values().getFirst())).orElse(0);
        List<Integer> rows = IntStream.rangeClosed(from + 1, Math.min(from + page.limit() + 1, 120)).boxed().toList();
        return lists.answer(query, Viewer.ANONYMOUS, Page.of(rows, page.limit(), row -> new Keyset(List.of(row.toString()))));
    }

    @Get("/trace")
    String trace() {
        return MDC.get("traceId") + " " + Thread.currentThread().isVirtual();
    }
}
