package dev.albumen.rest.event;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.WrittenStreams;
import dev.albumen.rest.user.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What happens to the caller's things, as it happens. */
@Controller("/api/v1/events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Events")
final class EventsController {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final EventStreams streams;
    private final SignedIn signedIn;

    EventsController(EventStreams streams, SignedIn signedIn) {
        this.streams = streams;
        this.signedIn = signedIn;
    }

    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Operation(summary = "Follow what happens to one's images, and what is said to one", description = """
            Server-sent events. `image` tells of an image that became `ready`, `failed` or `pending` again, or that went to the \
            trash or came out of it; `data` is its id, status, failure code and whether it is in the trash. `comment` tells of what \
            was said: its id, what it is about, and the reason, which is `comment` on one's own things, `reply` or `mention`; \
            what it says is read by its id. Each has an `id`; \
            who comes back with `Last-Event-ID` is told all that was missed, for a day and up to 1000 events. Where that cannot \
            be, and for who comes without, the stream begins with `reset`: read what you show, then go on from here. An event \
            may come twice after an interruption, none is left out. A comment comes every 15 seconds of silence. The stream \
            ends with the access token, at once with the session, and where the client does not keep up. Ten at a time for \
            each user and node, else 429.""")
    @ApiResponse(responseCode = "200", description = "Events", content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM,
            schema = @Schema(type = "string"), examples = @ExampleObject("""
            id: 1767355200000000
            event: image
            data: {"imageId" : "0190a1de-7c00-7000-8000-000000000002", "status" : "ready", "failure" : null, "trashed" : false}
            """)))
    HttpResponse<?> follow(HttpRequest<?> request, Viewer viewer, @Header("Last-Event-ID") @Nullable String lastEventId) {
        Viewer.Member member = viewer.member();
        Optional<Long> after = Optional.ofNullable(lastEventId).map(EventsController::id);
        if (request.getMethod() == HttpMethod.HEAD) {
            return described(HttpResponse.ok());
        }
        return described(HttpResponse.ok(WrittenStreams.read(streams.open(member, after, signedIn.until(request)))));
    }

    private static MutableHttpResponse<?> described(MutableHttpResponse<?> answer) {
        return answer.contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
                // Without these, something on the way may gather events until they are many.
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .header("X-Accel-Buffering", "no");
    }

    private static long id(String text) {
        if (!ID.matcher(text).matches()) {
            throw Refusal.invalid("Last-Event-ID", "malformed", "Last-Event-ID is the id of an event of this stream.");
        }
        return Long.parseLong(text);
    }
}
