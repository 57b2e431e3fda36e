package dev.albumen.bootstrap;

import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Setting;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.domain.image.ImageLimits;

/** The limits on pictures that the settings ask for, the same for uploads and for the processes that make pictures. */
final class PictureLimits {

    private static final long MEGAPIXEL = 1_000_000;

    private PictureLimits() {}

    static ImageLimits of(Settings settings) {
        return new ImageLimits(
                ImageLimits.DEFAULT.maxBytes(),
                number(settings, KnownSettings.IMAGING_MAX_MEGAPIXELS) * MEGAPIXEL,
                number(settings, KnownSettings.IMAGING_MAX_MOVING_MEGAPIXELS) * MEGAPIXEL,
                number(settings, KnownSettings.IMAGING_MAX_MOVING_EDGE));
    }

    private static int number(Settings settings, Setting setting) {
        return Integer.parseInt(settings.get(setting));
    }
}
