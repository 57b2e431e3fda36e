package dev.albumen.imaging.image;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Photoshop's image resources (8BIM), of which one holds what the IPTC defines. */
final class PhotoshopResources {

    private static final int SIGNATURE = 0x3842494D;
    private static final int IPTC = 0x0404;

    private PhotoshopResources() {}

    /** The IPTC's block; empty where there is none, or the resources break before it. */
    static Optional<byte[]> iptc(byte[] resources) {
        ByteBuffer in = ByteBuffer.wrap(resources);
        while (in.remaining() >= 12 && in.getInt() == SIGNATURE) {
            int id = in.getShort() & 0xFFFF;
            // a name with its length in front, both together of even length
            int name = (in.get() & 0xFF) | 1;
            if (in.remaining() < name + 4) {
                return Optional.empty();
            }
            in.position(in.position() + name);
            long length = in.getInt() & 0xFFFFFFFFL;
            if (id == IPTC) {
                int end = (int) Math.min(in.position() + length, resources.length);
                return Optional.of(Arrays.copyOfRange(resources, in.position(), end));
            }
            if (length >= in.remaining()) {
                return Optional.empty();
            }
            in.position((int) Math.min(in.position() + length + (length & 1), resources.length));
        }
        return Optional.empty();
    }
}
