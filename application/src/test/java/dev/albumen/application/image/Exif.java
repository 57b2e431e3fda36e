package dev.albumen.application.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Builds an EXIF block (a TIFF structure, big-endian) tag by tag. */
final class Exif {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    private static final int EXIF_POINTER = 0x8769;
    private static final int GPS_POINTER = 0x8825;

    private final List<Entry> image = new ArrayList<>();
    private final List<Entry> photo = new ArrayList<>();
    private final List<Entry> gps = new ArrayList<>();

    private record Entry(int tag, int type, int count, byte[] value) {
        int spill() {
            return value.length <= 4 ? 0 : value.length + (value.length & 1);
        }
    }

    static byte[] oriented(int orientation) {
        return new Exif().orientation(orientation).bytes();
    }

    /** What a telephone writes: who, with what, when, where. */
    static byte[] telephone(int orientation) {
        return new Exif()
                .orientation(orientation)
                .text(0x010F, Pictures.MAKE)
                .text(0x0110, Pictures.MAKE + " " + Pictures.MODEL)
                .photoText(0x9003, "2024:07:14 18:30:15")
                .photoText(0x9011, "+02:00")
                .photoText(0xA430, Pictures.OWNER)
                .photoText(0xA431, Pictures.SERIAL_NUMBER)
                .photoText(0xA434, Pictures.LENS)
                .photoRational(0x829A, 1, 250)
                .photoRational(0x829D, 28, 10)
                .photoRational(0x920A, 35, 1)
                .photoShort(0x8827, 400)
                .position()
                .bytes();
    }

    Exif orientation(int orientation) {
        image.add(new Entry(0x0112, SHORT, 1, ByteBuffer.allocate(2).putShort((short) orientation).array()));
        return this;
    }

    Exif text(int tag, String text) {
        image.add(ascii(tag, text));
        return this;
    }

    Exif photoText(int tag, String text) {
        photo.add(ascii(tag, text));
        return this;
    }

    Exif photoShort(int tag, int value) {
        photo.add(new Entry(tag, SHORT, 1, ByteBuffer.allocate(2).putShort((short) value).array()));
        return this;
    }

    Exif photoRational(int tag, int... numbers) {
        photo.add(rational(tag, numbers));
        return this;
    }

    Exif number(int tag, int value) {
        image.add(new Entry(tag, LONG, 1, ByteBuffer.allocate(4).putInt(value).array()));
        return this;
    }

    Exif undefined(int tag, byte[] value) {
        image.add(new Entry(tag, UNDEFINED, value.length, value));
        return this;
    }

    /** Date and time in UTC, such as {@code 2024:07:14 16:30:15}. */
    Exif satellites(String dateAndTime) {
        String[] clock = dateAndTime.substring(11).split(":");
        gps.add(rational(7, Integer.parseInt(clock[0]), 1, Integer.parseInt(clock[1]), 1, Integer.parseInt(clock[2]), 1));
        gps.add(ascii(29, dateAndTime.substring(0, 10)));
        return this;
    }

    /** {@link Pictures#LATITUDE}, {@link Pictures#LONGITUDE}, {@link Pictures#ALTITUDE}. */
    private Exif position() {
        gps.add(ascii(1, "N"));
        gps.add(rational(2, 38, 1, 42, 1, 0, 1));
        gps.add(ascii(3, "W"));
        gps.add(rational(4, 9, 1, 9, 1, 0, 1));
        gps.add(new Entry(5, 1, 1, new byte[] {0}));
        gps.add(rational(6, 408, 1));
        return this;
    }

    byte[] bytes() {
        if (!photo.isEmpty()) {
            image.add(new Entry(EXIF_POINTER, LONG, 1, new byte[4]));
        }
        if (!gps.isEmpty()) {
            image.add(new Entry(GPS_POINTER, LONG, 1, new byte[4]));
        }
        int photoAt = 8 + size(image);
        int gpsAt = photoAt + (photo.isEmpty() ? 0 : size(photo));
        image.replaceAll(entry -> switch (entry.tag()) {
            case EXIF_POINTER -> pointer(EXIF_POINTER, photoAt);
            case GPS_POINTER -> pointer(GPS_POINTER, gpsAt);
            default -> entry;
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8});
        out.writeBytes(directory(image, 8));
        out.writeBytes(photo.isEmpty() ? new byte[0] : directory(photo, photoAt));
        out.writeBytes(gps.isEmpty() ? new byte[0] : directory(gps, gpsAt));
        return out.toByteArray();
    }

    private static Entry pointer(int tag, int offset) {
        return new Entry(tag, LONG, 1, ByteBuffer.allocate(4).putInt(offset).array());
    }

    private static Entry ascii(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return new Entry(tag, ASCII, bytes.length, bytes);
    }

    private static Entry rational(int tag, int... numbers) {
        ByteBuffer value = ByteBuffer.allocate(numbers.length * 4);
        for (int number : numbers) {
            value.putInt(number);
        }
        return new Entry(tag, RATIONAL, numbers.length / 2, value.array());
    }

    private static int size(List<Entry> entries) {
        return 6 + 12 * entries.size() + entries.stream().mapToInt(Entry::spill).sum();
    }

    private static byte[] directory(List<Entry> entries, int at) {
        ByteBuffer out = ByteBuffer.allocate(size(entries));
        int spillAt = at + 6 + 12 * entries.size();
        entries.sort(Comparator.comparingInt(Entry::tag));
        out.putShort((short) entries.size());
        for (Entry entry : entries) {
            out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (entry.spill() == 0) {
                out.put(entry.value()).position(out.position() + 4 - entry.value().length);
            } else {
                out.putInt(spillAt);
                spillAt += entry.spill();
            }
        }
        out.putInt(0);
        for (Entry entry : entries) {
            if (entry.spill() > 0) {
                out.put(entry.value()).position(out.position() + entry.spill() - entry.value().length);
            }
        }
        return out.array();
    }
}
