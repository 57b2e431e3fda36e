package dev.albumen.rest.shared;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands {@link ClientAddress} to controllers. */
@Singleton
final class ClientAddressBinder implements TypedRequestArgumentBinder<ClientAddress> {

    private static final Argument<ClientAddress> TYPE = Argument.of(ClientAddress.class);

    private final TrustedProxies proxies;

    ClientAddressBinder(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Argument<ClientAddress> argumentType() {
        return TYPE;
    }

    @Override
    public BindingResult<ClientAddress> bind(ArgumentConversionContext<ClientAddress> context, HttpRequest<?> request) {
        ClientAddress address = proxies.clientOf(request);
        return () -> Optional.of(address);
    }
}
