package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer.UndecodableException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/** Stops a reader at the deadline, and remembers the warnings that mean missing pixels. */
final class DecodeListener implements IIOReadWarningListener, IIOReadProgressListener {

    private final Deadline deadline;
    private @Nullable String fatalWarning;

    DecodeListener(Deadline deadline) {
        this.deadline = deadline;
    }

    void requireWhole() throws UndecodableException {
        deadline.check();
        if (fatalWarning != null) {
            throw new UndecodableException("The picture's pixels end too early.", new IllegalStateException(fatalWarning));
        }
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        // readers fill what is missing with gray and only warn; damage that leaves all pixels there is shown as it is
        String lower = warning.toLowerCase(Locale.ROOT);
        if (lower.contains("premature") || lower.contains("truncated") || lower.contains("unexpected end")) {
            fatalWarning = warning;
        }
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (deadline.passed()) {
            source.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
