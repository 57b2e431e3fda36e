package dev.albumen.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumBuilder;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of imports does. */
public abstract class ArchiveImportsContract {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final LeftEntry NOTES = new LeftEntry("Rome/notes.txt", LeftEntry.Outcome.SKIPPED, "not-a-picture", "No picture.");
    private static final LeftEntry BROKEN = new LeftEntry("a.jpg", LeftEntry.Outcome.FAILED, "entry-broken", "Broken.");

    private Viewer.Member ada;

    protected abstract Catalogue catalogue();

    protected abstract ArchiveImports imports();

    @BeforeEach
    void makeUser() {
        UserId id = catalogue().user("ada");
        ada = new Viewer.Member(id, Role.USER, new SessionId(new UUID(5, 5)));
    }

    private ArchiveImport begun(int number) {
        ArchiveImport begun = ArchiveImport.begin(new UUID(0, number), ada, 1L << 33, 7, NOON.plusSeconds(number));
        catalogue().transactions().writing(() -> imports().add(begun));
        return begun;
    }

    private boolean save(ArchiveImport now, LeftEntry... leftOut) {
        return catalogue().transactions().write(() -> imports().save(now, List.of(leftOut)));
    }

    @Test
    void findsWhatWasKept() {
        ArchiveImport begun = begun(1);
        assertThat(imports().find(begun.id())).contains(begun);
        assertThat(imports().find(new UUID(9, 9))).isEmpty();

        ArchiveImport ended = begun.further(ArchiveImport.ONE_IMPORTED, NOON.plusSeconds(3)).further(ArchiveImport.ONE_FAILED, NOON.plusSeconds(4));
        assertThat(save(begun.further(ArchiveImport.ONE_IMPORTED, NOON.plusSeconds(3)))).isTrue();
        assertThat(save(ended, BROKEN)).isTrue();
        assertThat(imports().find(begun.id())).contains(ended);
        assertThat(save(ended.ended("expired", NOON.plusSeconds(9)))).isTrue();
        assertThat(imports().find(begun.id())).contains(ended.ended("expired", NOON.plusSeconds(9)));
    }

    @Test
    void letsOneOfTwoTakeAStep() {
        ArchiveImport begun = begun(1);

        assertThat(save(begun.further(ArchiveImport.ONE_IMPORTED, NOON))).isTrue();
        assertThat(save(begun.further(ArchiveImport.ONE_FAILED, NOON), BROKEN)).isFalse();

        assertThat(imports().leftOut(begun.id(), PageRequest.first(9)).items()).isEmpty();
        assertThat(imports().find(begun.id()).orElseThrow().tally().imported()).isOne();
    }

    @Test
    void tellsWhatWasLeftOutInThePagesOfItsOrder() {
        ArchiveImport begun = begun(1);
        ArchiveImport one = begun.further(ArchiveImport.ONE_SKIPPED, NOON);
        save(one, NOTES);
        save(one.further(ArchiveImport.ONE_FAILED, NOON), BROKEN);

        Page<LeftEntry> first = imports().leftOut(begun.id(), PageRequest.first(1));
        assertThat(first.items()).containsExactly(NOTES);
        assertThat(imports().leftOut(begun.id(), new PageRequest(1, first.next())).items()).containsExactly(BROKEN);
    }

    @Test
    void listsAndCountsAUsersOwn() {
        ArchiveImport one = begun(1);
        ArchiveImport two = begun(2);
        save(one.ended(null, NOON));

        assertThat(imports().list(ada.userId(), PageRequest.first(9)).items()).extracting(ArchiveImport::id).containsExactly(two.id(), one.id());
        assertThat(imports().going(ada.userId())).isOne();
        assertThat(imports().going(catalogue().user("bob"))).isZero();
        assertThat(imports().going(Set.of(one.id(), two.id(), new UUID(9, 9)))).containsExactly(two.id());
        assertThat(imports().going(Set.of())).isEmpty();
    }

    @Test
    void remembersWhereThingsWent() {
        ArchiveImport begun = begun(1);
        Album rome = album();
        Album other = album();

        assertThat(imports().album(begun.id(), "folder Rome")).isEmpty();
        catalogue().transactions().writing(() -> imports().keepAlbum(begun.id(), "folder Rome", other.id()));
        catalogue().transactions().writing(() -> imports().keepAlbum(begun.id(), "folder Rome", rome.id()));

        assertThat(imports().album(begun.id(), "folder Rome")).isEqualTo(Optional.of(rome.id()));
        assertThat(imports().isTaken(begun.id(), rome.id())).isTrue();
        assertThat(imports().isTaken(begun.id(), other.id())).isFalse();
        assertThat(imports().isTaken(begun(2).id(), rome.id())).isFalse();
    }

    private Album album() {
        Album album = AlbumBuilder.anAlbum().ownedBy(ada.userId()).build();
        catalogue().transactions().writing(() -> catalogue().albums().add(album));
        return album;
    }

    @Test
    void tellsExpiredFromFinished() {
        ArchiveImport going = begun(1);
        ArchiveImport over = begun(2);
        save(over.ended(null, NOON.plusSeconds(60)));

        assertThat(imports().expired(going.expiresAt().minusMillis(1), 9)).isEmpty();
        assertThat(imports().expired(going.expiresAt(), 9)).containsExactly(going.id());
        assertThat(imports().finished(NOON.plusSeconds(59), 9)).isEmpty();
        assertThat(imports().finished(NOON.plusSeconds(60), 9)).containsExactly(over.id());
    }

    @Test
    void removesAnImportWithItsBooks() {
        ArchiveImport begun = begun(1);
        save(begun.further(ArchiveImport.ONE_SKIPPED, NOON), NOTES);

        assertThat(catalogue().transactions().<Boolean>write(() -> imports().remove(begun.id()))).isTrue();
        assertThat(catalogue().transactions().<Boolean>write(() -> imports().remove(begun.id()))).isFalse();
        assertThat(imports().find(begun.id())).isEmpty();
        assertThat(save(begun.further(ArchiveImport.ONE_SKIPPED, NOON))).isFalse();
    }
}
