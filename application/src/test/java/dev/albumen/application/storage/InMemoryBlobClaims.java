package dev.albumen.application.storage;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Sha256;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims of images in memory. */
public final class InMemoryBlobClaims implements BlobClaims {

    private final InMemoryTransactions transactions;
    private final InMemoryImages images;

    public InMemoryBlobClaims(InMemoryTransactions transactions, InMemoryImages images) {
        this.transactions = transactions;
        this.images = images;
    }

    @Override
    public Set<Sha256> claimed(Collection<Sha256> contents) {
        return images.all().stream().map(Image::sha256).filter(contents::contains).collect(Collectors.toSet());
    }

    @Override
    public void lock(Sha256 content) {
        transactions.requireWriting();
    }
}
