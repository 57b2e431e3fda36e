package dev.albumen.application.album;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes note of a file that will come in parts, and reserves its bytes. */
public final class BeginUpload {

    private final Transactions transactions;
    private final UploadOpening opening;
    private final UploadRules rules;

    public BeginUpload(Transactions transactions, UploadOpening opening, UploadRules rules) {
        this.transactions = transactions;
        this.opening = opening;
        this.rules = rules;
    }

    /**
     * @param file whose type need not be told: its content says it when it is complete
     * @param album one more album to put it into; {@code null} for the master album alone
     */
    public record Command(Upload.Announced file, @Nullable AlbumId album) {}

    public Upload handle(Viewer viewer, Command command) {
        viewer.member();
        rules.requireSize(command.file());
        return transactions.write(() -> opening.opened(viewer, List.of(command.file()), command.album(), true)).getFirst();
    }
}
