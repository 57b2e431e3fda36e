package dev.albumen.application.integrity;

import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What images in memory say. */
public final class InMemoryStoredContents implements StoredContents {

    private final Supplier<Collection<Image>> images;

    public InMemoryStoredContents(Supplier<Collection<Image>> images) {
        this.images = images;
    }

    @Override
    public long count() {
        return byHash().size();
    }

    @Override
    public List<StoredContent> after(Optional<Sha256> content, int limit) {
        return byHash().entrySet().stream()
                .filter(entry -> content.isEmpty() || entry.getKey().compareTo(content.get().hex()) > 0)
                .limit(limit).map(Map.Entry::getValue).map(InMemoryStoredContents::content).toList();
    }

    @Override
    public Optional<StoredContent> find(Sha256 content) {
        return Optional.ofNullable(byHash().get(content.hex())).map(InMemoryStoredContents::content);
    }

    private TreeMap<String, List<Image>> byHash() {
        return images.get().stream().collect(Collectors.groupingBy(image -> image.sha256().hex(), TreeMap::new, Collectors.toList()));
    }

    private static StoredContent content(List<Image> holders) {
        Image first = holders.getFirst();
        return new StoredContent(first.sha256(), first.byteSize(), holders.stream()
                .map(image -> new Holder(image.id(), image.status() instanceof ImageStatus.Ready ready ? ready.renditions() : Set.of()))
                .toList());
    }
}
