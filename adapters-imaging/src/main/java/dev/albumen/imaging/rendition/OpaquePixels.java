package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.Dimensions;
import java.awt.image.BufferedImage;

/**
 * A small picture for computing with.
 *
 * @param bytes red, green and blue of each pixel, row by row
 */
public record OpaquePixels(Dimensions size, byte[] bytes) {

    /** On white where something shines through. */
    static OpaquePixels of(BufferedImage image) {
        BufferedImage flat = Scaling.flattened(image);
        Dimensions size = new Dimensions(flat.getWidth(), flat.getHeight());
        byte[] bytes = (byte[]) flat.getRaster().getDataElements(0, 0, size.width(), size.height(), null);
        return new OpaquePixels(size, bytes);
    }
}
