package dev.albumen.rest.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.albumen.application.share.AnalyzeRecipient;
import dev.albumen.application.share.ChangeRecipient;
import dev.albumen.application.share.InviteRecipient;
import dev.albumen.application.share.OwnedRecipient;
import dev.albumen.application.share.Recipients;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.RecipientId;
import dev.albumen.domain.share.RecipientTerms;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recipients of links as those who make the links see them. What is {@code null} is as the link has it. */
final class RecipientBodies {

    private RecipientBodies() {}

    /**
     * @param from the first day, in UTC
     * @param to the last one: today
     * @param views since there is the recipient
     * @param days every day from the first to the last
     */
    @Serdeable.Serializable
    @Schema(name = "ShareRecipientAnalytics")
    record Analytics(LocalDate from, LocalDate to, long views, long downloads, List<Day> days) {

        static Analytics of(AnalyzeRecipient.Analysis analysis) {
            Map<LocalDate, Recipients.Day> known = analysis.days().stream().collect(Collectors.toMap(Recipients.Day::date, Function.identity()));
            return new Analytics(analysis.first(), analysis.last(), analysis.used().views(), analysis.used().downloads(),
                    analysis.first().datesUntil(analysis.last().plusDays(1)).map(date -> Day.of(date, known.get(date))).toList());
        }
    }

    @Serdeable.Serializable
    @Schema(name = "ShareRecipientDay")
    record Day(LocalDate date, long views, long downloads) {

        static Day of(LocalDate date, Recipients.@Nullable Day day) {
            return day == null ? new Day(date, 0, 0) : new Day(date, day.views(), day.downloads());
        }
    }

    private static final String NAME = "1 to 64 characters, of which no other recipient of the link is called; it stands in the mark of "
            + "what they see and under what they write";
    private static final String NARROWER = "of this and what the link allows, the narrower one counts; null for as the link";
    private static final String WATERMARK = "whether all that they see is marked with their name, so that they get no originals; null for "
            + "unless they may have originals. What the link marks is marked in any case";

    @Introspected
    @Schema(name = "NewShareRecipient", example = """
            {"name": "Grandma", "email": "grandma@example.org", "expiresAt": "2030-01-01T00:00:00Z", "maxViews": 20,
             "allowDownload": "preview"}""")
    record Create(
            @Schema(description = NAME) String name, @Nullable String email, @Schema(description = NARROWER) @Nullable Instant expiresAt,
            @Schema(description = NARROWER) @Nullable Integer maxViews, @Schema(description = NARROWER) @Nullable Integer maxDownloads,
            @Schema(description = NARROWER) @Nullable Download allowDownload, @Schema(description = NARROWER) @Nullable Boolean allowUpload,
            @Schema(description = NARROWER) @Nullable Boolean allowComments,
            @Schema(description = NARROWER) @Nullable Boolean allowSelection, @Schema(description = WATERMARK) @Nullable Boolean watermark) {

        InviteRecipient.Command command(ShareId share) {
            return new InviteRecipient.Command(share, new RecipientTerms(name, email, expiresAt, maxViews, maxDownloads, allowDownload,
                    allowUpload, allowComments, allowSelection, watermark));
        }

        @Override
        public String toString() {
            return "Create[…]";
        }
    }

    @Introspected
    @Schema(name = "ShareRecipientPatch", example = "{\"active\": false}")
    record Patch(
            @Schema(description = NAME) Change<String> name, Change<String> email, @Schema(description = NARROWER) Change<Instant> expiresAt,
            @Schema(description = NARROWER) Change<Integer> maxViews, @Schema(description = NARROWER) Change<Integer> maxDownloads,
            @Schema(description = NARROWER) Change<Download> allowDownload, @Schema(description = NARROWER) Change<Boolean> allowUpload,
            @Schema(description = NARROWER) Change<Boolean> allowComments,
            @Schema(description = NARROWER) Change<Boolean> allowSelection, @Schema(description = WATERMARK) Change<Boolean> watermark,
            Change<Boolean> active) {

        ChangeRecipient.Command command(ShareId share, RecipientId id, Optional<Long> expected) {
            var terms = new RecipientTerms.Patch(name, email, expiresAt, maxViews, maxDownloads, allowDownload, allowUpload, allowComments,
                    allowSelection, watermark);
            return new ChangeRecipient.Command(share, id, new Recipient.Patch(terms, active), expected);
        }

        @Override
        public String toString() {
            return "Patch[…]";
        }
    }

    /**
     * @param token for the link's owner alone, as {@code url}
     * @param state active, inactive, scheduled, expired or used-up, for them
     * @param lastSeenAt when they last opened the link or downloaded something; {@code null} for never
     */
    @Serdeable.Serializable
    @Schema(name = "ShareRecipient")
    record View(
            UUID id, UUID shareId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url, String name, @Nullable String email,
            @Nullable Instant expiresAt, @Nullable Integer maxViews, @Nullable Integer maxDownloads, @Nullable String allowDownload,
            @Nullable Boolean allowUpload, @Nullable Boolean allowComments, @Nullable Boolean allowSelection, @Nullable Boolean watermark,
            boolean active, String state, long views, long downloads, @Nullable Instant lastSeenAt, Instant createdAt, Instant updatedAt,
            long version) {

        static View of(OwnedRecipient owned, @Nullable String address) {
            Recipients.Counted counted = owned.counted();
            Recipient one = counted.recipient();
            RecipientTerms terms = one.terms();
            return new View(one.id().value(), one.shareId().value(), owned.token(), address, terms.name(), terms.email(), terms.expiresAt(),
                    terms.maxViews(), terms.maxDownloads(), terms.allowDownload() == null ? null : Labels.of(terms.allowDownload()),
                    terms.allowUpload(), terms.allowComments(), terms.allowSelection(), terms.watermark(), one.active(),
                    Labels.of(owned.state()), counted.used().views(), counted.used().downloads(), counted.seenAt(), one.createdAt(),
                    one.updatedAt(), one.version());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }
}
