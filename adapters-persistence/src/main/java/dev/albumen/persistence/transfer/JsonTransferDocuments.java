package dev.albumen.persistence.transfer;

import dev.albumen.application.transfer.ExportedAccount;
import dev.albumen.application.transfer.ExportedAlbum;
import dev.albumen.application.transfer.ExportedImages;
import dev.albumen.application.transfer.ExportedOrder;
import dev.albumen.application.transfer.ExportedSelections;
import dev.albumen.application.transfer.ExportedShares;
import dev.albumen.application.transfer.ExportedTags;
import dev.albumen.application.transfer.ExportedTalk;
import dev.albumen.application.transfer.TakeoutDocument;
import dev.albumen.application.transfer.TransferDocuments;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON by the framework's own mapper. */
@Singleton
@SerdeImport(ExportedAccount.class)
@SerdeImport(ExportedAlbum.class)
@SerdeImport(ExportedImages.class)
@SerdeImport(ExportedImages.ExportedImage.class)
@SerdeImport(ExportedImages.ExportedLabel.class)
@SerdeImport(ExportedImages.ExportedTag.class)
@SerdeImport(ExportedOrder.class)
@SerdeImport(ExportedOrder.KeptBoard.class)
@SerdeImport(ExportedOrder.KeptSearch.class)
@SerdeImport(ExportedSelections.class)
@SerdeImport(ExportedSelections.OfShare.class)
@SerdeImport(ExportedSelections.Client.class)
@SerdeImport(ExportedSelections.Item.class)
@SerdeImport(ExportedShares.class)
@SerdeImport(ExportedShares.ExportedRecipient.class)
@SerdeImport(ExportedShares.ExportedShare.class)
@SerdeImport(ExportedTags.class)
@SerdeImport(ExportedTags.CategoryDetail.class)
@SerdeImport(ExportedTags.TagDetail.class)
@SerdeImport(ExportedTalk.class)
@SerdeImport(ExportedTalk.About.class)
@SerdeImport(ExportedTalk.Said.class)
@SerdeImport(TakeoutDocument.class)
@SerdeImport(TakeoutDocument.Time.class)
final class JsonTransferDocuments implements TransferDocuments {

    private final ObjectMapper mapper;

    JsonTransferDocuments(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public byte[] write(Record document) {
        try {
            return mapper.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T extends Record> Optional<T> read(byte[] json, Class<T> type) {
        try {
            return Optional.ofNullable(mapper.readValue(json, type));
        } catch (IOException | RuntimeException unreadable) {
            // Whatever a stranger's file makes the mapper throw, it is no such document.
            return Optional.empty();
        }
    }
}
