package dev.albumen.rest.user;

import dev.albumen.application.user.SigningKeyring;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Makes the first signing key when the server first starts, so that nobody's first sign-in waits for it. */
@Singleton
final class FirstSigningKey implements ApplicationEventListener<ServerStartupEvent> {

    private final SigningKeyring keyring;

    FirstSigningKey(SigningKeyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        keyring.current();
    }
}
