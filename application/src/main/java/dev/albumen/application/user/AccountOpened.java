package dev.albumen.application.user;

import dev.albumen.domain.user.User;

/** What another feature does for every new account, in the transaction that makes it. */
@FunctionalInterface
public interface AccountOpened {

    void opened(User user);
}
