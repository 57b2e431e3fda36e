package dev.albumen.persistence.transfer;

import dev.albumen.application.transfer.TransferDocuments;
import dev.albumen.application.transfer.TransferDocumentsContract;
import io.micronaut.serde.ObjectMapper;

class JsonTransferDocumentsTest extends TransferDocumentsContract {

    private final TransferDocuments documents = new JsonTransferDocuments(ObjectMapper.getDefault());

    @Override
    protected TransferDocuments documents() {
        return documents;
    }
}
