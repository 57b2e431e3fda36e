package dev.albumen.application.selection;

import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.selection.AnswerDelivery.Answer;
import dev.albumen.application.selection.MoveSelections.Move;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Selection.Status;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoveSelectionsTest extends SelectionUseCaseTest {

    private final AnswerDelivery answer =
            new AnswerDelivery(door, open, catalogue.selections(), catalogue.selectionItems(), audit);
    private final ListSelections list = new ListSelections(
            transactions, managed, catalogue.selectionConfigs(), catalogue.selectionViews(), clock);
    private final ViewClientSelection viewOne = new ViewClientSelection(transactions, managed, catalogue.selectionConfigs(),
            catalogue.selectionViews(), catalogue.selectionItems(), clock);
    private final ViewOverlap overlap = new ViewOverlap(transactions, managed, catalogue.selectionViews());
    private String ada;
    private String bob;

    @BeforeEach
    void begin() {
        ada = started("Ada");
        bob = started("Bob");
    }

    private int move(Viewer viewer, Move how, Optional<SelectionId> selection) {
        return move.handle(viewer, new MoveSelections.Command(link.id(), selection, how));
    }

    private Status answered(String client, Answer how) {
        return answer.handle(Viewer.ANONYMOUS, new AnswerDelivery.Command(knock(client), how)).status();
    }

    private Optional<SelectionId> id(String client) {
        return Optional.of(shown(client).selection().id());
    }

    @Test
    void closesAndReopensOne() {
        assertThat(move(ADA, Move.CLOSE, id(ada))).isEqualTo(1);
        assertThat(move(ADA, Move.CLOSE, id(ada))).isZero();
        assertThat(shown(ada).status()).isEqualTo(Status.CLOSED);
        assertThat(shown(bob).status()).isEqualTo(Status.OPEN);
        assertThat(move(ROOT, Move.REOPEN, id(ada))).isEqualTo(1);
        assertThat(shown(ada).status()).isEqualTo(Status.OPEN);
        assertThat(actions()).endsWith("selection.close", "selection.reopen");
    }

    @Test
    void closesAllButWhatIsAccepted() {
        submitted(ada);
        move(ADA, Move.DELIVER, Optional.empty());
        answered(ada, Answer.ACCEPT);

        assertThat(move(ADA, Move.CLOSE, Optional.empty())).isEqualTo(1);
        assertThat(shown(ada).status()).isEqualTo(Status.ACCEPTED);
        assertThat(shown(bob).status()).isEqualTo(Status.CLOSED);
        assertThat(move(ADA, Move.REOPEN, Optional.empty())).isEqualTo(1);
        assertThat(move(ADA, Move.REOPEN, id(ada))).isEqualTo(1);
    }

    @Test
    void goesThroughRounds() {
        chosen(ada, one);
        submitted(ada);
        submitted(bob);
        assertThat(move(ADA, Move.DELIVER, Optional.empty())).isEqualTo(2);
        assertRefused("selection-delivered", () -> chosen(ada, two));

        assertThat(answered(bob, Answer.ACCEPT)).isEqualTo(Status.ACCEPTED);
        assertThat(answered(bob, Answer.ACCEPT)).isEqualTo(Status.ACCEPTED);
        assertRefused("selection-not-delivered", () -> answered(bob, Answer.GO_ON));
        assertThat(answered(ada, Answer.GO_ON)).isEqualTo(Status.OPEN);
        assertThat(shown(ada).selection().round()).isEqualTo(2);
        assertThat(shown(ada).items()).as("goes on from what was chosen").hasSize(1);
        chosen(ada, two);
        assertThat(submitted(ada).items()).hasSize(2);
        assertThat(actions().stream().filter(one -> one.equals("selection.accept"))).hasSize(1);
    }

    @Test
    void deliversNothingThatIsNotSubmitted() {
        assertRefused("selection-not-submitted", () -> move(ADA, Move.DELIVER, id(ada)));
        assertThat(move(ADA, Move.DELIVER, Optional.empty())).isZero();
    }

    @Test
    void isForThoseWhoManageTheLink() {
        chosen(ada, one);
        for (Viewer viewer : List.of(BOB, Viewer.ANONYMOUS)) {
            assertHidden(() -> move(viewer, Move.CLOSE, id(ada)));
            assertHidden(() -> list.handle(viewer, new ListSelections.Query(link.id(), PageRequest.first(9))));
            assertHidden(() -> viewOne.handle(viewer, new ViewClientSelection.Query(link.id(), id(ada).orElseThrow())));
            assertHidden(() -> overlap.handle(viewer, new ViewOverlap.Query(link.id(), PageRequest.first(9))));
        }
        assertHidden(() -> move(ADA, Move.CLOSE, Optional.of(new SelectionId(new UUID(0, 404)))));
        ShareLink other = given(aShareLink().to(album));
        assertHidden(() -> move.handle(ADA, new MoveSelections.Command(other.id(), id(ada), Move.CLOSE)));
        assertHidden(() -> viewOne.handle(ADA, new ViewClientSelection.Query(other.id(), id(ada).orElseThrow())));
    }

    @Test
    void showsTheOwnerWhoChoseWhat() {
        chosen(ada, one);
        chosen(ada, two);
        chosen(bob, two);

        assertThat(list.handle(ADA, new ListSelections.Query(link.id(), PageRequest.first(9))).items())
                .extracting(one -> one.summary().chosen()).containsExactly(1, 2);
        assertThat(viewOne.handle(ADA, new ViewClientSelection.Query(link.id(), id(bob).orElseThrow())).items())
                .extracting(item -> item.imageId()).containsExactly(two.id());
        List<ViewOverlap.Overlap> overlaps =
                overlap.handle(ADA, new ViewOverlap.Query(link.id(), PageRequest.first(9))).items();
        assertThat(overlaps).extracting(ViewOverlap.Overlap::image).containsExactly(two.id(), one.id());
        assertThat(overlaps.getFirst().by()).extracting(SelectionViews.Choice::name).containsExactly("Ada", "Bob");
    }

    @Test
    void letsClientsSayWhoTheyAreWhileTheyChoose() {
        ChangeSelection change = new ChangeSelection(door, open, catalogue.selections(), catalogue.selectionItems());
        var patch = new Contact.Patch(Change.to("Ada L."), Change.keep(), Change.clear(), Change.to("x"));
        assertThat(change.handle(Viewer.ANONYMOUS, new ChangeSelection.Command(knock(ada), patch)).selection().contact())
                .isEqualTo(new Contact("Ada L.", "Ada@example.org", null, "x"));
        configure(link, true, null, true, true, null);
        var nameless = new Contact.Patch(Change.clear(), Change.keep(), Change.clear(), Change.keep());
        assertRefused("contact-required", () -> change.handle(Viewer.ANONYMOUS, new ChangeSelection.Command(knock(ada), nameless)));
        submitted(ada);
        assertRefused("selection-submitted", () -> change.handle(Viewer.ANONYMOUS, new ChangeSelection.Command(knock(ada), patch)));
    }
}
