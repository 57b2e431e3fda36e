package dev.albumen.application.rendition;

import dev.albumen.application.job.InMemoryJobs;
import dev.albumen.application.job.InMemorySpareTime;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.SpareTime;
import dev.albumen.application.shared.InMemoryCatalogue;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobClaims;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import java.time.InstantSource;

/** Puts together what chooses blobs, for tests. */
public final class ServingBuilder {

    private final BlobStore blobs;
    private final StagingArea staging;
    private final Secrets secrets;
    private final InstantSource clock;
    private MetadataStripper stripper = new FakeMetadataStripper();
    private Renderer renderer = new FakeRenderer();
    private SpareTime spareTime = new InMemorySpareTime();
    private Transactions transactions = new InMemoryCatalogue().transactions();
    private Jobs jobs = new InMemoryJobs();
    private BlobClaims claims = new InMemoryCatalogue().blobClaims();
    private InstanceMark mark = InstanceMark.DEFAULT;

    private ServingBuilder(BlobStore blobs, StagingArea staging, Secrets secrets, InstantSource clock) {
        this.blobs = blobs;
        this.staging = staging;
        this.secrets = secrets;
        this.clock = clock;
    }

    public static ServingBuilder servings(BlobStore blobs, StagingArea staging, Secrets secrets, InstantSource clock) {
        return new ServingBuilder(blobs, staging, secrets, clock);
    }

    public ServingBuilder stripping(MetadataStripper with) {
        stripper = with;
        return this;
    }

    public ServingBuilder deriving(Renderer with, SpareTime in) {
        renderer = with;
        spareTime = in;
        return this;
    }

    public ServingBuilder rerendering(Transactions with, Jobs by) {
        transactions = with;
        jobs = by;
        return this;
    }

    public ServingBuilder marking(InstanceMark with) {
        mark = with;
        return this;
    }

    public ServingBuilder claiming(BlobClaims with) {
        claims = with;
        return this;
    }

    public Servings build() {
        OwnDerivatives own = new OwnDerivatives(blobs, claims);
        return new Servings(new StrippedOriginals(blobs, staging, stripper, own, clock),
                new RenditionChoice(new DerivedRenditions(blobs, staging, renderer, own, spareTime, clock),
                        new Outdated(transactions, jobs, spareTime, clock, renderer)),
                new MarkedRenditions(blobs, staging, renderer, new Marks(blobs, mark), own, clock), secrets);
    }
}
