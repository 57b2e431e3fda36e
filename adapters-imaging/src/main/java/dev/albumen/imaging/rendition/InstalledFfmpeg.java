package dev.albumen.imaging.rendition;

import dev.albumen.application.shared.DependencyException;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once for an ffmpeg that works, and says what it found. */
@Singleton
final class InstalledFfmpeg {

    /** The setting's value for doing without. */
    private static final String NONE = "none";
    private static final Logger LOG = LoggerFactory.getLogger(InstalledFfmpeg.class);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S{1,60})");

    private final Optional<Ffmpeg> found;

    @Inject
    InstalledFfmpeg(@Nullable @Property(name = "albumen.imaging.ffmpeg") String given) {
        this(given, System.getenv("PATH"));
    }

    /** @param path folders to look through where none is given */
    InstalledFfmpeg(@Nullable String given, @Nullable String path) {
        this.found = NONE.equals(given) ? Optional.empty()
                : candidates(given, path).flatMap(program -> tried(program).stream()).findFirst();
        found.ifPresentOrElse(
                ffmpeg -> LOG.info("videos get their posters from {}, version {}", ffmpeg.program(), ffmpeg.version()),
                () -> LOG.info("videos get a drawn poster: {}", NONE.equals(given) ? "ffmpeg is set to none" : "no working ffmpeg here"));
    }

    /** Empty where there is none. */
    Optional<Ffmpeg> ffmpeg() {
        return found;
    }

    private static Stream<Path> candidates(@Nullable String given, @Nullable String path) {
        if (given != null) {
            return Stream.of(Path.of(given));
        }
        return Stream.of((path == null ? "" : path).split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "ffmpeg"))
                .filter(Files::isExecutable);
    }

    private static Optional<Ffmpeg> tried(Path program) {
        try {
            Path folder = Files.createTempDirectory("albumen-ffmpeg");
            try {
                ChildProgram.Outcome outcome = new ChildProgram(program).run(folder, TIME_LIMIT, List.of("-version"));
                Matcher version = VERSION.matcher(outcome.output());
                if (outcome.succeeded() && version.find()) {
                    return Optional.of(new Ffmpeg(program, version.group(1)));
                }
                LOG.warn("{} does not work: {}", program, outcome.errors().lines().findFirst().orElse("it says no version"));
            } finally {
                Files.deleteIfExists(folder);
            }
        } catch (DependencyException | IOException e) {
            LOG.warn("{} cannot be tried: {}", program, e.toString());
        }
        return Optional.empty();
    }
}
