package dev.albumen.imaging.rendition.worker;

import dev.albumen.domain.image.ImageLimits;
import java.util.List;

/** Limits on pictures among a worker's arguments. */
public final class LimitsForm {

    private LimitsForm() {}

    /** One argument for each limit. */
    public static List<String> write(ImageLimits limits) {
        return List.of(Long.toString(limits.maxBytes()), Long.toString(limits.maxPixels()),
                Long.toString(limits.maxMovingPixels()), Integer.toString(limits.maxMovingEdge()));
    }

    /** @param arguments as {@link #write} gave them */
    public static ImageLimits read(List<String> arguments) {
        return new ImageLimits(Long.parseLong(arguments.get(0)), Long.parseLong(arguments.get(1)),
                Long.parseLong(arguments.get(2)), Integer.parseInt(arguments.get(3)));
    }
}
