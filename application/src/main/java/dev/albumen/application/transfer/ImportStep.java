package dev.albumen.application.transfer;

import dev.albumen.application.transfer.ExportedImages.ExportedImage;
import dev.albumen.application.transfer.ExportedShares.ExportedShare;
import java.util.List;

/** One thing to do with an archive, in a transaction of its own. */
sealed interface ImportStep {

    /** Bytes that are held for it in its owner's quota. */
    default long reservedBytes() {
        return 0;
    }

    /** Bring a picture into the album of its folder. */
    record Foreign(ImportPlan.Picture picture) implements ImportStep {
        @Override
        public long reservedBytes() {
            return picture.file().byteSize();
        }
    }

    /** Bring back a picture of an export. */
    record Own(ImportedFile file, ExportedImage told) implements ImportStep {
        @Override
        public long reservedBytes() {
            return file.byteSize();
        }
    }

    /** Note down what is left out. */
    record LeaveOut(LeftEntry entry) implements ImportStep {}

    /** @param number of its document */
    record OwnAlbum(int number, ExportedAlbum told) implements ImportStep {}

    record OwnTags(ExportedTags told) implements ImportStep {}

    /** A board, after all pictures. */
    record OwnBoard(ExportedOrder.KeptBoard told) implements ImportStep {}

    record OwnSearch(ExportedOrder.KeptSearch told) implements ImportStep {}

    /** Images to mark as favourites, in this order, after all pictures. */
    record OwnFavorites(List<String> hashes) implements ImportStep {}

    record OwnShare(ExportedShare told) implements ImportStep {}
}
