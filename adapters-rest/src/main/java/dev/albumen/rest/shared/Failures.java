package dev.albumen.rest.shared;

import dev.albumen.application.shared.BusyException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.shared.RefusedException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.authentication.AuthorizationException;

/**
 * Answers the failures that every client can bring about. {@link FailureHandler} would answer them in the same words, but the framework
 * looks through all beans for the handler of an exception, every time: more work than most of the requests that are refused.
 */
@Controller
@Produces(MediaType.ALL)
final class Failures {

    private final ProblemAnswers answers;

    Failures(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Error(global = true)
    HttpResponse<?> refused(HttpRequest<?> request, RefusedException refused) {
        return answers.to(request, refused);
    }

    @Error(global = true)
    HttpResponse<?> unauthorized(HttpRequest<?> request, AuthorizationException refused) {
        return answers.to(request, refused);
    }

    @Error(global = true)
    HttpResponse<?> busy(HttpRequest<?> request, BusyException busy) {
        return answers.to(request, busy);
    }

    @Error(global = true)
    HttpResponse<?> outage(HttpRequest<?> request, DependencyException outage) {
        return answers.to(request, outage);
    }
}
