package dev.albumen.application.storage;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.settings.InMemorySettingsByUser;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.shared.Sha256;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims of images and users in memory. */
public final class InMemoryBlobClaims implements BlobClaims {

    private final InMemoryTransactions transactions;
    private final InMemoryImages images;
    private final InMemorySettingsByUser settings;

    public InMemoryBlobClaims(InMemoryTransactions transactions, InMemoryImages images, InMemorySettingsByUser settings) {
        this.transactions = transactions;
        this.images = images;
        this.settings = settings;
    }

    @Override
    public Set<Sha256> claimed(Collection<Sha256> contents) {
        return images.all().stream().map(Image::sha256).filter(contents::contains).collect(Collectors.toSet());
    }

    @Override
    public boolean shared(Sha256 content) {
        return images.all().stream().filter(image -> image.sha256().equals(content)).map(Image::ownerId).distinct().count() > 1;
    }

    @Override
    public Set<Sha256> logos(Collection<Sha256> contents) {
        return settings.all().stream().flatMap(each -> Optional.ofNullable(each.watermark()).stream())
                .flatMap(mark -> Optional.ofNullable(mark.logo()).stream()).filter(contents::contains).collect(Collectors.toSet());
    }

    @Override
    public Map<Sha256, Set<String>> renditions(Collection<Sha256> contents) {
        Map<Sha256, Set<String>> names = new HashMap<>();
        for (Image image : images.all()) {
            if (contents.contains(image.sha256()) && image.status() instanceof ImageStatus.Ready ready
                    && !ready.renditions().isEmpty()) {
                names.computeIfAbsent(image.sha256(), content -> new HashSet<>()).addAll(ready.renditions());
            }
        }
        return names;
    }

    @Override
    public void lock(Sha256 content) {
        transactions.requireWriting();
    }
}
