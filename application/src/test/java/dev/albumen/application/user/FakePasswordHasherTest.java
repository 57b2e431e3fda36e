package dev.albumen.application.user;

class FakePasswordHasherTest extends PasswordHasherContract {

    @Override
    protected PasswordHasher hasher() {
        return new FakePasswordHasher();
    }
}
