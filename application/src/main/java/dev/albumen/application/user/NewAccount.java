package dev.albumen.application.user;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Violation;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.Password;
import dev.albumen.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody typed to get an account. Prints no password. */
public record NewAccount(String username, String email, String password, @Nullable String displayName) {

    /** Refuses with all that is wrong at once. */
    void check() {
        List<Violation> wrong = new ArrayList<>(Username.violations("/username", username));
        wrong.addAll(EmailAddress.violations("/email", email));
        if (wrong.isEmpty()) {
            wrong.addAll(new Password(password).violations("/password", Username.of(username), EmailAddress.of(email)));
        }
        if (!wrong.isEmpty()) {
            throw new Refusal.Invalid(wrong).thrown();
        }
    }

    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
