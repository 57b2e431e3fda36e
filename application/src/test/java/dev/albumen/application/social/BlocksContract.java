package dev.albumen.application.social;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.shared.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of blocks does. */
public abstract class BlocksContract extends CatalogueContract {

    @Test
    void blocksAndUnblocksOnce() {
        assertThat(write(() -> catalogue.blocks().add(ada, bob, NOON))).isTrue();
        assertThat(write(() -> catalogue.blocks().add(ada, bob, NOON))).isFalse();
        assertThat(catalogue.blocks().isBlocked(ada, bob)).isTrue();
        assertThat(catalogue.blocks().isBlocked(bob, ada)).isFalse();
        assertThat(write(() -> catalogue.blocks().remove(ada, bob))).isTrue();
        assertThat(write(() -> catalogue.blocks().remove(ada, bob))).isFalse();
        assertThat(catalogue.blocks().isBlocked(ada, bob)).isFalse();
    }

    @Test
    void blocksNobodyWhoIsNotThere() {
        assertThat(write(() -> catalogue.blocks().add(ada, new UserId(new UUID(0, 404)), NOON))).isFalse();
    }

    @Test
    void listsAUsersOwn() {
        UserId cyd = catalogue.user("cyd");
        UserId dee = catalogue.user("dee");
        writing(() -> {
            catalogue.blocks().add(ada, bob, NOON);
            catalogue.blocks().add(ada, cyd, NOON);
            catalogue.blocks().add(ada, dee, NOON);
            catalogue.blocks().add(bob, ada, NOON);
        });

        assertThat(paged(page -> catalogue.blocks().list(ada, page))).hasSize(3)
                .contains(new Blocks.Blocked(bob, "bob", "bob", NOON)).extracting(Blocks.Blocked::userId).containsExactlyInAnyOrder(bob, cyd, dee);
    }
}
