package dev.albumen.rest.shared;

import dev.albumen.application.shared.Once;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands {@link Repeatable} to controllers. */
@Singleton
final class RepeatableBinder implements TypedRequestArgumentBinder<Repeatable> {

    private static final Argument<Repeatable> TYPE = Argument.of(Repeatable.class);

    private final BeanProvider<Once> once;
    private final JsonMapper json;

    RepeatableBinder(BeanProvider<Once> once, JsonMapper json) {
        this.once = once;
        this.json = json;
    }

    @Override
    public Argument<Repeatable> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<Repeatable> bind(ArgumentConversionContext<Repeatable> context, HttpRequest<?> request) {
        Repeatable repeatable = new Repeatable(once.get(), json, request);
        return () -> Optional.of(repeatable);
    }
}
