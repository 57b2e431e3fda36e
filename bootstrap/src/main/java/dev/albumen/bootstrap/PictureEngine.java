package dev.albumen.bootstrap;

import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;
import dev.albumen.imaging.rendition.EngineChoice;
import dev.albumen.imaging.rendition.EngineUnusableException;
import dev.albumen.imaging.rendition.PooledEngines;
import dev.albumen.imaging.rendition.RunningEngine;
import dev.albumen.imaging.rendition.VipsLibraries;
import dev.albumen.imaging.rendition.worker.WorkerLimits;
import java.time.Duration;
import java.util.Locale;

/** Starts the engine that the settings ask for, once the rest is known to work. */
final class PictureEngine {

    private PictureEngine() {}

    /** @throws StartRefused where it does not work here */
    static RunningEngine start(Settings settings, Home home) {
        int workers = Integer.parseInt(settings.get(KnownSettings.IMAGING_WORKERS));
        PooledEngines engines = new PooledEngines(
                PictureLimits.of(settings),
                workers > 0 ? workers : Runtime.getRuntime().availableProcessors(),
                new WorkerLimits(
                        Duration.parse("PT" + settings.get(KnownSettings.IMAGING_TIME_LIMIT)),
                        Integer.parseInt(settings.get(KnownSettings.IMAGING_MEMORY_MIB))),
                home.folder().resolve("workers"));
        try {
            return new EngineChoice(engines).choose(
                    EngineChoice.Preference.valueOf(settings.get(KnownSettings.IMAGING).toUpperCase(Locale.ROOT)),
                    VipsLibraries.find(settings.find(KnownSettings.IMAGING_VIPS_LIBRARY)));
        } catch (EngineUnusableException e) {
            throw new StartRefused(KnownSettings.IMAGING.variable(), e.getMessage());
        }
    }
}
