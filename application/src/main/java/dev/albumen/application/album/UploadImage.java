package dev.albumen.application.album;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.image.Inspector;
import dev.albumen.application.image.MetadataReader;
import dev.albumen.application.image.NewImages;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.Originals;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.user.UsageLevel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes an uploaded file into its owner's master album, and into another where one is named. All ways of uploading end
 * here. On return the original is durable, and so is the job that makes its renditions.
 */
public final class UploadImage {

    /** How many files one request may bring. */
    public static final int MAX_BATCH_SIZE = 10;

    private final Transactions transactions;
    private final Inspector inspector;
    private final MetadataReader metadata;
    private final Originals originals;
    private final UploadTarget target;
    private final Uploads uploads;
    private final NewImages newImages;
    private final ImageViews views;
    private final Ids ids;
    private final InstantSource clock;

    public UploadImage(
            Transactions transactions, Inspector inspector, MetadataReader metadata, Originals originals, UploadTarget target,
            Uploads uploads, NewImages newImages, ImageViews views, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.inspector = inspector;
        this.metadata = metadata;
        this.originals = originals;
        this.target = target;
        this.uploads = uploads;
        this.newImages = newImages;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param file as it was staged; the caller closes it
     * @param album one more album to put it into; {@code null} for the master album alone
     * @param keywordsAsTags whether the keywords in the file become tags too
     * @param expected what the sender says the bytes are; {@code null} where they don't say
     * @param upload that this completes, with what is reserved for it; {@code null} for none
     * @param work that this is a step of; {@code null} for none
     */
    public record Command(
            StagingArea.StagedFile file, Filename filename, @Nullable AlbumId album, List<TagName> tags,
            boolean keywordsAsTags, @Nullable String title, @Nullable String description, @Nullable Sha256 expected,
            @Nullable UploadId upload, @Nullable Work work) {

        public static final int MAX_TAGS = 50;

        public Command {
            tags = List.copyOf(tags);
            if (tags.size() > MAX_TAGS) {
                throw Refusal.invalid("tags", "too-many", "An upload brings at most " + MAX_TAGS + " tags.");
            }
        }
    }

    /** A larger work, which keeps its own books in the transaction of each upload. */
    public interface Work {

        /** Before anything is written: may refuse, and gives back what it has reserved for the upload. */
        void begin();

        /** After all is written. */
        void done(Uploaded uploaded);
    }

    /**
     * @param duplicate whether the owner had the same bytes already, so that nothing new was made
     * @param level how near their owner's storage is to its quota now; normal where nothing new was made
     */
    public record Uploaded(ImageView image, boolean duplicate, UsageLevel level) {}

    public Uploaded handle(Viewer viewer, Command command) {
        UserId owner = viewer.member().userId();
        Sha256 content = command.file().sha256();
        UploadedBytes.requireChecksum(command.expected(), content);
        Image image = described(owner, command);
        // before the bytes are kept, which may take the file away
        List<TagName> tags = tags(image, command);
        boolean known = transactions.read(() -> alreadyKept(viewer, command));
        if (!known) {
            originals.keep(content, command.file().path());
        }
        return transactions.write(() -> {
            if (command.work() == null) {
                return entered(viewer, image, command, tags);
            }
            command.work().begin();
            Uploaded uploaded = entered(viewer, image, command, tags);
            command.work().done(uploaded);
            return uploaded;
        });
    }

    private List<TagName> tags(Image image, Command command) {
        if (!command.keywordsAsTags()) {
            return command.tags();
        }
        List<String> keywords = metadata.read(command.file().path(), image.mediaType()).caption().keywords();
        return Stream.concat(command.tags().stream(), keywords.stream().flatMap(word -> TagName.ofKeyword(word).stream()))
                .distinct().toList();
    }

    /** Whether the owner has the bytes already; refuses early what would leave bytes for the sweeper. */
    private boolean alreadyKept(Viewer viewer, Command command) {
        target.require(viewer, command.album());
        UserId owner = viewer.member().userId();
        if (newImages.known(owner, command.file().sha256()).isPresent()) {
            return true;
        }
        if (command.upload() == null && command.work() == null) {
            newImages.requireRoom(owner, command.file().byteSize());
        }
        return false;
    }

    private Image described(UserId owner, Command command) {
        StagingArea.StagedFile file = command.file();
        Inspector.Inspection seen = inspector.inspect(file.path());
        Image.Upload upload = new Image.Upload(
                command.filename(), seen.mediaType(), file.byteSize(), file.sha256(), seen.dimensions());
        return Image.uploaded(
                new ImageId(ids.next()), owner, upload, command.title(), command.description(), clock.instant());
    }

    private Uploaded entered(Viewer viewer, Image image, Command command, List<TagName> tags) {
        Optional<Upload> upload = Optional.ofNullable(command.upload()).map(id -> uploads.lock(id).orElseThrow(Refusal::notFound));
        Optional<Upload.Result> before = upload.flatMap(one -> Optional.ofNullable(one.result()));
        if (before.isPresent()) {
            return uploaded(viewer, before.get().image(), before.get().duplicate(), UsageLevel.NORMAL);
        }
        target.require(viewer, command.album());
        originals.claim(image.sha256(), new BlobSum(command.file().byteSize(), command.file().crc32()));
        Optional<Image> known = newImages.known(image.ownerId(), image.sha256());
        UsageLevel level = UsageLevel.NORMAL;
        if (known.isPresent()) {
            newImages.welcomeBack(viewer, known.get(), image.createdAt());
            upload.map(Upload::reservation).ifPresent(newImages::giveUp);
        } else {
            level = newImages.enter(viewer, image, upload.map(Upload::reservation).orElse(null)).level();
        }
        ImageId id = known.map(Image::id).orElse(image.id());
        boolean placed = target.place(image.ownerId(), id, command.album(), tags, image.createdAt());
        if (placed && known.isPresent()) {
            newImages.extended(viewer, id, image.createdAt());
        }
        upload.ifPresent(one -> uploads.complete(one.id(), id, known.isPresent()));
        return uploaded(viewer, id, known.isPresent(), level);
    }

    private Uploaded uploaded(Viewer viewer, ImageId id, boolean duplicate, UsageLevel level) {
        ImageView view = views.find(viewer, id).orElseThrow(Refusal::notFound);
        return new Uploaded(view.shownTo(viewer), duplicate, level);
    }
}
