package dev.albumen.imaging.rendition.vips;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.imaging.rendition.OpaquePixels;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** An image of libvips: pixels in memory, or only the recipe for them, which runs where they are asked for. */
final class VipsImage implements AutoCloseable {

    private final VipsLibrary library;
    private final MemorySegment address;
    private boolean closed;

    /** Takes over the reference. */
    VipsImage(VipsLibrary library, MemorySegment address) {
        this.library = library;
        this.address = address;
    }

    MemorySegment address() {
        if (closed) {
            throw new IllegalStateException("the image is closed");
        }
        return address;
    }

    /** Of all pages together, one below the other. */
    Dimensions size() {
        Functions functions = library.functions();
        return new Dimensions(
                Functions.callForInt(functions.width, address()), Functions.callForInt(functions.height, address()));
    }

    /** Of one page. */
    Dimensions pageSize() {
        return new Dimensions(size().width(), Functions.callForInt(library.functions().pageHeight, address()));
    }

    boolean hasAlpha() {
        return Functions.callForInt(library.functions().hasAlpha, address()) != 0;
    }

    /** Whether something shines through a pixel; for an image in 8-bit sRGB, in memory. */
    boolean isTransparent() throws VipsException {
        if (!hasAlpha()) {
            return false;
        }
        byte[] pixels = pixels();
        int bands = (int) (pixels.length / size().pixels());
        for (int at = bands - 1; at < pixels.length; at += bands) {
            if (pixels[at] != (byte) 0xFF) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file brought a colour profile. */
    boolean hasProfile() {
        return has("icc-profile-data");
    }

    private boolean has(String field) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) Functions.call(library.functions().typeOf, address(), arena.allocateFrom(field)) != 0;
        }
    }

    /** An operation that takes this image as {@code in}. */
    VipsOperation into(String operation) {
        return new VipsOperation(library, operation).with("in", this);
    }

    /** One step after the other; this image and those between are closed. */
    VipsImage through(Step... steps) throws VipsException {
        VipsImage current = this;
        for (Step step : steps) {
            try (VipsImage before = current) {
                current = step.apply(before);
            }
        }
        return current;
    }

    /** The pixels, computed now. */
    VipsImage inMemory() throws VipsException {
        MemorySegment copy = Functions.callForAddress(library.functions().copyToMemory, address());
        if (copy.equals(MemorySegment.NULL)) {
            throw library.failure("copy to memory");
        }
        return new VipsImage(library, copy);
    }

    /** The pixels for Java; for an image of three bands in 8-bit sRGB, or four with transparency. */
    BufferedImage toBufferedImage() throws VipsException {
        Dimensions size = size();
        byte[] from = pixels();
        if (from.length == size.pixels() * 4) {
            return transparent(size, from);
        }
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int at = 0; at < from.length; at += 3) {
            to[at] = from[at + 2];
            to[at + 1] = from[at + 1];
            to[at + 2] = from[at];
        }
        return image;
    }

    private static BufferedImage transparent(Dimensions size, byte[] from) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_4BYTE_ABGR);
        byte[] to = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int at = 0; at < from.length; at += 4) {
            to[at] = from[at + 3];
            to[at + 1] = from[at + 2];
            to[at + 2] = from[at + 1];
            to[at + 3] = from[at];
        }
        return image;
    }

    /** For an image of three bands in 8-bit sRGB. */
    OpaquePixels toOpaquePixels() throws VipsException {
        return new OpaquePixels(size(), pixels());
    }

    /** Row by row, band by band. */
    byte[] pixels() throws VipsException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
            MemorySegment pixels = Functions.callForAddress(library.functions().pixels, address(), length);
            if (pixels.equals(MemorySegment.NULL)) {
                throw library.failure("write to memory");
            }
            try {
                return pixels.reinterpret(length.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
            } finally {
                Functions.call(library.functions().free, pixels);
            }
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Functions.call(library.functions().unref, address);
        }
    }
}
