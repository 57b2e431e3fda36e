package dev.albumen.bootstrap.bench;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A photograph to send. */
public record Photo(String name, byte[] jpeg) {

    private static final int START_MARKER = 2;

    /** The same picture with a comment (FF FE) of its own after the start marker, so that no two uploads are the same. */
    BodyPublisher unlikeAnyOther() {
        byte[] text = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        byte[] head = {jpeg[0], jpeg[1], (byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2)};
        return BodyPublishers.concat(
                BodyPublishers.ofByteArray(head),
                BodyPublishers.ofByteArray(text),
                BodyPublishers.ofByteArray(jpeg, START_MARKER, jpeg.length - START_MARKER));
    }
}
