package dev.albumen.imaging.image;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import dev.albumen.domain.image.ImageMetadata.Exposure;
import dev.albumen.domain.image.ImageMetadata.Gps;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Camera, lens, exposure and place out of EXIF's directories, else XMP, else a video's container; what cannot be true is left out. */
final class ExifFields {

    private static final int MAX_NAME = 200;

    private final @Nullable Directory image;
    private final @Nullable Directory photo;

    private final Metadata metadata;
    private final XmpFields xmp;
    private final VideoNotes video;

    ExifFields(Metadata metadata, XmpFields xmp, VideoNotes video) {
        this.metadata = metadata;
        this.xmp = xmp;
        this.video = video;
        this.image = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        this.photo = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    }

    /** Make and model, without the make said twice. */
    @Nullable String camera() {
        Optional<String> make = text(image, ExifDirectoryBase.TAG_MAKE).or(() -> clean(xmp.make())).or(() -> clean(video.make()));
        Optional<String> model = text(image, ExifDirectoryBase.TAG_MODEL).or(() -> clean(xmp.model())).or(() -> clean(video.model()));
        if (make.isEmpty() || model.isEmpty()) {
            return model.or(() -> make).orElse(null);
        }
        // "NIKON CORPORATION" makes the "NIKON D850"
        String brand = make.get().split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return model.get().toLowerCase(Locale.ROOT).startsWith(brand) ? model.get() : make.get() + " " + model.get();
    }

    @Nullable String lens() {
        return text(photo, ExifDirectoryBase.TAG_LENS_MODEL).or(() -> clean(xmp.lens())).or(() -> clean(video.lens())).orElse(null);
    }

    @Nullable Exposure exposure() {
        Double seconds = number(ExifDirectoryBase.TAG_EXPOSURE_TIME, 1e6);
        Double aperture = number(ExifDirectoryBase.TAG_FNUMBER, 1e4);
        Double iso = number(ExifDirectoryBase.TAG_ISO_EQUIVALENT, 1e8);
        Double focalLength = number(ExifDirectoryBase.TAG_FOCAL_LENGTH, 1e6);
        return seconds == null && aperture == null && iso == null && focalLength == null
                ? xmp.exposure()
                : new Exposure(seconds, aperture, iso == null ? null : iso.intValue(), focalLength);
    }

    @Nullable Gps position() {
        Gps position = ExifPosition.of(metadata);
        if (position == null) {
            position = xmp.position();
        }
        return position == null ? video.place().orElse(null) : position;
    }

    private @Nullable Double number(int tag, double max) {
        Double value = photo == null ? null : photo.getDoubleObject(tag);
        return value != null && value > 0 && value <= max ? value : null;
    }

    private static Optional<String> clean(Optional<String> text) {
        return text.flatMap(found -> CleanText.of(found, MAX_NAME));
    }

    private static Optional<String> text(@Nullable Directory directory, int tag) {
        return CleanText.of(directory == null ? null : directory.getString(tag), MAX_NAME);
    }
}
