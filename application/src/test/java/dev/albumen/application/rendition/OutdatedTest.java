package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.InMemorySpareTime;
import dev.albumen.application.job.Job;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.rendition.RenditionFormat;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutdatedTest extends UseCaseTest {

    private final InMemorySpareTime spareTime = new InMemorySpareTime();
    private @Nullable Servings servings;

    @Test
    void hasAnImageRenderedAnewOnceHoweverOftenItIsServed() {
        Image old = given(anImage().rendered("thumbnail-v0.jpg"));

        for (int i = 0; i < 3; i++) {
            assertThat(serve(old).key().fileName()).isEqualTo("thumbnail-v0.jpg");
            spareTime.runAll();
        }
        assertThat(queue.waiting()).containsExactly(new Job.RerenderImage(old.id()));

        servings = null;
        serve(old);
        spareTime.runAll();
        assertThat(queue.waiting()).as("asked by another node").hasSize(1);
    }

    @Test
    void asksAgainAfterARest() {
        Image old = given(anImage().rendered("thumbnail-v0.jpg"));
        serve(old);
        spareTime.runAll();
        queue.runAll(job -> { });

        clock.pass(Duration.ofHours(2));
        serve(old);
        spareTime.runAll();
        assertThat(queue.waiting()).hasSize(1);
    }

    @Test
    void asksForNothingThatTheEngineDoesNotWrite() {
        Image jpegs = given(anImage().rendered("thumbnail-v1.jpg", "preview-v1.jpg"));
        servings = ServingBuilder.servings(blobs, staging, secrets, clock).rerendering(transactions, jobs)
                .deriving(new FakeRenderer(Set.of(RenditionFormat.JPEG)), spareTime).build();

        serve(jpegs);
        serve(given(anImage()));

        spareTime.runAll();
        assertThat(queue.waiting()).isEmpty();
    }

    private Serving serve(Image image) {
        if (servings == null) {
            servings = ServingBuilder.servings(blobs, staging, secrets, clock).rerendering(transactions, jobs)
                    .deriving(new FakeRenderer(), spareTime).build();
        }
        return servings.of(catalogue.imageViews().delivery(ADA, image.id()).orElseThrow(),
                Wanted.asJpeg(Wanted.What.THUMBNAIL), Disclosure.EVERYTHING);
    }
}
