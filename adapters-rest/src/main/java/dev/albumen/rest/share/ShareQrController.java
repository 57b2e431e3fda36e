package dev.albumen.rest.share;

import dev.albumen.application.share.ViewShare;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
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

    private final ViewShare viewShare;
    private final ShareAddresses addresses;

    ShareQrController(ViewShare viewShare, ShareAddresses addresses) {
        this.viewShare = viewShare;
        this.addresses = addresses;
    }

    @Get("{?format,size}")
    @Operation(summary = "A link's address as a QR code", description = "For the link's owner alone: who reads it has the link.")
    HttpResponse<?> qr(
            HttpRequest<?> request, Viewer viewer, @PathVariable UUID id,
            @QueryValue @Nullable @Schema(description = "svg, which is also the default, or png") String format,
            @QueryValue(defaultValue = "512") @Schema(description = "pixels of each edge, from 128 to 2048") int size) {
        return QrAnswers.of(addresses.of(request, viewShare.handle(viewer, new ViewShare.Query(new ShareId(id)))), format, size);
    }
}
