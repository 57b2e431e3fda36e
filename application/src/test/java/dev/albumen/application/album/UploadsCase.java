package dev.albumen.application.album;

import static dev.albumen.domain.shared.People.ADA;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.application.image.Inspector;
import dev.albumen.application.image.NewImages;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.application.storage.Originals;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.application.storage.UploadPasses;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Uploads in several requests, from their announcement to their end. */
abstract class UploadsCase extends UseCaseTest {

    static final UploadId NOBODYS = new UploadId(new UUID(9, 9));

    private final Inspector inspector = new Inspector() {
        @Override
        public Set<MediaType> accepted() {
            return Set.of(MediaType.JPEG, MediaType.PNG);
        }

        @Override
        public Inspection inspect(Path file) {
            try {
                if (Files.readString(file).startsWith("broken")) {
                    throw new Refusal.Unprocessable("image-broken", "Broken.").thrown();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Inspection(MediaType.JPEG, new Dimensions(4, 3));
        }
    };
    private final UploadPasses passes = new UploadPasses(secrets);
    private final UploadAddresses addresses = ticket -> new UploadAddresses.Address(URI.create(passes.sign(ticket)), Map.of());
    final InMemoryUploads uploads = new InMemoryUploads(transactions);
    final UploadParts parts = new InMemoryUploadParts(transactions, uploads);
    final UploadBytes bytes = new UploadBytes(blobs, parts, transactions);
    private final UploadTarget target =
            new UploadTarget(catalogue.albums(), catalogue.albumMembers(), catalogue.albumImages(), catalogue.tags());
    private final UploadRules rules = new UploadRules(inspector, new UploadLimits(100, Duration.ofHours(1)));
    private final UploadOpening opening = new UploadOpening(target, uploads, quota, rules, audit, ids, clock);
    final OpenUploads open = new OpenUploads(transactions, opening, rules, addresses);
    private final BeginUpload begin = new BeginUpload(transactions, opening, rules);
    final AbortUpload abort = new AbortUpload(transactions, uploads, quota, bytes, audit, clock);
    final ViewUpload view = new ViewUpload(transactions, uploads, clock);
    final ExpireUploads expire = new ExpireUploads(transactions, uploads, quota, blobs, clock);

    ReceiveUpload receive() {
        return new ReceiveUpload(transactions, uploads, passes, staging, blobs, clock);
    }

    CompleteUpload complete() {
        return complete(bytes);
    }

    CompleteUpload complete(UploadBytes bytes) {
        UploadImage uploadImage = new UploadImage(transactions, inspector, (file, type) -> ImageMetadata.NONE,
                new Originals(blobs, catalogue.blobClaims(), new InMemoryBlobSums()), target, uploads,
                new NewImages(catalogue.images(), quota, jobs, audit), catalogue.imageViews(), ids, clock);
        return new CompleteUpload(transactions, uploads, uploadImage, catalogue.imageViews(), quota, bytes, staging, clock);
    }

    @AfterEach
    void leavesNothingStaged() {
        assertNothingStaged();
    }

    Upload begun(String text) {
        return begin.handle(ADA, new BeginUpload.Command(announced(text), null));
    }

    OpenUploads.Opened opened(Upload.Announced file) {
        return open.handle(ADA, command(file)).uploads().getFirst();
    }

    static OpenUploads.Command command(Upload.Announced... files) {
        return new OpenUploads.Command(List.of(files), null);
    }

    static Upload.Announced announced(String text) {
        return new Upload.Announced(new Filename("sea.jpg"), text.length(), "image/jpeg", Sha256.of(text));
    }

    void send(OpenUploads.Opened opened, String text) {
        receive(opened, opened.address().uri().toString(), (long) text.length(), "image/jpeg", text);
    }

    void receive(OpenUploads.Opened opened, String signature, @Nullable Long length, @Nullable String type, String text) {
        receive().handle(Viewer.ANONYMOUS, new ReceiveUpload.Command(opened.upload().id(), signature, length, type, bytes(text)));
    }

    static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    UploadImage.Uploaded completed(OpenUploads.Opened opened) {
        return complete().handle(ADA, new CompleteUpload.Command(opened.upload().id()));
    }

    List<BlobKey> sent() {
        return blobs.list(BlobKey.UPLOADS, Optional.empty(), 1000).stream().map(BlobStore.Stat::key).toList();
    }
}
