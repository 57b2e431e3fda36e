package dev.albumen.rest.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Tells people about problems: the status and headers that programs get, with a page in place of JSON. */
@Singleton
public final class ProblemPages {

    private final ProblemAnswers answers;

    ProblemPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    /**
     * What a page can say of a problem.
     *
     * @param code as programs know it
     * @param waitSeconds when it is worth another try; 0 where nothing says so
     */
    public record Told(int status, String code, long waitSeconds) {}

    /** Whether whoever asks reads pages, as browsers say, rather than JSON. */
    public static boolean areWanted(HttpRequest<?> request) {
        String accept = String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT));
        return accept.contains("text/html") || accept.contains("application/xhtml+xml");
    }

    /** @param page HTML in UTF-8 */
    public MutableHttpResponse<byte[]> of(HttpRequest<?> request, Throwable failure, Function<Told, byte[]> page) {
        Problem problem = answers.problemOf(request, failure);
        String wait = problem.headers().get(HttpHeaders.RETRY_AFTER);
        byte[] body = page.apply(new Told(problem.status(), problem.code(), wait == null ? 0 : Long.parseLong(wait)));
        return answers.to(request, problem).body(body).contentType("text/html; charset=utf-8").header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
