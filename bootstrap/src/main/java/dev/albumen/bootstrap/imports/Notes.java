package dev.albumen.bootstrap.imports;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.application.transfer.ImportPlan;
import dev.albumen.application.transfer.PictureNotes;
import dev.albumen.application.transfer.TakeoutDocument;
import dev.albumen.domain.image.Caption;
import dev.albumen.imaging.image.XmpSidecarReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the files beside pictures. */
final class Notes {

    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final XmpSidecarReader SIDECARS = new XmpSidecarReader();

    private Notes() {}

    /** A file that is broken or no such file tells nothing. */
    static PictureNotes of(ImportPlan.Picture picture) throws IOException {
        Caption caption = Caption.NONE;
        if (picture.xmp().isPresent()) {
            try (InputStream xmp = picture.xmp().get().open()) {
                caption = SIDECARS.read(xmp);
            }
        }
        Optional<TakeoutDocument> takeout = Optional.empty();
        if (picture.takeout().isPresent()) {
            try (InputStream json = picture.takeout().get().open()) {
                takeout = takeout(json.readNBytes(PictureNotes.MOST_BYTES));
            }
        }
        return PictureNotes.of(caption, takeout);
    }

    private static Optional<TakeoutDocument> takeout(byte[] json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, TakeoutDocument.class));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }
}
