package dev.albumen.application.user;

import dev.albumen.domain.user.Session;

/**
 * What a sign-in gives. Prints no token.
 *
 * @param refreshToken for one use
 */
public record SignedIn(Session session, String refreshToken) {

    @Override
    public String toString() {
        return "SignedIn[" + session.id() + "]";
    }
}
