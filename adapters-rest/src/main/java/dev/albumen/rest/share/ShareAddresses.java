package dev.albumen.rest.share;

import dev.albumen.application.share.OwnedShare;
import dev.albumen.rest.shared.OwnAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The addresses that links are handed out as. */
@Singleton
final class ShareAddresses {

    private final OwnAddress own;

    ShareAddresses(OwnAddress own) {
        this.own = own;
    }

    /** {@code null} where the viewer may not see the token. */
    @Nullable String of(HttpRequest<?> request, OwnedShare share) {
        return share.token() == null ? null : own.of(request) + "/s/" + share.token();
    }
}
