package dev.albumen.rest.user;

import dev.albumen.domain.shared.Viewer;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands controllers the {@link Viewer} that the filter has found: nobody where there was no token. */
@Singleton
final class ViewerBinder implements TypedRequestArgumentBinder<Viewer> {

    private static final Argument<Viewer> TYPE = Argument.of(Viewer.class);
    private static final String ATTRIBUTE = "albumen.viewer";

    static void put(HttpRequest<?> request, Viewer viewer) {
        request.setAttribute(ATTRIBUTE, viewer);
    }

    @Override
    public Argument<Viewer> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Viewer> bind(ArgumentConversionContext<Viewer> context, HttpRequest<?> request) {
        Viewer viewer = request.getAttribute(ATTRIBUTE, Viewer.class).orElse(Viewer.ANONYMOUS);
        return () -> Optional.of(viewer);
    }
}
