package dev.albumen.application.share;

import dev.albumen.application.album.AlbumImages;
import dev.albumen.application.album.Albums;
import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.Images;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.share.ContributionId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Accepts what came through a link, into the album that it is meant for, or rejects it, into the trash. */
public final class SettleContribution {

    private final Transactions transactions;
    private final Contributions contributions;
    private final Albums albums;
    private final AlbumImages albumImages;
    private final Images images;
    private final AuditTrail audit;
    private final InstantSource clock;

    public SettleContribution(
            Transactions transactions, Contributions contributions, Albums albums, AlbumImages albumImages, Images images,
            AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.contributions = contributions;
        this.albums = albums;
        this.albumImages = albumImages;
        this.images = images;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param verdict accepted or rejected; the same again changes nothing */
    public record Command(ContributionId id, Contribution.State verdict) {}

    public Contribution handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        return transactions.write(() -> {
            Contribution before = contributions.lock(command.id())
                    .filter(one -> one.ownerId().equals(owner)).orElseThrow(Refusal::notFound);
            Contribution settled = before.settled(command.verdict());
            if (!settled.equals(before)) {
                Instant now = clock.instant();
                boolean accepted = command.verdict() == Contribution.State.ACCEPTED;
                if (accepted) {
                    place(settled, now);
                } else {
                    trash(settled, now);
                }
                contributions.save(settled);
                audit.append(AuditEntry.by(viewer, accepted ? "contribution.accept" : "contribution.reject", settled.id(), now));
            }
            return settled;
        });
    }

    /** Where the album is still its owner's, and among all that they have. What they had thrown away comes back. */
    private void place(Contribution settled, Instant now) {
        keep(settled, now);
        images.find(settled.imageId()).filter(Image::trashed).ifPresent(one -> images.save(one.restored(now)));
        Optional.ofNullable(settled.albumId()).flatMap(albums::find).filter(album -> album.ownerId().equals(settled.ownerId()))
                .ifPresent(album -> albumImages.append(album.id(), List.of(settled.imageId()), settled.ownerId(), now));
    }

    /** Puts it into the album that holds all of its owner's, where it is when it comes back from the trash, too. */
    private void keep(Contribution settled, Instant now) {
        albums.master(settled.ownerId()).ifPresent(master ->
                albumImages.append(master.id(), List.of(settled.imageId()), settled.ownerId(), now));
    }

    /** What the owner had before stays. */
    private void trash(Contribution settled, Instant now) {
        if (settled.made()) {
            images.find(settled.imageId()).filter(one -> !one.trashed()).ifPresent(one -> images.save(one.trashed(now)));
            keep(settled, now);
        }
    }
}
