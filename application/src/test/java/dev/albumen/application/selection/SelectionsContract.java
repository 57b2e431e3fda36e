package dev.albumen.application.selection;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.selection.SelectionBuilder.aSelection;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of selections does. */
public abstract class SelectionsContract extends SelectionContract {

    @Test
    void findsASelectionByItsToken() {
        Selection ada = added(link, "Ada");
        added(link, "Bob");

        assertThat(catalogue.selections().find(ada.tokenHash())).contains(ada);
        assertThat(catalogue.selections().find(Sha256.of("unknown"))).isEmpty();
        assertThat(write(() -> catalogue.selections().lock(ada.id()))).contains(ada);
        assertThat(write(() -> catalogue.selections().lock(new SelectionId(new UUID(0, 404))))).isEmpty();
    }

    @Test
    void locksOnlyWithinAChange() {
        Selection selection = added(link, "Ada");
        assertThatThrownBy(() -> catalogue.selections().lock(selection.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> catalogue.selections().lockAll(link.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void savesEverythingThatChanges() {
        Selection selection = added(link, "Ada");
        for (Selection.Status status : Selection.Status.values()) {
            Selection before = catalogue.selections().find(selection.tokenHash()).orElseThrow();
            Selection changed = new Selection(before.id(), before.shareId(), before.tokenHash(), 7,
                    new Contact("B", "b@example.org", "1", "n\nm"), status, 3, before.createdAt(), NOON.plusSeconds(1),
                    NOON.plusSeconds(2), NOON.plusSeconds(3), before.version());

            Selection saved = write(() -> catalogue.selections().save(changed));

            assertThat(saved.version()).isEqualTo(before.version() + 1);
            assertThat(saved).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
            assertThat(catalogue.selections().find(selection.tokenHash())).contains(saved);
        }
    }

    @Test
    void locksAndSavesAllOfALinkOldestFirst() {
        Selection first = added(link, "Ada");
        Selection second = added(aSelection().of(link).in(Selection.Status.CLOSED));
        added(other, "Eve");

        List<Selection> saved = write(() -> catalogue.selections().save(catalogue.selections().lockAll(link.id())));

        assertThat(saved).extracting(Selection::id).containsExactly(first.id(), second.id());
        assertThat(saved).allMatch(one -> one.version() == 2);
        assertThat(write(() -> catalogue.selections().save(List.of()))).isEmpty();
    }

    @Test
    void goWithTheLink() {
        Selection selection = added(link, "Ada");
        chosen(selection, one, 0);
        writing(() -> catalogue.shareLinks().delete(link.id()));

        assertThat(catalogue.selections().find(selection.tokenHash())).isEmpty();
        assertThat(catalogue.selectionItems().all(selection.id())).isEmpty();
        assertThat(refusalOf(() -> added(link, "Bob"))).isEqualTo(new Refusal.NotFound());
    }
}
