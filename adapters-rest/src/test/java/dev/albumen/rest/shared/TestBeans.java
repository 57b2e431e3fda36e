package dev.albumen.rest.shared;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.Secrets;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
class TestBeans {

    @Singleton
    Secrets secrets() {
        return new FakeSecrets();
    }
}
