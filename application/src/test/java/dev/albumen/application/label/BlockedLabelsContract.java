package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.label.BlockedLabels.Blocked;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of blocked names does. */
public abstract class BlockedLabelsContract extends CatalogueContract {

    private static final TagName SEA = new TagName("sea");

    @Test
    void keepsANameOncePerOwnerAndOnceForAll() {
        for (Optional<UserId> owner : List.of(Optional.of(ada), Optional.of(bob), Optional.<UserId>empty())) {
            assertThat(add(owner, SEA)).isTrue();
            assertThat(add(owner, SEA)).isFalse();
        }
        assertThat(add(Optional.of(new UserId(UUID.randomUUID())), SEA)).as("nobody").isFalse();
    }

    @Test
    void tellsWhichNamesAreBlockedForAnOwnersImages() {
        TagName sky = new TagName("sky");
        TagName boat = new TagName("boat");
        add(Optional.of(ada), SEA);
        add(Optional.empty(), SEA);
        add(Optional.empty(), sky);

        List<TagName> all = List.of(SEA, sky, boat);
        assertThat(write(() -> catalogue.blockedLabels().among(ada, all))).containsExactlyInAnyOrder(SEA, sky);
        assertThat(write(() -> catalogue.blockedLabels().among(bob, List.of(boat)))).isEmpty();

        write(() -> catalogue.blockedLabels().remove(Optional.empty(), SEA));
        assertThat(write(() -> catalogue.blockedLabels().among(bob, all))).containsExactly(sky);
        assertThat(write(() -> catalogue.blockedLabels().among(ada, all))).as("by herself").containsExactlyInAnyOrder(SEA, sky);
    }

    @Test
    void takesANameBack() {
        add(Optional.of(ada), SEA);
        add(Optional.empty(), SEA);

        assertThat(write(() -> catalogue.blockedLabels().remove(Optional.of(ada), SEA))).isTrue();
        assertThat(write(() -> catalogue.blockedLabels().remove(Optional.of(ada), SEA))).isFalse();

        assertThat(paged(page -> catalogue.blockedLabels().list(Optional.of(ada), page))).isEmpty();
        assertThat(paged(page -> catalogue.blockedLabels().list(Optional.empty(), page))).containsExactly(new Blocked(SEA, NOON));
    }

    @Test
    void listsAnOwnersByName() {
        Stream.of("sky", "quay", "sea", "boat", "rain").forEach(name -> add(Optional.of(ada), new TagName(name)));
        add(Optional.of(bob), new TagName("oak"));

        assertThat(paged(page -> catalogue.blockedLabels().list(Optional.of(ada), page)))
                .extracting(one -> one.name().value()).containsExactly("boat", "quay", "rain", "sea", "sky");
    }

    private boolean add(Optional<UserId> owner, TagName name) {
        return write(() -> catalogue.blockedLabels().add(owner, name, NOON));
    }
}
