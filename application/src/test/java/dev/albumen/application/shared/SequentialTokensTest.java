package dev.albumen.application.shared;

class SequentialTokensTest extends TokensContract {

    @Override
    protected Tokens tokens() {
        return new SequentialTokens();
    }
}
