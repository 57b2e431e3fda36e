package dev.albumen.application.selection;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportChoicesTest extends SelectionUseCaseTest {

    private final ChosenImages chosen = new ChosenImages(transactions, managed, catalogue.selectionViews());
    private final ExportChoices export = new ExportChoices(chosen);
    private final SummariseSelections summarise = new SummariseSelections(
            transactions, chosen, catalogue.selectionConfigs(), catalogue.selectionViews(), clock);
    private String ada;
    private String bob;

    @BeforeEach
    void choose() {
        ada = started("Ada");
        bob = started("Bob");
        choose.handle(Viewer.ANONYMOUS, new ChooseImage.Command(knock(ada), two.id(), "x", new Mark(3, null)));
        chosen(bob, two);
        chosen(ada, one);
    }

    private ExportChoices.Query all(ShareLink of) {
        return new ExportChoices.Query(new ChosenImages.Asked(of.id(), Optional.empty()));
    }

    @Test
    void givesEverythingByFileName() {
        assertThat(export.handle(ADA, all(link)).map(one -> one.filename() + " " + one.choices().size()))
                .containsExactly("one.jpg 1", "two.jpg 2");
        Optional<SelectionId> bobs = Optional.of(shown(bob).selection().id());
        assertThat(export.handle(ADA, new ExportChoices.Query(new ChosenImages.Asked(link.id(), bobs)))
                .map(one -> one.filename() + " " + one.choices().getFirst().name())).containsExactly("two.jpg Bob");
    }

    @Test
    void goesOnPastThePages() {
        IntStream.range(0, 450).forEach(i -> {
            Image image = given(anImage().named("z%03d.jpg".formatted(i)));
            place(album, image);
            chosen(ada, image);
        });
        assertThat(export.handle(ADA, all(link))).hasSize(452);
    }

    @Test
    void isForThoseWhoManageTheLink() {
        makeMember(album, BOB, AlbumRole.MANAGER);
        assertHidden(() -> export.handle(BOB, all(link)));
        assertHidden(() -> summarise.handle(BOB, new SummariseSelections.Query(all(link).asked())));
        ShareLink other = given(aShareLink().to(album));
        Optional<SelectionId> adas = Optional.of(shown(ada).selection().id());
        assertHidden(() -> export.handle(ADA, new ExportChoices.Query(new ChosenImages.Asked(other.id(), adas))));
        assertHidden(() -> export.handle(ADA, new ExportChoices.Query(
                new ChosenImages.Asked(link.id(), Optional.of(new SelectionId(new UUID(0, 404)))))));
    }

    @Test
    void sumsUpHowFarEachClientIs() {
        submitted(bob);
        assertThat(summarise.handle(ADA, new SummariseSelections.Query(all(link).asked())).selections())
                .extracting(one -> one.status() + " " + one.summary().chosen()).containsExactly("SUBMITTED 1", "OPEN 2");
    }
}
