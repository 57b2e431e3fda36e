package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Refusal;
import io.micronaut.http.HttpHeaders;

/** Says each refusal in HTTP. The only place that knows both. */
final class RefusalProblems {

    private static final String BEARER = "Bearer realm=\"albumen\"";

    private RefusalProblems() {}

    static Problem of(Refusal refusal) {
        String detail = refusal.detail();
        return switch (refusal) {
            case Refusal.NotFound gone -> Problem.of(404, "not-found", detail);
            case Refusal.Forbidden(String code, String said) -> Problem.of(403, code, said);
            case Refusal.Unauthenticated(String code, String said) ->
                Problem.of(401, code, said).with(HttpHeaders.WWW_AUTHENTICATE, BEARER);
            case Refusal.Invalid(var violations) -> Problem.invalid("invalid", detail, violations);
            case Refusal.Incomplete(String code, var violations) -> Problem.incomplete(code, detail, violations);
            case Refusal.Conflict(String code, String said) -> Problem.of(409, code, said);
            case Refusal.Stale stale -> Problem.of(412, "stale", detail);
            case Refusal.KeyReused reused -> Problem.of(422, "idempotency-key-reused", detail);
            case Refusal.InFlight(var wait) -> Problem.of(409, "request-in-flight", detail).retryAfter(wait);
            case Refusal.Gone(String code, String said) -> Problem.of(410, code, said);
            case Refusal.TooLarge(String code, String said) -> Problem.of(413, code, said);
            case Refusal.UnsupportedType(String said) -> Problem.of(415, "unsupported-type", said);
            case Refusal.Unprocessable(String code, String said) -> Problem.of(422, code, said);
            case Refusal.QuotaExceeded(long bytesLeft) -> Problem.overQuota(detail, bytesLeft);
            case Refusal.Throttled throttled -> throttled(throttled);
        };
    }

    /** With the fields of the IETF draft on rate limits, besides the one that everybody knows. */
    private static Problem throttled(Refusal.Throttled throttled) {
        Problem problem = Problem.of(429, "throttled", throttled.detail()).retryAfter(throttled.retryAfter());
        String name = '"' + throttled.limit() + '"';
        return problem
            .with("RateLimit-Policy", name + ";q=" + throttled.tries() + ";w=" + throttled.per().toSeconds())
            .with("RateLimit", name + ";r=0;t=" + problem.headers().get(HttpHeaders.RETRY_AFTER));
    }
}
