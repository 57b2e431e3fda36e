package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes note of files to come, reserves their bytes, and tells where to put them. All of them, or none. */
public final class OpenUploads {

    private final Transactions transactions;
    private final UploadOpening opening;
    private final UploadRules rules;
    private final UploadAddresses addresses;

    public OpenUploads(Transactions transactions, UploadOpening opening, UploadRules rules, UploadAddresses addresses) {
        this.transactions = transactions;
        this.opening = opening;
        this.rules = rules;
        this.addresses = addresses;
    }

    /** @param album one more album to put them into; {@code null} for the master album alone */
    public record Command(List<Upload.Announced> files, @Nullable AlbumId album) {

        public Command {
            files = List.copyOf(files);
            if (files.isEmpty() || files.size() > UploadLimits.MAX_FILES) {
                throw Refusal.invalid("/files", "wrong-number", "A call announces 1 to " + UploadLimits.MAX_FILES + " files.");
            }
        }
    }

    public record Opened(Upload upload, UploadAddresses.Address address) {}

    /** In the order of the command. */
    public record Batch(List<Opened> uploads) {}

    public Batch handle(Viewer viewer, Command command) {
        viewer.member();
        command.files().forEach(rules::require);
        return transactions.write(() -> new Batch(opening.opened(viewer, command.files(), command.album(), false).stream()
                .map(upload -> new Opened(upload, addresses.issue(ticket(upload)))).toList()));
    }

    static UploadAddresses.Ticket ticket(Upload upload) {
        Upload.Announced file = upload.file();
        return new UploadAddresses.Ticket(upload.id(), file.byteSize(), file.mediaType(), file.sha256(), upload.expiresAt());
    }
}
