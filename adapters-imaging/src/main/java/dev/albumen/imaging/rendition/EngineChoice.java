package dev.albumen.imaging.rendition;

import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.rendition.Engine.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Picks the engine: the first that works of those that the setting allows, and says which and why. */
public final class EngineChoice {

    private static final Logger LOG = LoggerFactory.getLogger(EngineChoice.class);

    private final EngineStarter starter;

    public EngineChoice(EngineStarter starter) {
        this.starter = starter;
    }

    /** What the operator asks for. */
    public enum Preference { AUTO, VIPS, IMGSCALR }

    /**
     * Tries the libraries in their order, and for {@code AUTO} the pure Java engine at last. Asked for {@code VIPS}, a
     * configured library is the only one.
     *
     * @param libraries as {@link VipsLibraries} finds them
     * @throws EngineUnusableException where none works
     */
    public RunningEngine choose(Preference preference, List<Engine.Vips> libraries) throws EngineUnusableException {
        List<String> failures = new ArrayList<>();
        for (Engine.Vips library : allowed(preference, libraries)) {
            try {
                RunningEngine running = starter.start(library);
                LOG.info("Pictures are made by libvips {}, {}; it reads {}{}",
                        running.facts().version(), described(library), read(running), because(failures));
                return running;
            } catch (EngineUnusableException e) {
                failures.add(described(library) + ": " + e.getMessage());
            }
        }
        if (preference == Preference.VIPS) {
            throw new EngineUnusableException(
                    failures.isEmpty() ? "there is no libvips for this system" : "libvips does not work: " + String.join("; ", failures));
        }
        RunningEngine running = starter.start(new Engine.Imgscalr());
        LOG.info("Pictures are made by imgscalr, in pure Java, {}; it reads {}{}",
                preference == Preference.IMGSCALR ? "as the setting says" : "because no libvips works here",
                read(running), because(failures));
        return running;
    }

    private static List<Engine.Vips> allowed(Preference preference, List<Engine.Vips> libraries) {
        boolean configured = libraries.stream().anyMatch(library -> library.origin() == Origin.CONFIGURED);
        return switch (preference) {
            case AUTO -> libraries;
            case VIPS -> libraries.stream().filter(library -> !configured || library.origin() == Origin.CONFIGURED).toList();
            case IMGSCALR -> List.of();
        };
    }

    private static String described(Engine.Vips library) {
        return switch (library.origin()) {
            case CONFIGURED -> "configured (" + library.library() + ")";
            case SHIPPED -> "shipped with Albumen";
            case SYSTEM -> "the system's (" + library.library() + ")";
        };
    }

    private static String read(RunningEngine running) {
        return running.facts().reads().stream().sorted().map(MediaType::mimeType).collect(Collectors.joining(", "));
    }

    private static String because(List<String> failures) {
        return failures.isEmpty() ? "" : " (" + String.join("; ", failures) + ")";
    }
}
