package dev.albumen.bootstrap.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * Good files gone wrong in one place or two: bits flipped, blocks lost, doubled or swapped, lengths at their extremes, ends
 * missing, files in files. A seed and a number always give the same.
 */
final class Mutations {

    private static final int[] EXTREMES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xFFFF, 0x7FFF, 0x8000, 0x10000, 0x7FFFFFF0};
    /** Most of what a parser trusts stands near the start. */
    private static final int HEAD = 256;

    private final long seed;
    private final List<Map.Entry<String, byte[]>> good;

    /** @param good small files by a name that says their kind */
    Mutations(long seed, Map<String, byte[]> good) {
        this.seed = seed;
        this.good = List.copyOf(good.entrySet());
    }

    record Mutation(String name, byte[] file) {}

    Mutation get(int number) {
        Map.Entry<String, byte[]> source = good.get(number % good.size());
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        byte[] file = source.getValue().clone();
        for (int left = 1 + random.nextInt(4) / 2; left > 0 && file.length > 16; left--) {
            file = once(file, random);
        }
        // else sums and sizes would keep most of it from the decoder
        if (random.nextInt(8) > 0) {
            correctPngChecksums(file);
            correctRiffSize(file);
        }
        return new Mutation(number + "-" + source.getKey(), file);
    }

    private byte[] once(byte[] file, SplittableRandom random) {
        return switch (random.nextInt(16)) {
            case 0 -> Arrays.copyOf(file, random.nextInt(1, file.length));
            case 1, 2 -> doubled(file, random);
            case 3, 4 -> without(file, random);
            case 5, 6 -> swapped(file, random);
            case 7, 8 -> filled(file, random);
            case 9 -> spliced(file, random);
            case 10, 11 -> extreme(file, random);
            default -> flipped(file, random);
        };
    }

    private static int place(byte[] file, SplittableRandom random) {
        return random.nextInt(random.nextInt(3) == 0 ? Math.min(HEAD, file.length) : file.length);
    }

    private static byte[] flipped(byte[] file, SplittableRandom random) {
        for (int left = 1 << random.nextInt(5); left > 0; left--) {
            file[place(file, random)] ^= (byte) (1 << random.nextInt(8));
        }
        return file;
    }

    private static byte[] doubled(byte[] file, SplittableRandom random) {
        int from = place(file, random);
        int to = from + random.nextInt(1, Math.min(1024, file.length - from) + 1);
        return join(file, 0, to, file, from, file.length);
    }

    private static byte[] without(byte[] file, SplittableRandom random) {
        int from = place(file, random);
        int to = from + random.nextInt(1, Math.min(256, file.length - from) + 1);
        return join(file, 0, from, file, to, file.length);
    }

    private static byte[] swapped(byte[] file, SplittableRandom random) {
        int length = random.nextInt(1, Math.min(64, file.length / 2) + 1);
        int one = random.nextInt(file.length - length + 1);
        int other = random.nextInt(file.length - length + 1);
        byte[] kept = Arrays.copyOfRange(file, one, one + length);
        System.arraycopy(file, other, file, one, length);
        System.arraycopy(kept, 0, file, other, length);
        return file;
    }

    private static byte[] filled(byte[] file, SplittableRandom random) {
        int from = place(file, random);
        int to = from + random.nextInt(1, Math.min(64, file.length - from) + 1);
        if (random.nextBoolean()) {
            Arrays.fill(file, from, to, random.nextBoolean() ? 0 : (byte) 0xFF);
        } else {
            byte[] noise = new byte[to - from];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, file, from, noise.length);
        }
        return file;
    }

    /** The start of this with the end of another, or another one in its midst. */
    private byte[] spliced(byte[] file, SplittableRandom random) {
        byte[] other = good.get(random.nextInt(good.size())).getValue();
        int at = place(file, random);
        if (random.nextBoolean()) {
            return join(file, 0, at, other, random.nextInt(other.length), other.length);
        }
        return join(join(file, 0, at, other, 0, other.length), 0, at + other.length, file, at, file.length);
    }

    /** A field of one, two or four bytes, preferably one that looks like a length. */
    private static byte[] extreme(byte[] file, SplittableRandom random) {
        int value = random.nextInt(3) == 0 ? random.nextInt(file.length * 2) : EXTREMES[random.nextInt(EXTREMES.length)];
        ByteBuffer bytes = ByteBuffer.wrap(file).order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int width = 1 << random.nextInt(3);
        int at = Math.min(place(file, random), file.length - 4);
        for (int tries = 0; tries < 200 && !looksLikeALength(bytes, at, width); tries++) {
            at = Math.min(place(file, random), file.length - 4);
        }
        switch (width) {
            case 1 -> bytes.put(at, (byte) value);
            case 2 -> bytes.putShort(at, (short) value);
            default -> bytes.putInt(at, value);
        }
        return file;
    }

    private static boolean looksLikeALength(ByteBuffer bytes, int at, int width) {
        int value = width == 1 ? bytes.get(at) & 0xFF : width == 2 ? bytes.getShort(at) & 0xFFFF : bytes.getInt(at);
        return value > 0 && value <= bytes.capacity() - at;
    }

    private static void correctPngChecksums(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        if (file.length < 20 || bytes.getLong(0) != 0x89504E470D0A1A0AL) {
            return;
        }
        for (long at = 8; at + 12 <= file.length; ) {
            long length = bytes.getInt((int) at) & 0xFFFFFFFFL;
            if (at + 12 + length > file.length) {
                return;
            }
            CRC32 sum = new CRC32();
            sum.update(file, (int) at + 4, (int) length + 4);
            bytes.putInt((int) (at + 8 + length), (int) sum.getValue());
            at += 12 + length;
        }
    }

    private static void correctRiffSize(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length > 12 && bytes.getInt(0) == 0x46464952) {
            bytes.putInt(4, file.length - 8);
        }
    }

    private static byte[] join(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(one, from, to - from);
        out.write(other, otherFrom, otherTo - otherFrom);
        return out.toByteArray();
    }
}
