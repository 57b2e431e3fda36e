package dev.albumen.imaging.rendition;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.metadata.Metadata;
import com.luciad.imageio.webp.WebPWriteParam;
import com.twelvemonkeys.image.ImageUtil;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.io.SubStream;
import com.twelvemonkeys.lang.Validate;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.imaging.image.WebpSupport;
import dev.albumen.imaging.rendition.worker.EngineFacts;
import dev.albumen.imaging.rendition.worker.HostedEngine;
import dev.albumen.imaging.rendition.worker.LimitsForm;
import dev.albumen.imaging.rendition.worker.WorkerEngine;
import dev.albumen.imaging.rendition.worker.WorkerLimits;
import io.trbl.blurhash.BlurHash;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kotlin.Unit;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessRead;
import org.imgscalr.Scalr;

/** The pure Java engine in a worker. */
public final class ImgscalrEngine implements HostedEngine {

    /** Of the worker's memory; the rest is for what is not on the heap. */
    private static final double HEAP = 0.6;
    /** Its own clock is only there in case the pool's fails: that one knows when a worker does not get on by no fault of its own. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    /** What a pool has to run for it. */
    public static WorkerEngine with(ImageLimits images, WorkerLimits worker) {
        return new WorkerEngine(
                ImgscalrEngine.class,
                LimitsForm.write(images),
                List.of(Scalr.class, BlurHash.class, WebPWriteParam.class, Metadata.class, XMPMeta.class,
                        JPEGImageReaderSpi.class, ImageReaderBase.class, Entry.class, ImageUtil.class, SubStream.class,
                        Validate.class, Unit.class, TTFParser.class, RandomAccessRead.class, LogFactory.class),
                (int) (worker.memoryMebibytes() * HEAP),
                List.of());
    }

    @Override
    public Hosted open(List<String> arguments) {
        Set<MediaType> reads = EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.GIF, MediaType.TIFF);
        if (WebpSupport.isAvailable()) {
            reads.add(MediaType.WEBP);
        }
        ImgscalrRenderer renderer = new ImgscalrRenderer(LimitsForm.read(arguments), TIME_LIMIT);
        return new Hosted(renderer, new EngineFacts("imgscalr", reads, renderer.formats()));
    }
}
