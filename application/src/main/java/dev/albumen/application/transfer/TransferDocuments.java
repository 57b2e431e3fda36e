package dev.albumen.application.transfer;

import java.util.Optional;

/**
 * Writes and reads the JSON documents of exported accounts and of others' archives: the records of this package that say
 * so. Field names are the records' own; a field that holds nothing is left out.
 */
public interface TransferDocuments {

    /** Writes a document, in UTF-8. Equal records give equal bytes. */
    byte[] write(Record document);

    /** Reads a document. Fields that the record lacks are overlooked. Empty for anything else than such a document. */
    <T extends Record> Optional<T> read(byte[] json, Class<T> type);
}
