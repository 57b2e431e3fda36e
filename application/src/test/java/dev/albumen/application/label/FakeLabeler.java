package dev.albumen.application.label;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Concern;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Findings;
import dev.albumen.domain.label.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sees what a test tells it to see. */
public final class FakeLabeler implements Labeler {

    public static final Provider BY = new Provider("fake", "1");

    private final int callsPerImage;
    private final List<Image> labelled = new CopyOnWriteArrayList<>();
    private List<Finding> sees = List.of(Finding.of("sea", "nature", new Confidence(900)));
    private List<Concern> concerns = List.of();
    private Runnable meanwhile = () -> {};
    private Optional<UnreadableException> unreadable = Optional.empty();
    private Set<ImageId> unanswered = Set.of();
    private Provider by = BY;
    private boolean learnsModel;

    private final Optional<BlobStore> pictures;

    /** One that looks at nothing. */
    public FakeLabeler(int callsPerImage) {
        this(callsPerImage, Optional.empty());
    }

    /** @param pictures where an image's thumbnail has to be */
    FakeLabeler(int callsPerImage, Optional<BlobStore> pictures) {
        this.callsPerImage = callsPerImage;
        this.pictures = pictures;
    }

    void sees(Finding... found) {
        sees = List.of(found);
    }

    void isConcerned(Concern... about) {
        concerns = List.of(about);
    }

    /** Something that happens while the labeler looks, or goes wrong. */
    void meanwhile(Runnable act) {
        meanwhile = act;
    }

    void cannotRead(String reason, int callsSpent) {
        unreadable = Optional.of(new UnreadableException(reason, callsSpent));
    }

    /** Whatever else it answers for. */
    void doesNotAnswerFor(Image... images) {
        unanswered = Stream.of(images).map(Image::id).collect(Collectors.toSet());
    }

    /** Has another model from now on, which only its answers tell to others. */
    void isNow(String model) {
        by = new Provider(BY.name(), model);
        learnsModel = true;
    }

    int labelled() {
        return labelled.size();
    }

    @Override
    public Provider provider() {
        return by;
    }

    @Override
    public boolean learnsModel() {
        return learnsModel;
    }

    @Override
    public int callsPerImage() {
        return callsPerImage;
    }

    @Override
    public Findings label(Image image) throws UnreadableException {
        labelled.add(image);
        if (pictures.isPresent()) {
            StoredRendition.read(pictures.get(), image, "thumbnail-v1.jpg", Long.MAX_VALUE);
        }
        meanwhile.run();
        if (unanswered.contains(image.id())) {
            throw new UnavailableException("makes no sense of it", callsPerImage / 2, new IllegalStateException());
        }
        if (unreadable.isPresent()) {
            throw unreadable.get();
        }
        return new Findings(by, sees, concerns);
    }
}
