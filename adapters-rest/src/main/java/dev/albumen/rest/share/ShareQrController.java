package dev.albumen.rest.share;

import dev.albumen.application.share.ViewShare;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.Labels;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link's address as a picture that telephones read. */
@Controller("/api/v1/shares/{id}/qr")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
@Tag(name = "Shares")
final class ShareQrController {

    /** From what a reader can tell modules apart in, to what is printed on a wall. */
    private static final int LEAST_PIXELS = 128;
    private static final int MOST_PIXELS = 2048;

    private final ViewShare viewShare;
    private final ShareAddresses addresses;

    ShareQrController(ViewShare viewShare, ShareAddresses addresses) {
        this.viewShare = viewShare;
        this.addresses = addresses;
    }

    enum Format { SVG, PNG }

    @Get("{?format,size}")
    @Operation(summary = "A link's address as a QR code", description = "For the link's owner alone: who reads it has the link.")
    HttpResponse<?> qr(
            HttpRequest<?> request, Viewer viewer, @PathVariable UUID id,
            @QueryValue @Nullable @Schema(description = "svg, which is also the default, or png") String format,
            @QueryValue(defaultValue = "512") @Schema(description = "pixels of each edge, from 128 to 2048") int size) {
        Format wanted = Labels.read(Format.class, "format", format);
        if (size < LEAST_PIXELS || size > MOST_PIXELS) {
            throw Refusal.invalid("size", "out-of-range", "The size is a number from " + LEAST_PIXELS + " to " + MOST_PIXELS + ".");
        }
        String address = addresses.of(request, viewShare.handle(viewer, new ViewShare.Query(new ShareId(id))));
        if (address == null) {
            throw new Refusal.Forbidden("owner-only", "Only a link's owner sees its address.").thrown();
        }
        QrCode code = QrCode.of(address);
        return (wanted == Format.PNG
                ? HttpResponse.ok(code.png(size)).contentType(MediaType.IMAGE_PNG_TYPE)
                : HttpResponse.ok(code.svg(size)).contentType(MediaType.of("image/svg+xml")))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
