package dev.albumen.imaging.rendition.vips;

import com.luciad.imageio.webp.WebPWriteParam;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.imaging.rendition.SelfTest;
import dev.albumen.imaging.rendition.worker.EngineFacts;
import dev.albumen.imaging.rendition.worker.HostedEngine;
import dev.albumen.imaging.rendition.worker.LimitsForm;
import dev.albumen.imaging.rendition.worker.WorkerEngine;
import io.trbl.blurhash.BlurHash;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kotlin.Unit;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessRead;
import org.imgscalr.Scalr;

/** The engine {@code vips} in a worker. */
public final class VipsEngine implements HostedEngine {

    /** For what Java does with a picture; its pixels are libvips's. */
    private static final int HEAP_MEBIBYTES = 128;
    /** There is too little Java in a picture to earn back what the thorough compiler takes. */
    private static final List<String> QUICKLY_COMPILED = List.of("-XX:TieredStopAtLevel=1");

    /**
     * What a pool has to run for it.
     *
     * @param library as {@link VipsLibrary#load} takes it
     */
    public static WorkerEngine with(String library, ImageLimits images) {
        return new WorkerEngine(
                VipsEngine.class,
                Stream.concat(Stream.of(library), LimitsForm.write(images).stream()).toList(),
                List.of(BlurHash.class, Unit.class, Scalr.class, WebPWriteParam.class, TTFParser.class, RandomAccessRead.class,
                        LogFactory.class),
                HEAP_MEBIBYTES,
                QUICKLY_COMPILED);
    }

    @Override
    public Hosted open(List<String> arguments) throws Exception {
        VipsLibrary library = VipsLibrary.load(Path.of(arguments.get(0)));
        VipsRenderer renderer = new VipsRenderer(library, LimitsForm.read(arguments.subList(1, arguments.size())));
        SelfTest.pass(renderer);
        return new Hosted(renderer, new EngineFacts(library.version(), library.readable(), renderer.formats()));
    }
}
