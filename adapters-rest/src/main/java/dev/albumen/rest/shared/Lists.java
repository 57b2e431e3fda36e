package dev.albumen.rest.shared;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and answers lists that are paged by cursor. */
@Singleton
public final class Lists {

    private final Cursors cursors;
    private final JsonAnswers answers;

    Lists(Cursors cursors, JsonAnswers answers) {
        this.cursors = cursors;
        this.answers = answers;
    }

    /** What the request asks for; refused where the limit is out of bounds or the cursor is not of this list and viewer. */
    public PageRequest page(PageQuery query, Viewer viewer) {
        int limit = query.limit() == null ? PageRequest.DEFAULT_LIMIT : query.limit();
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw Refusal.invalid("limit", "out-of-range", "The limit is a number from 1 to " + PageRequest.MAX_LIMIT + ".");
        }
        if (query.cursor() == null) {
            return PageRequest.first(limit);
        }
        return new PageRequest(limit, Optional.of(cursors.read(query.cursor(), listOf(query.request(), viewer))
            .orElseThrow(() -> new MalformedRequestException("bad-cursor", "This cursor was not given out for this list."))));
    }

    /** The page as {@code {"items", "nextCursor"}}, with a {@code Link} to the next one. */
    public MutableHttpResponse<byte[]> answer(PageQuery query, Viewer viewer, Page<?> page) {
        return answer(query, viewer, page, body -> answers.revalidated(query.request(), body));
    }

    /** {@link #answer(PageQuery, Viewer, Page)} with {@code correctedTo} where something else was looked for than was asked for. */
    public MutableHttpResponse<byte[]> answer(PageQuery query, Viewer viewer, Page<?> page, Optional<String> correctedTo) {
        return answer(query, viewer, page, body -> answers.revalidated(query.request(),
            correctedTo.<Object>map(text -> new CorrectedAnswer(body.items(), body.nextCursor(), text)).orElse(body)));
    }

    /** {@link #answer(PageQuery, Viewer, Page)} for a list that nobody may keep, and so without a tag. */
    public MutableHttpResponse<byte[]> fresh(PageQuery query, Viewer viewer, Page<?> page) {
        return answer(query, viewer, page, body -> answers.fresh(200, body));
    }

    private MutableHttpResponse<byte[]> answer(
            PageQuery query, Viewer viewer, Page<?> page, Function<ListAnswer, MutableHttpResponse<byte[]>> written) {
        HttpRequest<?> request = query.request();
        String next = page.next().map(place -> cursors.write(place, listOf(request, viewer))).orElse(null);
        MutableHttpResponse<byte[]> answer = written.apply(new ListAnswer(page.items(), next));
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + address(request, next) + ">; rel=\"next\"");
        }
        return answer;
    }

    private static String listOf(HttpRequest<?> request, Viewer viewer) {
        String reader = switch (viewer) {
            case Viewer.Member member -> "member " + member.userId();
            case Viewer.LinkHolder holder -> "link " + holder.shareId();
            case Viewer.Anonymous anonymous -> "anonymous";
            case Viewer.Worker worker -> "worker";
        };
        String filters = parameters(request.getUri())
            .filter(parameter -> !parameter.startsWith("cursor=") && !parameter.startsWith("limit="))
            .sorted().collect(Collectors.joining("&"));
        return request.getPath() + "?" + filters + "\n" + reader;
    }

    private static String address(HttpRequest<?> request, String cursor) {
        return request.getUri().getRawPath() + "?" + Stream.concat(
            parameters(request.getUri()).filter(parameter -> !parameter.startsWith("cursor=")),
            Stream.of("cursor=" + cursor)).collect(Collectors.joining("&"));
    }

    private static Stream<String> parameters(URI uri) {
        String query = uri.getRawQuery();
        return query == null || query.isEmpty() ? Stream.empty() : Stream.of(query.split("&"));
    }

    @Serdeable.Serializable
    record ListAnswer(List<?> items, @Nullable String nextCursor) {}

    @Serdeable.Serializable
    record CorrectedAnswer(List<?> items, @Nullable String nextCursor, String correctedTo) {}
}
