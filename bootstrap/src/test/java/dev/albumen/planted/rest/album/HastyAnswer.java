package dev.albumen.planted.rest.album;

import dev.albumen.domain.shared.Refusal;
import io.micronaut.http.HttpStatus;

/** A controller maps refusals to statuses by itself. */
public final class HastyAnswer {

    public HttpStatus status(Refusal refusal) {
        return refusal instanceof Refusal.NotFound ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
    }
}
