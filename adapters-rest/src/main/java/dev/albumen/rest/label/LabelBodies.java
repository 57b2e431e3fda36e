package dev.albumen.rest.label;

import dev.albumen.application.label.BlockedLabels;
import dev.albumen.application.label.EstimateLabeling;
import dev.albumen.application.label.ImageLabels;
import dev.albumen.application.label.LabelRun;
import dev.albumen.application.label.LabelScope;
import dev.albumen.application.label.Reviews;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.tag.TagName;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Labels as they go in and out. */
final class LabelBodies {

    private LabelBodies() {}

    /**
     * @param status waiting until it is labelled, postponed until there is a budget for it
     * @param failure why it cannot be labelled; null in any other status
     * @param provider who labelled it last; null where nobody has
     * @param since when the status became so; null where nobody has asked
     * @param items the surest first, whatever became of them
     */
    @Serdeable.Serializable
    @Schema(name = "ImageLabels", example = """
            {"status": "labelled", "failure": null, "provider": "offline", "model": "1", "since": "2026-01-02T12:00:00Z",
             "items": [{"name": "landscape format", "category": "format", "confidence": 1.0, "provider": "offline", "model": "1",
                        "parents": [], "state": "suggested"}]}""")
    record Sheet(
            @Schema(allowableValues = {"none", "waiting", "labelled", "postponed", "failed"}) String status, @Nullable String failure,
            @Nullable String provider, @Nullable String model, @Nullable Instant since, List<View> items) {

        static Sheet of(ImageLabels.Sheet sheet) {
            Optional<Provider> by = Optional.ofNullable(sheet.by());
            return new Sheet(Labels.of(sheet.status()), sheet.failure(), by.map(Provider::name).orElse(null),
                    by.map(Provider::model).orElse(null), sheet.at(), sheet.labels().stream().map(View::of).toList());
        }
    }

    /**
     * @param category what kind of thing it is; null where the labeler says none
     * @param confidence from 0 to 1; 0 where it is not known any more
     * @param provider who says so; empty where that is not known any more, for which it then has no model either
     * @param model which version of the provider's rules or model
     * @param parents what it is one of
     */
    @Serdeable.Serializable
    @Schema(name = "Label")
    record View(
            String name, @Nullable String category, double confidence, String provider, String model, List<String> parents,
            @Schema(allowableValues = {"suggested", "accepted", "rejected"}) String state) {

        static View of(Label label) {
            return new View(label.found().name().value(), label.found().category(), label.found().confidence().share(),
                    label.by().name(), label.by().model(), label.found().parents().stream().map(TagName::value).toList(),
                    Labels.of(label.state()));
        }
    }

    @Serdeable.Serializable
    @Schema(name = "BlockedLabel", example = "{\"name\": \"person\", \"since\": \"2026-01-02T12:00:00Z\"}")
    record Blocked(String name, Instant since) {

        static Blocked of(BlockedLabels.Blocked blocked) {
            return new Blocked(blocked.name().value(), blocked.since());
        }
    }

    /**
     * @param of whose images: one's own, which is the default, or the whole instance's, for admins
     * @param again whether those are labelled too that the same model has labelled before
     */
    @Introspected
    @Schema(name = "NewLabeling", example = "{\"of\": \"own\", \"again\": false}")
    record Start(@Schema(allowableValues = {"own", "instance"}) @Nullable String of, @Nullable Boolean again) {

        LabelScope scope() {
            return LabelBodies.scope("/of", of);
        }

        boolean isAgain() {
            return again != null && again;
        }
    }

    /**
     * @param images to label
     * @param calls that cost something
     * @param dollars what they cost by the instance's settings, in US dollars
     * @param callsLeftToday within the budget
     */
    @Serdeable.Serializable
    @Schema(name = "LabelingEstimate", example = """
            {"provider": "rekognition", "model": "3.0", "images": 1200, "calls": 2400, "dollars": 2.40, "callsLeftToday": 5000}""")
    record Estimate(String provider, String model, long images, long calls, BigDecimal dollars, long callsLeftToday) {

        static Estimate of(EstimateLabeling.Estimate estimate) {
            return new Estimate(estimate.by().name(), estimate.by().model(), estimate.images(), estimate.calls(),
                    estimate.dollars(), estimate.callsLeftToday());
        }
    }

    /**
     * @param state postponed until there is a budget again; failed where the labeler did not answer for long
     * @param images how many there were to label at its start
     * @param failed ones that cannot be labelled
     * @param skipped ones that went away, or to the trash, meanwhile, or wait for a job of their own or for their owner's budget
     */
    @Serdeable.Serializable
    @Schema(name = "Labeling", example = """
            {"id": "0190a1de-7c00-7000-8000-00000000000a", "of": "own", "again": false, "state": "running",
             "startedAt": "2026-01-02T12:00:00Z", "updatedAt": "2026-01-02T12:00:10Z", "images": 1200, "labelled": 430, "failed": 1,
             "skipped": 0}""")
    record Run(
            UUID id, @Schema(allowableValues = {"own", "instance"}) String of, boolean again,
            @Schema(allowableValues = {"running", "postponed", "done", "cancelled", "failed"}) String state, Instant startedAt,
            Instant updatedAt, long images, long labelled, long failed, long skipped) {

        static Run of(LabelRun run) {
            return new Run(run.id(), Labels.of(run.owner() == null ? LabelScope.INSTANCE : LabelScope.OWN), run.again(),
                    Labels.of(run.state()), run.startedAt(), run.updatedAt(), run.images(), run.tally().labelled(),
                    run.tally().failed(), run.tally().skipped());
        }
    }

    /**
     * @param urls of its picture; null once it was cleared, and then the picture is not shown for the review's sake any more
     * @param clearedAt null while it is to be looked at
     */
    @Serdeable.Serializable
    @Schema(name = "ImageReview", example = """
            {"imageId": "0190a1de-7c00-7000-8000-000000000002", "ownerId": "0190a1de-7c00-7000-8000-000000000001",
             "concerns": [{"name": "Violence", "confidence": 0.973}], "provider": "rekognition", "model": "7.0",
             "urls": {"thumbnail": "/api/v1/images/0190a1de-7c00-7000-8000-000000000002/thumbnail?session=…",
                      "preview": "/api/v1/images/0190a1de-7c00-7000-8000-000000000002/preview?session=…",
                      "large": "/api/v1/images/0190a1de-7c00-7000-8000-000000000002/large?session=…", "original": null},
             "notedAt": "2026-01-02T12:00:00Z", "clearedAt": null}""")
    record Review(
            UUID imageId, UUID ownerId, List<Reason> concerns, String provider, String model, ImageBodies.@Nullable Urls urls,
            Instant notedAt, @Nullable Instant clearedAt) {

        static Review of(Reviews.Review review, ImageBodies.@Nullable Urls urls) {
            return new Review(review.image().value(), review.owner().value(), review.concerns().stream().map(Reason::of).toList(),
                    review.by().name(), review.by().model(), urls, review.notedAt(), review.clearedAt());
        }
    }

    /** @param confidence from 0 to 1 */
    @Serdeable.Serializable
    @Schema(name = "Concern")
    record Reason(String name, double confidence) {

        static Reason of(Concern concern) {
            return new Reason(concern.name(), concern.confidence().share());
        }
    }

    /** One's own where nothing is said. */
    static LabelScope scope(String pointer, @Nullable String text) {
        LabelScope scope = Labels.read(LabelScope.class, pointer, text);
        return scope == null ? LabelScope.OWN : scope;
    }
}
