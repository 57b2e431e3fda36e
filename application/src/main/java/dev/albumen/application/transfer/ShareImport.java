package dev.albumen.application.transfer;

import dev.albumen.application.share.ChangeShare;
import dev.albumen.application.share.CreateShare;
import dev.albumen.application.share.ShareKey;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.transfer.ExportedShares.ExportedShare;
import dev.albumen.domain.share.Download;
import dev.albumen.domain.share.ShareTerms;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.share.Slug;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes new links in place of those that an export tells of: with new tokens, for the old ones are not in it. One that had a
 * password comes turned off, because it has none now; one that has expired does not come.
 */
final class ShareImport {

    private final Transactions transactions;
    private final ArchiveImports imports;
    private final AlbumImport albums;
    private final ShareViews views;
    private final CreateShare createShare;
    private final ChangeShare changeShare;
    private final RecipientImport recipients;
    private final InstantSource clock;

    ShareImport(
            Transactions transactions, ArchiveImports imports, AlbumImport albums, ShareViews views, CreateShare createShare,
            ChangeShare changeShare, RecipientImport recipients, InstantSource clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.albums = albums;
        this.views = views;
        this.createShare = createShare;
        this.changeShare = changeShare;
        this.recipients = recipients;
        this.clock = clock;
    }

    void restore(Viewer.Member owner, ImportBooks books, ImportStep.OwnShare step) {
        transactions.writing(() -> {
            books.begin(step);
            Optional<LeftEntry> left = restored(owner, books.kept(), step.told());
            books.note(ArchiveImport.NOTHING, left.map(List::of).orElse(List.of()));
        });
    }

    /** Why it was not, if so. */
    private Optional<LeftEntry> restored(Viewer.Member owner, ArchiveImport work, ExportedShare told) {
        Instant now = clock.instant();
        Instant expiry = time(told.expiresAt());
        Optional<SharedResource> resource = resource(owner, work, told);
        if (resource.isEmpty()) {
            return left(told, "share-without-resource", "What this link showed was not imported.");
        }
        if (told.expiresAt() != null && (expiry == null || !expiry.isAfter(now))) {
            return left(told, "share-expired", "This link had expired.");
        }
        CreateShare.Command link = new CreateShare.Command(resource.get(), terms(told, expiry), null);
        if (!isThere(owner, link, now)) {
            ShareId made = createShare.handle(owner, link).link().id();
            if (told.hasPassword() || !told.active()) {
                changeShare.handle(owner, new ChangeShare.Command(
                        made, ShareTerms.Patch.NOTHING, Change.keep(), Change.to(false), Optional.empty()));
            }
            told.recipients().forEach(one -> recipients.restore(owner, made, one, now));
        }
        return Optional.empty();
    }

    private Optional<SharedResource> resource(Viewer.Member owner, ArchiveImport work, ExportedShare told) {
        if (told.album() != null) {
            return imports.album(work.id(), AlbumImport.source(told.album())).map(
                    album -> told.withAlbums() ? new SharedResource.OfProject(album) : new SharedResource.OfAlbum(album));
        }
        return Optional.ofNullable(told.image()).flatMap(hash -> albums.image(owner, hash)).map(SharedResource.OfImage::new);
    }

    /** With its slug only where no link here has it. */
    private ShareTerms terms(ExportedShare told, @Nullable Instant expiry) {
        ShareTerms terms = new ShareTerms(told.label(), told.slug() == null ? null : Slug.chosen(told.slug()), time(told.startsAt()),
                expiry, told.maxViews(), told.maxDownloads(), download(told.allowDownload()), told.allowUpload(),
                told.allowComments(), told.showMetadata(), told.watermark());
        return told.slug() == null || views.open(ShareKey.of(told.slug())).isEmpty() ? terms : terms.withoutSlug();
    }

    /** So that an archive that comes twice makes no link twice. */
    private boolean isThere(Viewer.Member owner, CreateShare.Command link, Instant now) {
        List<ShareViews.Counted> found = new ArrayList<>();
        Pages.each(page -> views.list(owner.userId(), new ShareViews.Search(link.resource(), null, null), page, now), found::addAll);
        return found.stream().anyMatch(one -> one.link().terms().withoutSlug().equals(link.terms().withoutSlug()));
    }

    private static Optional<LeftEntry> left(ExportedShare told, String code, String why) {
        String label = told.label() == null ? "" : " " + told.label();
        return Optional.of(new LeftEntry(BagPaths.SHARES + label, LeftEntry.Outcome.SKIPPED, code, why));
    }

    private static Download download(String text) {
        for (Download one : Download.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
                return one;
            }
        }
        throw new Refusal.Unprocessable("export-unreadable", "The export does not say what this link's holders may take.").thrown();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
