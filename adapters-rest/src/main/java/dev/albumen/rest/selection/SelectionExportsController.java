package dev.albumen.rest.selection;

import dev.albumen.application.selection.ArchiveChosen;
import dev.albumen.application.selection.ChosenImages;
import dev.albumen.application.selection.ExportChoices;
import dev.albumen.application.selection.PrintContactSheet;
import dev.albumen.application.selection.SummariseSelections;
import dev.albumen.application.selection.WriteSidecars;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.rendition.ArchiveAnswers;
import dev.albumen.rest.shared.Askers;
import dev.albumen.rest.shared.Disposition;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Labels;
import dev.albumen.rest.shared.WrittenStreams;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients chose, for the owner's other programs. */
@Controller("/api/v1/shares/{id}/selections/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
@Tag(name = "Selections")
final class SelectionExportsController {

    private final ExportChoices exportChoices;
    private final SummariseSelections summarise;
    private final ArchiveChosen archiveChosen;
    private final WriteSidecars writeSidecars;
    private final PrintContactSheet printContactSheet;
    private final ArchiveAnswers archives;
    private final WrittenStreams streams;
    private final JsonAnswers answers;

    SelectionExportsController(
            ExportChoices exportChoices, SummariseSelections summarise, ArchiveChosen archiveChosen, WriteSidecars writeSidecars,
            PrintContactSheet printContactSheet, ArchiveAnswers archives, WrittenStreams streams, JsonAnswers answers) {
        this.exportChoices = exportChoices;
        this.summarise = summarise;
        this.archiveChosen = archiveChosen;
        this.writeSidecars = writeSidecars;
        this.printContactSheet = printContactSheet;
        this.archives = archives;
        this.streams = streams;
        this.answers = answers;
    }

    enum Format { CSV, LIGHTROOM, CAPTURE_ONE, XMP, SUMMARY, ZIP, PDF }

    @Get("{?format,selection}")
    @Operation(
            summary = "Export what clients chose through a link",
            description = "csv: a line for each picture and client, with marks and comments. lightroom and capture-one: file names "
                    + "without their endings, as those programs' search fields take them. xmp: an archive of sidecars with ratings, "
                    + "labels and comments. summary: how far each client is, as JSON. zip: the originals, with exact length and "
                    + "Range. pdf: a contact sheet. Pictures that the link does not show any more are left out.")
    HttpResponse<?> export(
            HttpRequest<?> request, Viewer viewer, @PathVariable UUID id,
            @QueryValue @Nullable @Schema(description = "csv, lightroom, capture-one, xmp, summary, zip or pdf") String format,
            @QueryValue @Nullable @Schema(description = "The id of one client's selection; everybody's where absent") UUID selection) {
        var asked = new ChosenImages.Asked(new ShareId(id), Optional.ofNullable(selection).map(SelectionId::new));
        return switch (Labels.read(Format.class, "format", format)) {
            case null -> throw Refusal.invalid("format", "required", "Expected one of " + Labels.all(Format.class) + ".");
            case CSV -> {
                var chosen = exportChoices.handle(viewer, new ExportChoices.Query(asked));
                yield written("text/csv; charset=utf-8", "selection.csv", out -> ChoiceTexts.csv(chosen, out));
            }
            case LIGHTROOM -> names(viewer, asked, "selection-lightroom.txt", ", ");
            case CAPTURE_ONE -> names(viewer, asked, "selection-capture-one.txt", " ");
            case XMP -> archives.of(request, writeSidecars.handle(viewer, new WriteSidecars.Query(asked)));
            case SUMMARY -> answers.fresh(200, OwnedSelectionBodies.Totals.of(
                    summarise.handle(viewer, new SummariseSelections.Query(asked))));
            case ZIP -> archives.of(request, archiveChosen.handle(viewer, new ArchiveChosen.Query(asked, Askers.of(request))));
            case PDF -> {
                var sheet = printContactSheet.handle(viewer, new PrintContactSheet.Query(asked));
                yield written("application/pdf", "selection.pdf", sheet::writeTo);
            }
        };
    }

    private HttpResponse<?> names(Viewer viewer, ChosenImages.Asked asked, String filename, String separator) {
        var chosen = exportChoices.handle(viewer, new ExportChoices.Query(asked));
        return written("text/plain; charset=utf-8", filename, out -> ChoiceTexts.names(chosen, separator, out));
    }

    private HttpResponse<?> written(String mediaType, String filename, WrittenStreams.Writing writing) {
        return HttpResponse.ok(streams.of(writing)).header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.attachment(filename))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
