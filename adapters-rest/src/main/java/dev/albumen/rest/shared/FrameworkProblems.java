package dev.albumen.rest.shared;

import dev.albumen.domain.shared.Violation;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the framework refuses by itself, in our words: its own would name classes. */
final class FrameworkProblems {

    private FrameworkProblems() {}

    /** Empty for what is not the client's doing. */
    static Optional<Problem> of(Throwable cause) {
        return Optional.ofNullable(switch (cause) {
            case AuthorizationException refused -> ofStatus(refused.isForbidden() ? 403 : 401);
            case NotAllowedException other ->
                ofStatus(405).with(HttpHeaders.ALLOW, String.join(", ", new TreeSet<>(other.getAllowedMethods())));
            case HttpStatusException status -> ofStatus(status.getStatus().getCode());
            case ContentLengthExceededException tooLong -> ofStatus(413);
            case BufferLengthExceededException tooLong -> ofStatus(413);
            case UnsatisfiedRouteException missing -> missing(missing.getArgument());
            case ConversionErrorException misread -> misread(misread.getArgument());
            case JsonSyntaxException broken -> Problem.of(400, "malformed-json", "The body is not well-formed JSON.");
            case CodecException broken -> Problem.of(400, "malformed-body", "The body does not have the form that its type says.");
            case URISyntaxException broken -> Problem.of(400, "malformed-uri", "The address is not a well-formed URI.");
            case MalformedRequestException broken -> Problem.of(400, broken.code(), broken.getMessage());
            default -> null;
        });
    }

    /** A problem that only its status tells about. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "malformed-request", "The request is not well-formed HTTP.");
            case 401 -> Problem.of(401, "unauthenticated", "Sign in first.")
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"albumen\"");
            case 403 -> Problem.of(403, "forbidden", "You may not do this.");
            case 404 -> Problem.of(404, "not-found", "There is nothing here that you can see.");
            case 405 -> Problem.of(405, "method-not-allowed", "This address does not take that method.");
            case 406 -> Problem.of(406, "not-acceptable", "There is no answer in a type that the request accepts.");
            case 413 -> Problem.of(413, "too-large", "The request is larger than this address takes.");
            case 414 -> Problem.of(414, "uri-too-long", "The address is too long.");
            case 415 -> Problem.of(415, "unsupported-type", "This address does not take that type of content.");
            case 431 -> Problem.of(431, "headers-too-large", "The request's headers are too large.");
            default -> status >= 400 && status < 500
                ? Problem.of(status, "refused", "The request was refused.")
                : Problem.of(500, "internal-error", "Something went wrong on our side.");
        };
    }

    private static Problem missing(Argument<?> argument) {
        if (argument.isAnnotationPresent(Body.class)) {
            return Problem.of(400, "missing-body", "A body is needed.");
        }
        String name = argument.getName();
        return Problem.invalid("invalid", "A value is missing.",
            List.of(new Violation(name, "required", "A value for " + name + " is needed.")));
    }

    private static Problem misread(Argument<?> argument) {
        if (argument.isAnnotationPresent(io.micronaut.http.annotation.PathVariable.class)) {
            return ofStatus(404); // nothing can be under a name of the wrong form
        }
        String name = argument.getName();
        return Problem.invalid("invalid", "A value is not of the expected kind.",
            List.of(new Violation(name, "malformed", "The value of " + name + " is not of the expected kind.")));
    }
}
