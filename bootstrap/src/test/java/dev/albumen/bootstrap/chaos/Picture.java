package dev.albumen.bootstrap.chaos;

import dev.albumen.application.image.Pictures;
import dev.albumen.domain.shared.Sha256;
import java.nio.ByteBuffer;
import java.util.List;

/** A file to upload, unlike any other of the run. */
record Picture(byte[] bytes, String sha256) {

    private static final int COMMENT_BYTES = 20;
    /** Most are small, so that as many as possible are on their way. */
    private static final List<byte[]> BASES = List.of(
            Pictures.jpeg(160, 120), Pictures.jpeg(160, 120), Pictures.jpeg(240, 180), Pictures.jpeg(700, 500));

    /** One of a few pictures, with a comment of its own. */
    static Picture drawn(Dice dice) {
        byte[] base = dice.one(BASES);
        byte[] head = {base[0], base[1], (byte) 0xFF, (byte) 0xFE, 0, (byte) (COMMENT_BYTES + 2)};
        byte[] bytes = ByteBuffer.allocate(base.length + 4 + COMMENT_BYTES)
                .put(head).put(dice.bytes(COMMENT_BYTES)).put(base, 2, base.length - 2).array();
        return new Picture(bytes, Sha256.of(bytes).hex());
    }
}
