package dev.albumen.rest.shared;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands {@link IfMatch} to controllers. */
@Singleton
final class IfMatchBinder implements TypedRequestArgumentBinder<IfMatch> {

    private static final Argument<IfMatch> TYPE = Argument.of(IfMatch.class);

    @Override
    public Argument<IfMatch> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<IfMatch> bind(ArgumentConversionContext<IfMatch> context, HttpRequest<?> request) {
        IfMatch ifMatch = IfMatch.of(request.getHeaders().get(HttpHeaders.IF_MATCH));
        return () -> Optional.of(ifMatch);
    }
}
