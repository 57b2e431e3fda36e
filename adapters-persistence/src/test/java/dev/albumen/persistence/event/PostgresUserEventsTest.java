package dev.albumen.persistence.event;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.READY;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.event.UserEvent;
import dev.albumen.application.event.UserEvents;
import dev.albumen.application.event.UserEventsContract;
import dev.albumen.application.image.Images;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageMetadata;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUserEventsTest extends UserEventsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private final PostgresCatalogue catalogue = new PostgresCatalogue(POSTGRES);
    private final Images images = POSTGRES.bean(Images.class);
    private final Transactions transactions = POSTGRES.bean(Transactions.class);
    private final Sql sql = POSTGRES.bean(Sql.class);
    private final Map<Integer, UserId> users = new HashMap<>();
    private final Map<UserId, Image> ofUsers = new HashMap<>();

    @Override
    protected UserEvents events() {
        return POSTGRES.bean(UserEvents.class);
    }

    @Override
    protected UserId user(int number) {
        return users.computeIfAbsent(number, made -> catalogue.user("user" + made));
    }

    @Override
    protected long happen(UserId user) {
        Image image = ofUsers.computeIfAbsent(user, owner -> added(anImage().ownedBy(owner).build()));
        ofUsers.put(user, saved(image.trashed() ? image.restored(NOON) : image.trashed(NOON)));
        return sql.one("SELECT max(id) AS id FROM user_events WHERE user_id = ?", row -> row.number("id"), user.value());
    }

    private Image added(Image image) {
        transactions.writing(() -> images.add(image));
        return images.find(image.id()).orElseThrow();
    }

    private Image saved(Image image) {
        return transactions.write(() -> images.save(image));
    }

    private List<String> told(UserId user) {
        return events().after(user, 0, 100).stream().map(UserEvent::data).toList();
    }

    @Test
    void tellsHowFarAnImageHasCome() {
        Image image = added(anImage().ownedBy(user(1)).pending().build());
        Image failed = saved(image.failed("image-unprocessed", "Given up.", NOON));
        Image pending = saved(failed.pendingAgain(NOON));
        saved(pending.rendered(READY, ImageMetadata.NONE, NOON));

        assertThat(told(user(1))).satisfiesExactly(
                data -> assertThat(data).contains(image.id().toString()).contains("\"failed\"").contains("\"image-unprocessed\""),
                data -> assertThat(data).contains("\"pending\""),
                data -> assertThat(data).contains("\"ready\"").doesNotContain("unprocessed"));
    }

    @Test
    void tellsNothingOfOtherChangesAndOfWhatRollsBack() {
        Image image = added(anImage().ownedBy(user(1)).build());
        saved(image.rerendered(READY));

        assertThatThrownBy(() -> transactions.writing(() -> {
            images.save(images.find(image.id()).orElseThrow().trashed(NOON));
            throw new IllegalStateException("rolled back");
        })).hasMessage("rolled back");

        assertThat(told(user(1))).isEmpty();
    }

    /** Whoever has seen an id has missed none below it. */
    @Test
    void commitsAUsersEventsInTheOrderOfTheirIds() throws ExecutionException, InterruptedException {
        UserId user = user(1);
        List<Image> all = IntStream.range(0, 40).mapToObj(n -> added(anImage().ownedBy(user).containing(
                Sha256.of("picture " + n)).build())).toList();
        List<Long> seen = new CopyOnWriteArrayList<>();
        try (UserEvents.Listening listening = events().listen(user, new UserEvents.Listener() {
            @Override
            public void told(UserEvent event) {
                seen.add(event.id());
            }

            @Override
            public void mayHaveMissed() {}
        })) {
            await(() -> {
                saved(images.find(all.getFirst().id()).map(image -> image.trashed() ? image.restored(NOON) : image.trashed(NOON)).orElseThrow());
                return !seen.isEmpty();
            });
            List<CompletableFuture<Void>> done = new ArrayList<>();
            for (Image image : all.subList(1, 40)) {
                done.add(CompletableFuture.runAsync(() -> saved(image.trashed(NOON))));
            }
            for (CompletableFuture<Void> one : done) {
                one.get();
            }
            long last = happenLast(all.getFirst());
            await(() -> seen.contains(last));
        }

        assertThat(seen).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
    }

    private long happenLast(Image image) {
        saved(images.find(image.id()).map(now -> now.trashed() ? now.restored(NOON) : now.trashed(NOON)).orElseThrow());
        return sql.one("SELECT max(id) AS id FROM user_events", row -> row.number("id"));
    }
}
