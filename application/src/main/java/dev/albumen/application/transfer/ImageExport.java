package dev.albumen.application.transfer;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.label.ImageLabels;
import dev.albumen.application.rendition.ArchiveNames;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.application.storage.SumReader;
import dev.albumen.application.transfer.ExportedImages.ExportedImage;
import dev.albumen.application.transfer.ExportedImages.ExportedLabel;
import dev.albumen.application.transfer.ExportedImages.ExportedTag;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.LabelState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes images into a bag: their originals, and documents that tell of some of them each. */
final class ImageExport {

    private final AlbumExport albums;
    private final ImageLabels labels;
    private final TransferDocuments documents;
    private final SumReader reader;
    private final BlobSums sums;
    private final Bag bag;
    private final Map<String, ArchiveNames> names = new HashMap<>();
    private int count;

    ImageExport(AlbumExport albums, ImageLabels labels, TransferDocuments documents, BlobStore blobs, BlobSums sums, Bag bag) {
        this.albums = albums;
        this.labels = labels;
        this.documents = documents;
        this.reader = new SumReader(blobs, sums);
        this.sums = sums;
        this.bag = bag;
    }

    void add(List<ImageView> some) {
        if (some.isEmpty()) {
            return;
        }
        Map<BlobKey, BlobSum> known = sums.of(some.stream().map(view -> view.image().sha256()).collect(Collectors.toSet()));
        Map<ImageId, List<Label>> decided = labels.decided(some.stream().map(view -> view.image().id()).collect(Collectors.toSet()));
        List<ExportedImage> told = new ArrayList<>();
        for (ImageView view : some) {
            Image image = view.image();
            String folder = albums.folder(image.id());
            String path = BagPaths.PICTURES + folder + names.computeIfAbsent(folder, in -> new ArchiveNames()).unique(image.filename());
            BlobKey key = BlobKey.original(image.sha256());
            BlobSum sum = known.get(key);
            bag.add(path, image.sha256(), sum == null ? reader.read(key) : sum);
            told.add(document(view, path, decided.getOrDefault(image.id(), List.of())));
        }
        count++;
        bag.add(BagPaths.images(count), documents.write(new ExportedImages(told)));
    }

    private static ExportedImage document(ImageView view, String path, List<Label> decided) {
        Image image = view.image();
        Instant own = Objects.equals(image.takenAt(), image.metadata().takenAt()) ? null : image.takenAt();
        return new ExportedImage(image.sha256().hex(), path, image.filename(), image.mediaType().mimeType(), image.byteSize(),
                image.title(), image.description(),
                view.tags().stream().map(tag -> new ExportedTag(tag.name(), tag.source())).toList(),
                view.favorite(), view.opinions().liked(), view.opinions().rating(), image.watermark(), own == null ? null : own.toString(),
                image.createdAt().toString(), told(decided, LabelState.REJECTED), told(decided, LabelState.ACCEPTED));
    }

    private static List<ExportedLabel> told(List<Label> decided, LabelState state) {
        return decided.stream().filter(label -> label.state() == state).map(ExportedLabel::of).toList();
    }

    /** How many documents there are. */
    int count() {
        return count;
    }
}
