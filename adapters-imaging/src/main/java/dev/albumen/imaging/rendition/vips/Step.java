package dev.albumen.imaging.rendition.vips;

import dev.albumen.domain.image.Dimensions;
import dev.albumen.imaging.image.Orientation;

/** A step of the way from an original to a rendition. It makes a new image and leaves the one before alone. */
interface Step {

    VipsImage apply(VipsImage image) throws VipsException;

    /**
     * Exactly so large; and out of the embedded profile into sRGB where that is asked for, behind the scaling, where few
     * pixels are left.
     */
    static Step scaled(Dimensions size, boolean profiled) {
        return image -> {
            VipsOperation thumbnail = image.into("thumbnail_image")
                    .with("width", size.width())
                    .with("height", size.height())
                    .with("size", "force")
                    .with("no-rotate", true);
            // without a profile in the file libvips would convert from sRGB to sRGB, for more than all the rest costs
            return (profiled && image.hasProfile() ? thumbnail.with("export-profile", "srgb") : thumbnail).image();
        };
    }

    /** Eight bits a channel: red, green, blue, and alpha where there was one. */
    static Step srgb() {
        return image -> image.into("colourspace").with("space", "srgb").image();
    }

    static Step upright(Orientation orientation) {
        return image -> switch (orientation) {
            case NORMAL -> image.into("copy").image();
            case MIRRORED -> flipped(image, "horizontal");
            case HALF_TURNED -> turned(image, "d180");
            case FLIPPED -> flipped(image, "vertical");
            case TRANSPOSED -> mirrored(turned(image, "d90"));
            case QUARTER_TURNED -> turned(image, "d90");
            case TRANSVERSED -> mirrored(turned(image, "d270"));
            case THREE_QUARTERS_TURNED -> turned(image, "d270");
        };
    }

    /** On white where something shines through. */
    static Step flattened() {
        return image -> image.hasAlpha()
                ? image.into("flatten").with("background", "255,255,255").image()
                : image.into("copy").image();
    }

    /** All steps before are computed here, once. */
    static Step inMemory() {
        return VipsImage::inMemory;
    }

    private static VipsImage turned(VipsImage image, String angle) throws VipsException {
        return image.into("rot").with("angle", angle).image();
    }

    private static VipsImage flipped(VipsImage image, String direction) throws VipsException {
        return image.into("flip").with("direction", direction).image();
    }

    private static VipsImage mirrored(VipsImage turned) throws VipsException {
        try (turned) {
            return flipped(turned, "horizontal");
        }
    }
}
