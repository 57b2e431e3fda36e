package dev.albumen.application.rendition;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.SpareTime;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Notices images that are shown with renditions of old recipes, and has them rendered anew, without keeping who asked. */
public final class Outdated {

    /** What could not be rendered anew is not tried with every picture that is served. */
    private static final Duration REST = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private final Transactions transactions;
    private final Jobs jobs;
    private final SpareTime spareTime;
    private final InstantSource clock;
    private final Renderer renderer;
    /** Of an engine that writes everything. */
    private final Set<String> all = names(EnumSet.allOf(RenditionFormat.class));
    private final Map<ImageId, Instant> asked = new ConcurrentHashMap<>();

    public Outdated(Transactions transactions, Jobs jobs, SpareTime spareTime, InstantSource clock, Renderer renderer) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.spareTime = spareTime;
        this.clock = clock;
        this.renderer = renderer;
    }

    /** Never waits. */
    void notice(ImageId id, ImageStatus.Ready ready) {
        if (!ready.renditions().containsAll(all)) {
            ask(id, ready.renditions());
        }
    }

    private void ask(ImageId id, Set<String> made) {
        Instant now = clock.instant();
        Instant until = asked.get(id);
        boolean mine = until == null ? asked.putIfAbsent(id, now.plus(REST)) == null
                : now.isAfter(until) && asked.replace(id, until, now.plus(REST));
        if (!mine) {
            return;
        }
        if (!spareTime.offer(() -> enqueue(id, made))) {
            asked.remove(id);
        } else if (asked.size() > REMEMBERED) {
            asked.clear();
        }
    }

    /** The engine is asked here, where nobody waits: it may have to start first. */
    private void enqueue(ImageId id, Set<String> made) {
        if (!made.containsAll(names(renderer.formats()))) {
            transactions.writing(() -> jobs.enqueueOnce(new Job.RerenderImage(id)));
        }
    }

    private static Set<String> names(Set<RenditionFormat> formats) {
        return Recipe.madeAtOnce(formats).stream().map(Recipe::fileName).collect(Collectors.toUnmodifiableSet());
    }
}
