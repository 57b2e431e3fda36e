package dev.albumen.application.shared;

class FakeSecretsTest extends SecretsContract {

    @Override
    protected Secrets secrets() {
        return new FakeSecrets();
    }
}
