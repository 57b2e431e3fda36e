package dev.albumen.rest.shared;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Gives the framework's own refusals the form of all others. */
@Singleton
final class ProblemResponseProcessor implements ErrorResponseProcessor<byte[]> {

    private final ProblemAnswers answers;

    ProblemResponseProcessor(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return context.getRootCause()
            .map(cause -> answers.to(context.getRequest(), cause))
            .orElseGet(() -> answers.to(context.getRequest(), response));
    }
}
