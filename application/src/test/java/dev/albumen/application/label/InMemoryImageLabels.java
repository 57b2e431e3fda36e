package dev.albumen.application.label;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.tag.InMemoryTags;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps labels in memory. */
public final class InMemoryImageLabels implements ImageLabels {

    private static final Comparator<Label> SUREST_FIRST = Comparator.<Label>comparingInt(label -> -label.found().confidence().perMille())
            .thenComparing(label -> label.found().name().value());

    private record Key(ImageId image, TagName name) {}

    private record Come(Status status, @Nullable String failure, @Nullable Provider by, Instant at) {}

    private final InMemoryTable<Key, Label> labels;
    private final InMemoryTable<ImageId, Come> come;
    private final InMemoryTable<String, Provider> seen;
    private final InMemoryImages images;
    private final InMemoryTags tags;
    private final InMemoryBlockedLabels blocked;

    public InMemoryImageLabels(
            InMemoryTransactions transactions, InMemoryImages images, InMemoryTags tags, InMemoryBlockedLabels blocked) {
        this.labels = transactions.table();
        this.come = transactions.table();
        this.seen = transactions.table();
        this.images = images;
        this.tags = tags;
        this.blocked = blocked;
        images.whenPurged(gone -> {
            labels.removeIf((key, label) -> key.image().equals(gone));
            come.remove(gone);
        });
        blocked.whenBlocked((owner, name) -> labels.removeIf((key, label) -> key.name().equals(name)
                && label.state() == LabelState.SUGGESTED
                && owner.map(user -> user.equals(images.find(key.image()).orElseThrow().ownerId())).orElse(true)));
    }

    @Override
    public Sheet of(ImageId image) {
        List<Label> sorted = labels.all().entrySet().stream()
                .filter(row -> row.getKey().image().equals(image))
                .map(row -> named(image, seen(image, row.getValue())))
                .sorted(SUREST_FIRST)
                .toList();
        return come.find(image)
                .map(row -> new Sheet(row.status(), row.failure(), row.by(), row.at(), sorted))
                .orElse(new Sheet(Status.NONE, null, null, null, sorted));
    }

    private Label named(ImageId image, Label label) {
        UserId owner = images.find(image).orElseThrow().ownerId();
        Finding found = label.found();
        return new Label(new Finding(found.name(), found.category(), found.confidence(),
                found.parents().stream().filter(parent -> !blocked.blocks(owner, parent)).toList()), label.by(), label.state());
    }

    private Label seen(ImageId image, Label label) {
        boolean untagged = label.state() == LabelState.ACCEPTED && !tags.of(image).containsKey(label.found().name());
        return untagged ? new Label(label.found(), label.by(), LabelState.REJECTED) : label;
    }

    @Override
    public Optional<Label> find(ImageId image, TagName name) {
        return labels.find(new Key(image, name));
    }

    @Override
    public boolean decide(ImageId image, TagName name, LabelState state, Instant now) {
        Optional<Label> before = find(image, name).filter(label -> label.state() != state);
        before.ifPresent(label -> labels.put(new Key(image, name), new Label(label.found(), label.by(), state)));
        return before.isPresent();
    }

    @Override
    public Map<ImageId, List<Label>> decided(Set<ImageId> wanted) {
        return labels.all().entrySet().stream().filter(row -> wanted.contains(row.getKey().image()))
                .sorted(Comparator.comparing(row -> row.getKey().name().value()))
                .filter(row -> row.getValue().state() != LabelState.SUGGESTED)
                .collect(Collectors.groupingBy(row -> row.getKey().image(),
                        Collectors.mapping(row -> seen(row.getKey().image(), row.getValue()), Collectors.toList())));
    }

    @Override
    public void reject(ImageId image, Finding found, Provider by, Instant now) {
        settle(image, new Label(found, by, LabelState.REJECTED));
    }

    @Override
    public void accept(ImageId image, Finding found, Provider by, Instant now) {
        settle(image, new Label(found, by, LabelState.ACCEPTED));
    }

    private void settle(ImageId image, Label told) {
        Optional<Label> before = find(image, told.found().name());
        if (images.find(image).isPresent() && before.filter(label -> label.state() != LabelState.SUGGESTED).isEmpty()) {
            labels.put(new Key(image, told.found().name()),
                    before.map(label -> new Label(label.found(), label.by(), told.state())).orElse(told));
        }
    }

    @Override
    public void record(ImageId image, Provider by, List<Finding> found, Instant now) {
        Optional<Image> labelled = images.find(image);
        if (labelled.isEmpty()) {
            return;
        }
        Set<TagName> names = found.stream().map(Finding::name).collect(Collectors.toSet());
        labels.removeIf((key, label) -> key.image().equals(image) && label.state() == LabelState.SUGGESTED && !names.contains(key.name()));
        found.stream()
                .filter(one -> !blocked.blocks(labelled.get().ownerId(), one.name()))
                .filter(one -> find(image, one.name()).filter(label -> label.state() != LabelState.SUGGESTED).isEmpty())
                .forEach(one -> labels.put(new Key(image, one.name()), new Label(one, by, LabelState.SUGGESTED)));
        come.put(image, new Come(Status.LABELLED, null, by, now));
        seen.put(by.name(), by);
    }

    @Override
    public boolean await(ImageId image, Instant now) {
        boolean waits = come.find(image).filter(row -> row.status() == Status.WAITING).isPresent();
        if (!waits) {
            mark(image, Status.WAITING, null, now);
        }
        return !waits && images.find(image).isPresent();
    }

    @Override
    public void mark(ImageId image, Status status, @Nullable String failure, Instant now) {
        if (images.find(image).isPresent()) {
            come.put(image, new Come(status, failure, come.find(image).map(Come::by).orElse(null), now));
        }
    }

    /** Whether the image was labelled by that model. */
    boolean isLabelled(ImageId image, Provider by) {
        return come.find(image).filter(row -> row.status() == Status.LABELLED && by.equals(row.by())).isPresent();
    }

    /** The labeler of that name as it labelled an image last. */
    Optional<Provider> lastSeen(String name) {
        return seen.find(name);
    }

    @Override
    public List<ImageId> postponed(Instant before, int limit) {
        return come.all().entrySet().stream()
                .filter(row -> row.getValue().status() == Status.POSTPONED && row.getValue().at().isBefore(before))
                .sorted(Comparator.comparing((Map.Entry<ImageId, Come> row) -> row.getValue().at())
                        .thenComparing(row -> row.getKey().value().toString()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
