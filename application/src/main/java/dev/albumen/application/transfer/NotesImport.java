package dev.albumen.application.transfer;

import dev.albumen.application.album.UploadImage;
import dev.albumen.application.image.ChangeImage;
import dev.albumen.application.image.Inspector;
import dev.albumen.application.image.MetadataReader;
import dev.albumen.application.label.BlockedLabels;
import dev.albumen.application.label.ImageLabels;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.tag.Tags;
import dev.albumen.application.transfer.ExportedImages.ExportedImage;
import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Tells images what archives say of them, in the transaction that brings them in. One that was there keeps what its owner
 * has said of it, and learns what they have not. No label that was rejected for it, or whose name is blocked, comes back.
 */
final class NotesImport {

    private final TransferDocuments documents;
    private final SidecarReader sidecars;
    private final Inspector inspector;
    private final MetadataReader metadata;
    private final ChangeImage changeImage;
    private final OpinionsImport opinions;
    private final Tags tags;
    private final ImageLabels labels;
    private final BlockedLabels blocked;
    private final InstantSource clock;

    NotesImport(
            TransferDocuments documents, SidecarReader sidecars, Inspector inspector, MetadataReader metadata, ChangeImage changeImage,
            OpinionsImport opinions, Tags tags, ImageLabels labels, BlockedLabels blocked, InstantSource clock) {
        this.documents = documents;
        this.sidecars = sidecars;
        this.inspector = inspector;
        this.metadata = metadata;
        this.changeImage = changeImage;
        this.opinions = opinions;
        this.tags = tags;
        this.labels = labels;
        this.blocked = blocked;
        this.clock = clock;
    }

    /** What is beside a picture. The time is left out where the picture's own file says it. */
    PictureNotes read(ImportPlan.Picture picture, StagingArea.StagedFile file) {
        try {
            Caption caption = Caption.NONE;
            if (picture.xmp().isPresent()) {
                try (InputStream xmp = picture.xmp().get().open()) {
                    caption = sidecars.read(xmp);
                }
            }
            Optional<TakeoutDocument> takeout = Optional.empty();
            if (picture.takeout().isPresent()) {
                try (InputStream json = picture.takeout().get().open()) {
                    takeout = documents.read(json.readNBytes(PictureNotes.MOST_BYTES), TakeoutDocument.class);
                }
            }
            PictureNotes told = PictureNotes.of(caption, takeout);
            boolean isKnown = told.takenAt() != null
                    && metadata.read(file.path(), inspector.inspect(file.path()).mediaType()).takenAt() != null;
            return isKnown ? new PictureNotes(told.title(), told.description(), told.tags(), told.favorite(), null) : told;
        } catch (ZipException | EOFException broken) {
            return PictureNotes.NONE;
        } catch (IOException e) {
            throw new DependencyException("an archive could not be read", e);
        }
    }

    void tell(Viewer.Member owner, UploadImage.Uploaded uploaded, PictureNotes told) {
        change(owner, uploaded, told.title(), told.description(), told.takenAt(), false);
        if (told.favorite()) {
            opinions.favorite(owner, uploaded.image().image().id());
        }
    }

    void tell(Viewer.Member owner, UploadImage.Uploaded uploaded, ExportedImage told) {
        ImageId id = uploaded.image().image().id();
        Map<TagName, Label> accepted = accepted(told);
        Set<TagName> unwanted = new HashSet<>(accepted.isEmpty() ? Set.of() : blocked.among(owner.userId(), accepted.keySet()));
        change(owner, uploaded, told.title(), told.description(), time(told.takenAt()), told.watermark());
        opinions.tell(owner, id, uploaded.image().opinions().rating() != null, told);
        told.rejectedLabels().forEach(one -> one.found().ifPresent(label -> labels.reject(id, label, one.by(), clock.instant())));
        labels.decided(Set.of(id)).getOrDefault(id, List.of()).stream().filter(label -> label.state() == LabelState.REJECTED)
                .forEach(label -> unwanted.add(label.found().name()));
        accepted.keySet().removeAll(unwanted);
        accepted.values().forEach(label -> labels.accept(id, label.found(), label.by(), clock.instant()));
        tag(owner, id, names(told, TagSource.USER), TagSource.USER);
        tag(owner, id, names(told, TagSource.LABELER).stream().filter(accepted::containsKey).toList(), TagSource.LABELER);
    }

    /** The labels that its tags are; of one that an older export does not tell of, only its tag. */
    private static Map<TagName, Label> accepted(ExportedImage told) {
        Map<TagName, Label> accepted = new LinkedHashMap<>();
        names(told, TagSource.LABELER).forEach(name ->
                accepted.put(name, new Label(Finding.named(name), Provider.UNKNOWN, LabelState.ACCEPTED)));
        Set<TagName> borne = new HashSet<>(accepted.keySet());
        borne.addAll(names(told, TagSource.USER));
        told.acceptedLabels().forEach(one -> one.found().filter(found -> borne.contains(found.name())).ifPresent(found ->
                accepted.put(found.name(), new Label(found, one.by(), LabelState.ACCEPTED))));
        return accepted;
    }

    private static List<TagName> names(ExportedImage told, TagSource source) {
        return told.tags().stream().filter(tag -> tag.source().equalsIgnoreCase(source.name()))
                .flatMap(tag -> TagName.ofKeyword(tag.name()).stream()).distinct().toList();
    }

    private void tag(Viewer.Member owner, ImageId id, List<TagName> names, TagSource source) {
        if (!names.isEmpty()) {
            tags.tag(owner.userId(), id, names, source);
        }
    }

    private void change(
            Viewer.Member owner, UploadImage.Uploaded uploaded, @Nullable String title, String description, @Nullable Instant takenAt,
            boolean watermark) {
        Image image = uploaded.image().image();
        Change<String> newTitle = title == null || title.isEmpty() || image.title() != null ? Change.keep() : Change.to(title);
        Change<String> newText = description.isEmpty() || !image.description().isEmpty() ? Change.keep() : Change.to(description);
        Change<Instant> newTime = takenAt == null || image.takenAt() != null ? Change.keep() : Change.to(takenAt);
        Change<Boolean> newMark = !watermark || image.watermark() ? Change.keep() : Change.to(true);
        Image.Patch patch = new Image.Patch(newTitle, newText, newTime, newMark);
        if (!patch.equals(new Image.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep()))) {
            changeImage.handle(owner, new ChangeImage.Command(image.id(), patch, Optional.empty()));
        }
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
