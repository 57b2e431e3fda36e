package dev.albumen.application.share;

import dev.albumen.application.album.AlbumImages;
import dev.albumen.application.album.Albums;
import dev.albumen.application.album.UploadImage;
import dev.albumen.application.image.Images;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.share.ContributionId;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes an image from a visitor on behalf of the link's owner. It lies in no album, for others may see any, until the owner
 * accepts it. Visitors learn nothing of what the owner has.
 */
public final class ContributeImage {

    /** Images that have come through one link and were not rejected. */
    static final int MOST_IMAGES = 1000;
    static final long MOST_BYTES = 5L << 30;

    private final ContributionTarget target;
    private final Transactions transactions;
    private final Images images;
    private final UploadImage upload;
    private final Albums albums;
    private final AlbumImages albumImages;
    private final Contributions contributions;
    private final Ids ids;
    private final InstantSource clock;

    public ContributeImage(
            ContributionTarget target, Transactions transactions, Images images, UploadImage upload, Albums albums,
            AlbumImages albumImages, Contributions contributions, Ids ids, InstantSource clock) {
        this.target = target;
        this.transactions = transactions;
        this.images = images;
        this.upload = upload;
        this.albums = albums;
        this.albumImages = albumImages;
        this.contributions = contributions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param file as it was staged; the caller closes it
     * @param contributor what the visitor calls themselves; {@code null} where they do not say
     */
    public record Command(Knock knock, StagingArea.StagedFile file, Filename filename, @Nullable String contributor) {
        public Command {
            contributor = Text.optionalLine("contributor", contributor, Contribution.MAX_CONTRIBUTOR);
        }
    }

    /** The contribution; the one that there was, where the same bytes came through the link before. */
    public Contribution handle(Viewer viewer, Command command) {
        Entry entry = new Entry(target.require(viewer, command.knock()), command);
        ShareLink link = entry.meant.link();
        Optional<Image> thrownAway = transactions.read(() -> images.findByContent(link.ownerId(), command.file().sha256()))
                .filter(Image::trashed);
        // an upload would take it out of the trash
        return thrownAway.map(image -> transactions.write(() -> {
            entry.begin();
            return entry.add(image.id(), false);
        })).orElseGet(() -> uploaded(link, command, entry));
    }

    private Contribution uploaded(ShareLink link, Command command, Entry entry) {
        Viewer.Member owner = new Viewer.Member(link.ownerId(), Role.USER, new SessionId(ids.next()));
        try {
            upload.handle(owner, new UploadImage.Command(
                    command.file(), command.filename(), null, List.of(), false, null, null, null, null, entry));
        } catch (RefusedException refused) {
            throw refused.refusal() instanceof Refusal.QuotaExceeded ? full() : refused;
        }
        return entry.added();
    }

    private static RefusedException full() {
        return new Refusal.Conflict("share-uploads-full", "No more images can be sent through this link.").thrown();
    }

    /** What is written about an image in the transaction of its upload. */
    private final class Entry implements UploadImage.Work {

        private final ContributionTarget.Meant meant;
        private final Command command;
        private @Nullable Contribution added;

        Entry(ContributionTarget.Meant meant, Command command) {
            this.meant = meant;
            this.command = command;
        }

        @Override
        public void begin() {
            Contributions.Load load = contributions.load(meant.link().id()).orElseThrow(Refusal::notFound);
            if (load.images() >= MOST_IMAGES || load.bytes() + command.file().byteSize() > MOST_BYTES) {
                throw full();
            }
        }

        @Override
        public void done(UploadImage.Uploaded uploaded) {
            ImageId image = uploaded.image().image().id();
            if (!uploaded.duplicate()) {
                albums.master(meant.link().ownerId()).ifPresent(master -> albumImages.remove(master.id(), List.of(image)));
            }
            add(image, !uploaded.duplicate());
        }

        Contribution add(ImageId image, boolean made) {
            added = contributions.add(new Contribution(new ContributionId(ids.next()), meant.link().id(), meant.link().ownerId(),
                    meant.album(), image, contributor(), made, Contribution.State.PENDING, clock.instant()));
            return added;
        }

        /** A recipient is who they are. */
        private @Nullable String contributor() {
            Recipient recipient = meant.link().recipient();
            return recipient == null ? command.contributor() : recipient.name();
        }

        Contribution added() {
            if (added == null) {
                throw new IllegalStateException("an upload without its contribution");
            }
            return added;
        }
    }
}
