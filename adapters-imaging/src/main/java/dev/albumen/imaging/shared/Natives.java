package dev.albumen.imaging.shared;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the build has fetched and laid beside the classes: the distribution's, or the build's own. */
public final class Natives {

    private Natives() {}

    /** A file or folder among that, if it is there. */
    public static Optional<Path> find(Path name) {
        try {
            Path classes = Path.of(Natives.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            // target/classes and target/natives in the build, lib/some.jar and natives in the distribution
            return Stream.of(classes, classes.getParent())
                    .map(beside -> beside.resolveSibling("natives").resolve(name)).filter(Files::exists).findFirst();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
