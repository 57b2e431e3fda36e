package dev.albumen.application.transfer;

import dev.albumen.application.album.UploadImage;
import dev.albumen.application.album.UploadLimits;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.Filename;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Brings pictures of archives in, each as every other upload comes in. */
final class PictureImport {

    private final UploadImage uploadImage;
    private final UploadLimits limits;
    private final StagingArea staging;
    private final AlbumImport albums;
    private final NotesImport notes;

    PictureImport(UploadImage uploadImage, UploadLimits limits, StagingArea staging, AlbumImport albums, NotesImport notes) {
        this.uploadImage = uploadImage;
        this.limits = limits;
        this.staging = staging;
        this.albums = albums;
        this.notes = notes;
    }

    void bring(Viewer.Member owner, ImportStep.Foreign step, ImportBooks books) {
        try (StagingArea.StagedFile file = staged(step.picture().file())) {
            PictureNotes told = notes.read(step.picture(), file);
            AlbumId album = albums.ofFolder(owner, books, step.picture().album());
            uploadImage.handle(owner, new UploadImage.Command(file, name(step.picture().file().name()), album, told.tags(), false,
                    orNull(told.title()), orNull(told.description()), null, null,
                    new Step(step, books, done -> notes.tell(owner, done, told))));
        }
    }

    void bring(Viewer.Member owner, ImportStep.Own step, ImportBooks books) {
        Sha256 expected = Sha256.parse(step.told().sha256()).orElseThrow(() ->
                new Refusal.Unprocessable("export-unreadable", "The export does not say which bytes this picture has.").thrown());
        try (StagingArea.StagedFile file = staged(step.file())) {
            uploadImage.handle(owner, new UploadImage.Command(file, name(step.told().filename()), null, List.<TagName>of(), false,
                    step.told().title(), step.told().description(), expected, null,
                    new Step(step, books, done -> notes.tell(owner, done, step.told()))));
        }
    }

    /** What the archive says of its length and checksum has to be so. */
    private StagingArea.StagedFile staged(ImportedFile entry) {
        if (entry.byteSize() > limits.maxBytes()) {
            throw new Refusal.TooLarge("file-too-large", "The file has more than " + limits.maxBytes() + " bytes.").thrown();
        }
        StagingArea.StagedFile file;
        try (InputStream bytes = entry.open()) {
            file = staging.stage(bytes, entry.byteSize());
        } catch (RefusedException moreOrBrokenOff) {
            throw broken();
        } catch (ZipException unreadable) {
            throw broken();
        } catch (IOException e) {
            throw new DependencyException("an archive could not be read", e);
        }
        if (file.byteSize() != entry.byteSize() || file.crc32() != entry.changedAt()) {
            file.close();
            throw broken();
        }
        return file;
    }

    private static RefusedException broken() {
        return new Refusal.Unprocessable("entry-broken", "This file is not what the archive says that it is.").thrown();
    }

    /** Archives hold names that nobody can see or type; the picture is worth more than its name. */
    private static Filename name(String text) {
        String shown = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\\u200d]]", "_");
        return Filename.sent(shown.codePointCount(0, shown.length()) <= Filename.MAX_LENGTH ? shown
                : shown.substring(shown.offsetByCodePoints(shown.length(), -Filename.MAX_LENGTH)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Keeps the books in the transaction of the upload. */
    private record Step(ImportStep step, ImportBooks books, Consumer<UploadImage.Uploaded> then) implements UploadImage.Work {

        @Override
        public void begin() {
            books.begin(step);
        }

        @Override
        public void done(UploadImage.Uploaded uploaded) {
            then.accept(uploaded);
            books.note(uploaded.duplicate() ? ArchiveImport.ONE_EXISTING : ArchiveImport.ONE_IMPORTED, List.of());
        }
    }
}
