package dev.albumen.rest.share;

import dev.albumen.application.share.OwnedRecipient;
import dev.albumen.application.share.OwnedShare;
import dev.albumen.domain.share.Slug;
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
    @Nullable String of(HttpRequest<?> request, OwnedRecipient recipient) {
        return recipient.token() == null ? null : own.of(request) + "/s/" + recipient.token();
    }

    /** With the slug where there is one; {@code null} where the viewer may not see the token. */
    @Nullable String of(HttpRequest<?> request, OwnedShare share) {
        if (share.token() == null) {
            return null;
        }
        Slug slug = share.link().terms().slug();
        return own.of(request) + "/s/" + (slug == null ? share.token() : slug.value());
    }
}
