package dev.albumen.persistence.shared;

import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.TokensContract;

class SecureTokensTest extends TokensContract {

    @Override
    protected Tokens tokens() {
        return new SecureTokens();
    }
}
