package dev.albumen.application.storage;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every answer about claimed contents is like. */
public abstract class BlobClaimsContract extends CatalogueContract {

    @Test
    void knowsWhatSomeImageHasEvenInTheTrash() {
        Image shown = kept(anImage().ownedBy(ada).build());
        Image trashed = kept(anImage().ownedBy(bob).trashedAt(NOON).build());
        Sha256 nobodys = Sha256.of("nobody's");

        assertThat(claimed(shown.sha256(), trashed.sha256(), nobodys)).containsExactlyInAnyOrder(shown.sha256(), trashed.sha256());
        assertThat(claimed()).isEmpty();
    }

    @Test
    void staysClaimedUntilTheLastOwnerIsGone() {
        Image adas = kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        Image bobs = kept(anImage().ownedBy(bob).containing(adas.sha256()).trashedAt(NOON).build());

        writing(() -> catalogue.images().purge(adas.id()));
        assertThat(claimed(adas.sha256())).isNotEmpty();
        writing(() -> catalogue.images().purge(bobs.id()));
        assertThat(claimed(adas.sha256())).isEmpty();
    }

    @Test
    void knowsWhetherSeveralOwnersHaveAContent() {
        Image adas = kept(anImage().ownedBy(ada).build());
        assertThat(catalogue.blobClaims().shared(adas.sha256())).isFalse();

        kept(anImage().ownedBy(bob).containing(adas.sha256()).trashedAt(NOON).build());

        assertThat(catalogue.blobClaims().shared(adas.sha256())).isTrue();
        assertThat(catalogue.blobClaims().shared(Sha256.of("nobody's"))).isFalse();
    }

    @Test
    void knowsWhatSomeUserHasForALogo() {
        Sha256 logo = Sha256.of("logo");
        Image picture = kept(anImage().ownedBy(ada).build());
        for (UserId user : List.of(ada, bob)) {
            writing(() -> catalogue.settingsByUser().save(catalogue.settingsByUser().lock(user).withLogo(logo)));
        }

        assertThat(claimed(logo)).as("by images").isEmpty();
        assertThat(logos(logo, picture.sha256())).containsExactly(logo);
        writing(() -> catalogue.settingsByUser().save(catalogue.settingsByUser().lock(ada).withoutLogo()));
        assertThat(logos(logo)).containsExactly(logo);
        writing(() -> catalogue.settingsByUser().save(catalogue.settingsByUser().lock(bob).withLogo(picture.sha256())));
        assertThat(logos(logo, picture.sha256())).containsExactly(picture.sha256());
    }

    @Test
    void namesTheRenditionsThatImagesOfAContentAreShownWith() {
        Image adas = kept(anImage().ownedBy(ada).rendered("a-v1.jpg", "b-v1.jpg").build());
        kept(anImage().ownedBy(bob).containing(adas.sha256()).rendered("a-v2.jpg", "b-v1.jpg").build());
        Image pending = kept(anImage().ownedBy(ada).pending().build());
        Image bare = kept(anImage().ownedBy(ada).rendered().build());

        assertThat(read(() -> catalogue.blobClaims().renditions(List.of(adas.sha256(), pending.sha256(), bare.sha256()))))
                .containsOnly(Map.entry(adas.sha256(), Set.of("a-v1.jpg", "b-v1.jpg", "a-v2.jpg")));
        assertThat(read(() -> catalogue.blobClaims().renditions(List.of()))).isEmpty();
    }

    @Test
    void letsOneAtATimeDecideAboutAContent() throws Exception {
        Sha256 content = Sha256.of("wanted");
        CountDownLatch locked = new CountDownLatch(1);
        CompletableFuture<Boolean> decided = new CompletableFuture<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> writing(() -> {
                catalogue.blobClaims().lock(content);
                locked.countDown();
                catalogue.images().add(anImage().ownedBy(ada).containing(content).build());
            }));
            locked.await();
            threads.submit(() -> writing(() -> {
                catalogue.blobClaims().lock(content);
                decided.complete(!catalogue.blobClaims().claimed(List.of(content)).isEmpty());
            }));

            assertThat(decided.get(60, TimeUnit.SECONDS)).as("whoever waited sees what was decided").isTrue();
        }
    }

    @Test
    void letsTheSameTransactionLockAgain() {
        writing(() -> {
            catalogue.blobClaims().lock(Sha256.of("a"));
            catalogue.blobClaims().lock(Sha256.of("a"));
        });
    }

    private Set<Sha256> logos(Sha256... contents) {
        return read(() -> catalogue.blobClaims().logos(List.of(contents)));
    }

    private Set<Sha256> claimed(Sha256... contents) {
        return read(() -> catalogue.blobClaims().claimed(List.of(contents)));
    }
}
