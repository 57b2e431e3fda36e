package dev.albumen.bootstrap.bench.imaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.CacheFolder;
import dev.albumen.imaging.rendition.EngineChoice.Preference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what makes pictures, and what others make them with, in one run. */
@Command(
        name = "imaging",
        description = {
            "Measures Albumen's engines beside sharp and vipsthumbnail: the same renditions of the same pictures, in turns.",
            "It needs Node 20 or newer, and keeps sharp and its pictures in the folder for caches."
        },
        mixinStandardHelpOptions = true)
public final class ImagingCommand implements Callable<Integer> {

    @Option(names = "--folder", paramLabel = "DIR",
            description = "Pictures to measure, as they are. Without it, six are made of the system's wallpapers.")
    private @Nullable Path folder;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
            description = "How often each takes its turn with a picture; medians count (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--batch", paramLabel = "MS", defaultValue = "1000",
            description = "What a turn takes at least, in milliseconds of processor time (${DEFAULT-VALUE}).")
    private int batchMillis;

    @Option(names = "--json", description = "Prints JSON for programs.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private ImagingCommand() {}

    @Override
    public Integer call() throws IOException {
        Path work = Files.createTempDirectory("albumen-bench-imaging");
        List<Side> sides = new ArrayList<>();
        try {
            if (rounds < 1 || batchMillis < 1) {
                throw new BenchFailed("--rounds and --batch are positive numbers");
            }
            NodeFolder node = NodeFolder.installed(CacheFolder.of("bench-imaging"));
            Inputs inputs = new Inputs(node, node.folder().resolve("photographs"));
            List<Input> pictures = folder == null ? inputs.made() : inputs.in(folder);
            start(sides, node, work);
            Rounds turns = new Rounds(rounds, batchMillis, work);
            List<Figure> figures = pictures.stream().flatMap(input -> turns.measure(input, sides).stream()).toList();
            spec.commandLine().getOut().println(json
                    ? new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(figures)
                    : new Table(figures));
            return 0;
        } catch (BenchFailed e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        } finally {
            sides.forEach(Side::close);
            PathUtils.deleteDirectory(work);
        }
    }

    private void start(List<Side> sides, NodeFolder node, Path work) {
        sides.add(AlbumenSide.start(Preference.VIPS, work));
        sides.add(AlbumenSide.start(Preference.IMGSCALR, work));
        sides.add(SharpSide.start(SharpSide.Mode.PIPELINES, node));
        sides.add(SharpSide.start(SharpSide.Mode.ONE_DECODE, node));
        if (VipsthumbnailSide.isInstalled()) {
            sides.add(new VipsthumbnailSide());
        } else {
            spec.commandLine().getErr().println("vipsthumbnail is not installed (Debian's libvips-tools): it is left out");
        }
    }
}
