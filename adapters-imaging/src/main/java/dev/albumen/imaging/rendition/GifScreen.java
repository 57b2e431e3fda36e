package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.Dimensions;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A GIF's first frame may cover a part of its screen only: the rest is transparent. */
final class GifScreen {

    private GifScreen() {}

    /** The whole screen, subsampled as the frame is. */
    static BufferedImage complete(BufferedImage frame, ImageReader reader, Dimensions screen, int step) throws IOException {
        int width = Math.ceilDiv(screen.width(), step);
        int height = Math.ceilDiv(screen.height(), step);
        if (frame.getWidth() == width && frame.getHeight() == height) {
            return frame;
        }
        IIOMetadata metadata = reader.getImageMetadata(0);
        Node root = metadata.getAsTree(metadata.getNativeMetadataFormatName());
        Element descriptor = (Element) ((Element) root).getElementsByTagName("ImageDescriptor").item(0);
        int left = Integer.parseInt(descriptor.getAttribute("imageLeftPosition")) / step;
        int top = Integer.parseInt(descriptor.getAttribute("imageTopPosition")) / step;
        BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = whole.createGraphics();
        graphics.drawImage(frame, left, top, null);
        graphics.dispose();
        return whole;
    }
}
