package dev.albumen.bootstrap.bench;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** A photograph to send. */
public record Photo(String name, byte[] jpeg) {

    private static final int START_MARKER = 2;

    /** The bytes of {@link #unlikeAnyOther}. */
    public byte[] bytesUnlikeAnyOther() {
        byte[] head = head();
        byte[] all = Arrays.copyOf(head, head.length + jpeg.length - START_MARKER);
        System.arraycopy(jpeg, START_MARKER, all, head.length, jpeg.length - START_MARKER);
        return all;
    }

    /** The same picture with a comment (FF FE) of its own after the start marker, so that no two uploads are the same. */
    BodyPublisher unlikeAnyOther() {
        return BodyPublishers.concat(
                BodyPublishers.ofByteArray(head()), BodyPublishers.ofByteArray(jpeg, START_MARKER, jpeg.length - START_MARKER));
    }

    private byte[] head() {
        byte[] text = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        byte[] head = {jpeg[0], jpeg[1], (byte) 0xFF, (byte) 0xFE, 0, (byte) (text.length + 2)};
        byte[] all = Arrays.copyOf(head, head.length + text.length);
        System.arraycopy(text, 0, all, head.length, text.length);
        return all;
    }
}
