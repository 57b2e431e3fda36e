package dev.albumen.application.image;

import static dev.albumen.application.image.Containers.ascii;
import static dev.albumen.application.image.Containers.join;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Small files that want much: pixels, frames, directories without an end; and what only bears a picture's name. */
public final class HostilePictures {

    private static final int APP1 = 0xE1;

    private HostilePictures() {}

    /** Few bytes whose headers claim more pixels than are accepted. */
    public static Map<String, byte[]> floods() {
        Map<String, byte[]> floods = new LinkedHashMap<>();
        floods.put("flood.jpg", jpegClaiming(65_500, 65_500));
        floods.put("flood.png", Pictures.pngClaiming(100_000, 100_000));
        floods.put("wide.png", Pictures.pngClaiming(Integer.MAX_VALUE, 1));
        floods.put("flood.gif", gifClaiming(65_535, 65_535));
        floods.put("frames.gif", MovingPictures.gif(100, 100, 100_000));
        floods.put("flood.webp", webpClaiming(16_383, 16_383));
        floods.put("screen.webp", MovingPictures.webp(1 << 24, 200, 2));
        floods.put("flood.avif", avifClaiming(100_000, 100_000));
        floods.put("overflow.avif", avifClaiming(-1, 2));
        floods.put("flood.tif", tiffClaiming(100_000, 100_000));
        floods.put("wide.tif", tiffClaiming(-1, 1));
        return floods;
    }

    /** Within what is accepted: headers that claim nearly all of it with few bytes behind, and many frames or pages. */
    public static Map<String, byte[]> nearFloods() {
        Map<String, byte[]> floods = new LinkedHashMap<>();
        floods.put("frames.gif", MovingPictures.gif(8, 8, 100_000));
        floods.put("frames.webp", MovingPictures.webp(20_000));
        floods.put("pages.tif", tiffFollowedBy(100_000));
        floods.put("near.jpg", jpegClaiming(14_000, 14_000));
        floods.put("near.png", Pictures.pngClaiming(14_000, 14_000));
        floods.put("near.gif", gifClaiming(14_000, 14_000));
        floods.put("near-moving.gif", screenOf(MovingPictures.gif(8, 8, 49), 3_190, 3_190));
        floods.put("near.webp", webpClaiming(14_000, 14_000));
        floods.put("near-moving.webp", MovingPictures.webp(3_190, 3_190, 49));
        floods.put("near.avif", avifClaiming(14_000, 14_000));
        floods.put("near.tif", tiffClaiming(14_000, 14_000));
        return floods;
    }

    /** Good pictures whose directories of tags lead back to themselves, or on and on. */
    public static Map<String, byte[]> directories() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("next-is-itself.jpg", jpegWith(directory(8, 8, 8)));
        files.put("pointers-to-itself.jpg", jpegWith(directory(8, 8, 0)));
        files.put("two-in-turn.jpg", jpegWith(join(directory(8 + 42, 8 + 42, 8 + 42), body(8, 8, 8))));
        files.put("nowhere.jpg", jpegWith(directory(-1, 0x7FFFFFFF, -4)));
        files.put("chain.jpg", jpegWith(join(header(), chain(3_000, 8))));
        files.put("next-is-itself.tif", tiffFollowedBy(0));
        return files;
    }

    /** Things of other kinds, for a picture's name. */
    public static Map<String, byte[]> strangers() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("SVG", Pictures.svg());
        files.put("SVG without a head", text("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file:///etc/passwd\"/></svg>"));
        files.put("PDF", Pictures.pdf());
        files.put("PostScript", text("%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file 100 string readstring pop show\nshowpage\n"));
        files.put("MVG", text("push graphic-context\nviewbox 0 0 64 64\nimage over 0,0 0,0 'https://localhost/x\"|id > /tmp/x\"'\n"));
        files.put("shell", text("#!/bin/sh\nid > /tmp/albumen\n"));
        files.put("HTML", text("<!doctype html><script>alert(1)</script>"));
        files.put("PHP", text("<?php system($_GET['c']); ?>"));
        files.put("XML", text("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"));
        files.put("playlist", text("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"));
        files.put("script as GIF", text("GIF89a=1;alert(1);//"));
        files.put("script as JPEG", join(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, text("*/=alert(1);/*")));
        return files;
    }

    /** 1826 is the first year of which there is a photograph. */
    public static Map<String, byte[]> dates() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String[] times = {"0000:00:00 00:00:00", "9999:99:99 99:99:99", "9999:12:31 23:59:59", "2024:02:31 12:00:00", "2024:13:45 25:61:61",
            "-001:01:01 00:00:00", "99999999:01:01 00:00:00", "0001:01:01 00:00:00", "    :  :     :  :  ", "\u0001\u0002\u0003", "1e400",
            "2024:01:01 00:00:60", "x".repeat(3_000)};
        for (String time : times) {
            files.put(time, CaptionedPictures.jpegTaken(time, "+99:99", ""));
        }
        files.put("last moment, furthest zone", CaptionedPictures.jpegTaken("1826:01:01 00:00:00", "+18:00", ""));
        files.put("satellites", CaptionedPictures.jpegTaken("", "", "9999:99:99 99:99:99"));
        return files;
    }

    static byte[] jpegClaiming(int width, int height) {
        byte[] jpeg = Pictures.jpeg(64, 48);
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0");
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return jpeg;
    }

    private static byte[] gifClaiming(int width, int height) {
        byte[] gif = screenOf(Pictures.gif(8, 8), width, height);
        int frame = new String(gif, StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0\b\0\b\0");
        ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).putShort(frame + 5, (short) width).putShort(frame + 7, (short) height);
        return gif;
    }

    private static byte[] screenOf(byte[] gif, int width, int height) {
        ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).putShort(6, (short) width).putShort(8, (short) height);
        return gif;
    }

    private static byte[] webpClaiming(int width, int height) {
        byte[] webp = Pictures.webp();
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putShort(26, (short) width).putShort(28, (short) height);
        return webp;
    }

    private static byte[] avifClaiming(int width, int height) {
        byte[] avif = Pictures.avif();
        int size = new String(avif, StandardCharsets.ISO_8859_1).indexOf("ispe") + 8;
        ByteBuffer.wrap(avif).putInt(size, width).putInt(size + 4, height);
        return avif;
    }

    /** One strip with one byte. */
    private static byte[] tiffClaiming(int width, int height) {
        int[][] entries = {{0x100, width}, {0x101, height}, {0x102, 8}, {0x103, 1}, {0x106, 1},
            {0x111, 4}, {0x115, 1}, {0x116, height}, {0x117, 1}};
        ByteBuffer out = ByteBuffer.allocate(8 + 6 + entries.length * 12).put(header()).putShort((short) entries.length);
        for (int[] entry : entries) {
            out.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        }
        return out.array();
    }

    /** A good TIFF with so many directories of one tag behind its own; with none, its own follows on itself. */
    private static byte[] tiffFollowedBy(int count) {
        byte[] tiff = Pictures.tiff(60, 40);
        ByteBuffer in = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = in.getInt(4);
        int next = first + 2 + 12 * in.getShort(first);
        in.putInt(next, count == 0 ? first : tiff.length);
        return join(tiff, reordered(chain(count, tiff.length), in.order()));
    }

    /** A TIFF's head and a directory with pointers to directories of the photo, of GPS, and a next one. */
    private static byte[] directory(int photo, int gps, int next) {
        return join(header(), body(photo, gps, next));
    }

    private static byte[] header() {
        return new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8};
    }

    private static byte[] body(int photo, int gps, int next) {
        return ByteBuffer.allocate(42).putShort((short) 3)
                .putShort((short) 0x112).putShort((short) 4).putInt(1).putInt(1)
                .putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(photo)
                .putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(gps)
                .putInt(next).array();
    }

    /** Each of 18 bytes. */
    private static byte[] chain(int count, int at) {
        ByteBuffer out = ByteBuffer.allocate(count * 18);
        for (int i = 1; i <= count; i++) {
            out.putShort((short) 1).putShort((short) 0x112).putShort((short) 4).putInt(1).putInt(1).putInt(i == count ? 0 : at + i * 18);
        }
        return out.array();
    }

    private static byte[] reordered(byte[] chain, ByteOrder order) {
        ByteBuffer in = ByteBuffer.wrap(chain);
        ByteBuffer out = ByteBuffer.allocate(chain.length).order(order);
        while (in.hasRemaining()) {
            out.putShort(in.getShort()).putShort(in.getShort()).putShort(in.getShort());
            out.putInt(in.getInt()).putInt(in.getInt()).putInt(in.getInt());
        }
        return out.array();
    }

    private static byte[] jpegWith(byte[] exif) {
        return Containers.withSegment(Pictures.jpeg(60, 40), APP1, ascii("Exif\0\0"), exif);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
