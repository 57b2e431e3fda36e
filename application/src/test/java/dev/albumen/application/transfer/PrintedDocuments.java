package dev.albumen.application.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** Documents as their records print, which can be compared. None of them is one that can be read. */
final class PrintedDocuments implements TransferDocuments {

    @Override
    public byte[] write(Record document) {
        return document.toString().getBytes(UTF_8);
    }

    @Override
    public <T extends Record> Optional<T> read(byte[] json, Class<T> type) {
        return Optional.empty();
    }
}
