package dev.albumen.bootstrap.bench.big;

import dev.albumen.bootstrap.bench.Photo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.SplittableRandom;

/** A photograph with many bytes behind its end, as telephones append films to pictures. They are made while they are read. */
record BigFile(Photo photo, long byteSize) {

    InputStream stream() {
        byte[] picture = photo.bytesUnlikeAnyOther();
        return new SequenceInputStream(new ByteArrayInputStream(picture), new Noise(byteSize - picture.length));
    }

    /** Bytes of no pattern within a megabyte. */
    private static final class Noise extends InputStream {

        private final byte[] block = new byte[1 << 20];
        private long left;

        private Noise(long length) {
            left = length;
            new SplittableRandom(length).nextBytes(block);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int from = (int) (left % block.length);
            int count = (int) Math.min(left, Math.min(length, block.length - from));
            System.arraycopy(block, from, into, offset, count);
            left -= count;
            return count;
        }
    }
}
