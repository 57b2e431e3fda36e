package dev.albumen.rest.album;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Says on every answer to tus clients which version it is of, refusals included. */
@ServerFilter({ResumableUploadsController.PATH, ResumableUploadsController.PATH + "/**"})
final class TusVersionFilter {

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(Tus.RESUMABLE, Tus.VERSION);
        if (response.code() == ResumableUploadsController.WRONG_VERSION) {
            response.header("Tus-Version", Tus.VERSION);
        }
    }
}
