package dev.albumen.rest.shared;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Answers every exception that no handler of the framework takes. */
@Singleton
@Produces
final class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private final ProblemAnswers answers;

    FailureHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        return answers.to(request, failure);
    }

    /** In place of the framework's, which would redirect browsers to a login page. */
    @Singleton
    @Produces
    @Replaces(DefaultAuthorizationExceptionHandler.class)
    static final class OfAuthorization implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {

        private final ProblemAnswers answers;

        OfAuthorization(ProblemAnswers answers) {
            this.answers = answers;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public HttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
            return answers.to(request, refused);
        }
    }
}
