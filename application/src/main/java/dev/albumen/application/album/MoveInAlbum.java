package dev.albumen.application.album;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.AlbumAction;
import dev.albumen.domain.album.Position;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.Optional;

/** Moves an image within an album's manual order. Writes one row, however large the album. */
public final class MoveInAlbum {

    private final Transactions transactions;
    private final FindAlbum find;
    private final AlbumImages images;
    private final AuditTrail audit;
    private final InstantSource clock;

    public MoveInAlbum(
            Transactions transactions, Albums albums, AlbumMembers members, AlbumImages images, AuditTrail audit,
            InstantSource clock) {
        this.transactions = transactions;
        this.find = new FindAlbum(albums, members);
        this.images = images;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param after the image that it is to follow; empty for the front */
    public record Command(AlbumId id, ImageId image, Optional<ImageId> after) {}

    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> {
            find.require(viewer, command.id(), AlbumAction.CHANGE);
            images.lock(command.id());
            if (!images.contains(command.id(), command.image())) {
                throw Refusal.notFound();
            }
            if (command.after().equals(Optional.of(command.image()))) {
                throw Refusal.invalid("/after", "itself", "An image cannot follow itself.");
            }
            Optional<Position> before = command.after().map(after -> images.position(command.id(), after).orElseThrow(
                    () -> Refusal.invalid("/after", "not-in-album", "The image to follow is not in this album.")));
            Optional<Position> next = images.next(command.id(), before, command.image());
            images.move(command.id(), command.image(), Position.between(before.orElse(null), next.orElse(null)));
            audit.append(AuditEntry.by(viewer, "album.order", command.id(), clock.instant()));
        });
    }
}
