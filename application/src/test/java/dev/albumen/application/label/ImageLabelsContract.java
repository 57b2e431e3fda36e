package dev.albumen.application.label;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.label.ImageLabels.Sheet;
import dev.albumen.application.label.ImageLabels.Status;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of labels does. */
public abstract class ImageLabelsContract extends CatalogueContract {

    private static final Provider OFFLINE = new Provider("offline", "1");
    private static final Provider OTHER = new Provider("other", "7");
    private static final TagName SEA = new TagName("sea");
    private static final TagName SKY = new TagName("sky");
    private static final Finding A_SEA = new Finding(SEA, "nature", new Confidence(900), List.of(new TagName("water"), new TagName("world")));
    private static final Finding A_SKY = Finding.of("sky", null, new Confidence(950));

    private Image image;

    @BeforeEach
    void makeImage() {
        image = kept(anImage().ownedBy(ada).build());
    }

    @Test
    void knowsNothingOfAnImageAtFirst() {
        assertThat(sheet()).isEqualTo(Sheet.EMPTY);
        assertThat(find(SEA)).isEmpty();
        assertThat(decide(SEA, LabelState.ACCEPTED)).isFalse();
    }

    @Test
    void keepsWhatWasFoundTheSurestFirst() {
        record(OFFLINE, A_SEA, A_SKY);

        assertThat(sheet()).isEqualTo(new Sheet(Status.LABELLED, null, OFFLINE, NOON, List.of(
                new Label(A_SKY, OFFLINE, LabelState.SUGGESTED), new Label(A_SEA, OFFLINE, LabelState.SUGGESTED))));
        assertThat(find(SEA)).contains(new Label(A_SEA, OFFLINE, LabelState.SUGGESTED));
    }

    @Test
    void putsNewSuggestionsInPlaceOfOldOnes() {
        record(OFFLINE, A_SEA, A_SKY);
        Finding surer = new Finding(SEA, "place", Confidence.CERTAIN, List.of());

        record(OTHER, surer);

        assertThat(sheet().by()).isEqualTo(OTHER);
        assertThat(sheet().labels()).containsExactly(new Label(surer, OTHER, LabelState.SUGGESTED));
    }

    @Test
    void neverBringsBackWhatWasRejected() {
        record(OFFLINE, A_SEA, A_SKY);
        assertThat(decide(SEA, LabelState.REJECTED)).isTrue();
        assertThat(decide(SEA, LabelState.REJECTED)).isFalse();

        record(OFFLINE, A_SEA);
        record(OTHER, A_SEA);
        record(OTHER);

        assertThat(sheet().labels()).containsExactly(new Label(A_SEA, OFFLINE, LabelState.REJECTED));
    }

    @Test
    void rejectsWhatWasNeverSuggested() {
        Image other = kept(anImage().ownedBy(bob).build());
        writing(() -> catalogue.imageLabels().reject(image.id(), A_SEA, OFFLINE, NOON));
        writing(() -> catalogue.imageLabels().reject(new ImageId(UUID.randomUUID()), A_SEA, OFFLINE, NOON));

        record(OTHER, A_SEA, A_SKY);

        assertThat(sheet().labels()).containsExactly(new Label(A_SKY, OTHER, LabelState.SUGGESTED), new Label(A_SEA, OFFLINE, LabelState.REJECTED));
        assertThat(rejected(other)).isEmpty();
        assertThat(rejected(image, other)).isEqualTo(Map.of(image.id(), List.of(new Label(A_SEA, OFFLINE, LabelState.REJECTED))));
    }

    @Test
    void rejectsWhatIsSuggestedAndNothingThatWasAccepted() {
        record(OFFLINE, A_SEA, A_SKY);
        decide(SEA, LabelState.ACCEPTED);
        writing(() -> catalogue.tags().tag(ada, image.id(), List.of(SEA), TagSource.LABELER));

        writing(() -> catalogue.imageLabels().reject(image.id(), A_SEA, OTHER, NOON));
        writing(() -> catalogue.imageLabels().reject(image.id(), A_SKY, OTHER, NOON));

        assertThat(rejected(image)).isEqualTo(Map.of(image.id(), List.of(new Label(A_SKY, OFFLINE, LabelState.REJECTED))));
        writing(() -> catalogue.tags().untag(image.id(), SEA));
        assertThat(rejected(image).get(image.id())).extracting(label -> label.found().name()).as("its tag was taken off").containsExactly(SEA, SKY);
    }

    @Test
    void acceptsWhatWasNeverSuggestedAndNothingThatWasRejected() {
        Finding reef = Finding.named(new TagName("reef"));
        record(OFFLINE, A_SEA, A_SKY);
        decide(SKY, LabelState.REJECTED);
        writing(() -> {
            catalogue.tags().tag(ada, image.id(), List.of(SEA, SKY, reef.name()), TagSource.LABELER);
            for (Finding one : List.of(A_SEA, A_SKY, reef)) {
                catalogue.imageLabels().accept(image.id(), one, Provider.UNKNOWN, NOON);
                catalogue.imageLabels().accept(new ImageId(UUID.randomUUID()), one, Provider.UNKNOWN, NOON);
            }
        });

        record(OTHER, Finding.of("reef", null, Confidence.CERTAIN));

        assertThat(decided(image)).isEqualTo(Map.of(image.id(), List.of(new Label(reef, Provider.UNKNOWN, LabelState.ACCEPTED),
                new Label(A_SEA, OFFLINE, LabelState.ACCEPTED), new Label(A_SKY, OFFLINE, LabelState.REJECTED))));
        assertThat(read(() -> catalogue.imageViews().find(viewer(ada), image.id())).orElseThrow().tags())
                .as("of whom nothing is known nothing is told").contains(new ImageView.Tag("reef", "labeler", null, null));
    }

    private Map<ImageId, List<Label>> rejected(Image... images) {
        Map<ImageId, List<Label>> rejected = new HashMap<>();
        decided(images).forEach((id, labels) -> labels.stream().filter(label -> label.state() == LabelState.REJECTED)
                .forEach(label -> rejected.computeIfAbsent(id, one -> new ArrayList<>()).add(label)));
        return rejected;
    }

    private Map<ImageId, List<Label>> decided(Image... images) {
        return read(() -> catalogue.imageLabels().decided(Stream.of(images).map(Image::id).collect(Collectors.toSet())));
    }

    @Test
    void keepsWhatWasAccepted() {
        record(OFFLINE, A_SEA);
        decide(SEA, LabelState.ACCEPTED);
        writing(() -> catalogue.tags().tag(ada, image.id(), List.of(SEA), TagSource.LABELER));

        record(OTHER, A_SKY);

        assertThat(sheet().labels()).containsExactly(
                new Label(A_SKY, OTHER, LabelState.SUGGESTED), new Label(A_SEA, OFFLINE, LabelState.ACCEPTED));
    }

    @Test
    void isToldWithTheTagThatItBecame() {
        record(OFFLINE, A_SEA);
        decide(SEA, LabelState.ACCEPTED);
        writing(() -> {
            catalogue.tags().tag(ada, image.id(), List.of(SEA), TagSource.LABELER);
            catalogue.tags().tag(ada, image.id(), List.of(SKY), TagSource.USER);
        });

        ImageView view = read(() -> catalogue.imageViews().find(viewer(ada), image.id())).orElseThrow();

        assertThat(view.tags()).containsExactly(new ImageView.Tag("sea", "labeler", "nature", new ImageView.Seen("offline", 900)),
                new ImageView.Tag("sky", "user", null));
    }

    @Test
    void isToldWhateverItsProviderIsCalled() {
        record(new Provider("one/2/three", "1"), A_SEA);
        decide(SEA, LabelState.ACCEPTED);
        writing(() -> catalogue.tags().tag(ada, image.id(), List.of(SEA), TagSource.LABELER));

        ImageView view = read(() -> catalogue.imageViews().find(viewer(ada), image.id())).orElseThrow();

        assertThat(view.tags()).containsExactly(new ImageView.Tag("sea", "labeler", "nature", new ImageView.Seen("one/2/three", 900)));
    }

    @Test
    void takesALabelForRejectedWhoseTagWasTakenOff() {
        record(OFFLINE, A_SEA);
        decide(SEA, LabelState.ACCEPTED);
        writing(() -> catalogue.tags().tag(ada, image.id(), List.of(SEA), TagSource.LABELER));
        writing(() -> catalogue.tags().untag(image.id(), SEA));

        record(OTHER, A_SEA);

        assertThat(sheet().labels()).containsExactly(new Label(A_SEA, OFFLINE, LabelState.REJECTED));
    }

    @Test
    void letsNoBlockedNameIn() {
        Image bobs = kept(anImage().ownedBy(bob).build());
        block(Optional.of(ada), SEA);
        block(Optional.empty(), SKY);

        record(OFFLINE, A_SEA, A_SKY);
        writing(() -> catalogue.imageLabels().record(bobs.id(), OFFLINE, List.of(A_SEA, A_SKY), NOON));

        assertThat(sheet().labels()).isEmpty();
        assertThat(sheet().status()).isEqualTo(Status.LABELLED);
        assertThat(read(() -> catalogue.imageLabels().of(bobs.id())).labels())
                .containsExactly(new Label(A_SEA, OFFLINE, LabelState.SUGGESTED));
    }

    @Test
    void namesNothingBlockedAmongWhatALabelIsOneOf() {
        TagName world = new TagName("world");
        Finding place = new Finding(SEA, "nature", new Confidence(900), List.of(new TagName("water"), world, SKY, new TagName("nature")));
        record(OFFLINE, place);
        block(Optional.of(ada), SKY);
        block(Optional.of(bob), world);
        block(Optional.empty(), new TagName("water"));

        assertThat(sheet().labels()).extracting(label -> label.found().parents()).containsExactly(List.of(world, new TagName("nature")));
        assertThat(write(() -> catalogue.blockedLabels().remove(Optional.of(ada), SKY))).isTrue();
        assertThat(sheet().labels().getFirst().found().parents()).contains(SKY);
    }

    @Test
    void takesASuggestionAwayWhenItsNameIsBlocked() {
        Image bobs = kept(anImage().ownedBy(bob).build());
        record(OFFLINE, A_SEA, A_SKY);
        writing(() -> catalogue.imageLabels().record(bobs.id(), OFFLINE, List.of(A_SEA, A_SKY), NOON));

        block(Optional.of(ada), SEA);
        assertThat(sheet().labels()).containsExactly(new Label(A_SKY, OFFLINE, LabelState.SUGGESTED));
        assertThat(read(() -> catalogue.imageLabels().of(bobs.id())).labels()).hasSize(2);

        block(Optional.empty(), SKY);
        assertThat(sheet().labels()).isEmpty();
        assertThat(read(() -> catalogue.imageLabels().of(bobs.id())).labels()).hasSize(1);
    }

    @Test
    void keepsWhatWasDecidedOfANameThatIsBlockedLater() {
        record(OFFLINE, A_SEA);
        decide(SEA, LabelState.REJECTED);

        block(Optional.of(ada), SEA);

        assertThat(find(SEA)).map(Label::state).contains(LabelState.REJECTED);
    }

    @Test
    void letsAnImageWaitOnce() {
        assertThat(await(image.id())).isTrue();
        assertThat(await(image.id())).isFalse();
        assertThat(sheet()).isEqualTo(new Sheet(Status.WAITING, null, null, NOON, List.of()));

        record(OFFLINE);
        assertThat(await(image.id())).isTrue();
        assertThat(sheet()).isEqualTo(new Sheet(Status.WAITING, null, OFFLINE, NOON, List.of()));
    }

    @Test
    void keepsWhyAnImageCannotBeLabelled() {
        writing(() -> catalogue.imageLabels().mark(image.id(), Status.FAILED, "too small", NOON));
        assertThat(sheet()).isEqualTo(new Sheet(Status.FAILED, "too small", null, NOON, List.of()));

        record(OFFLINE);
        assertThat(sheet().failure()).isNull();
    }

    @Test
    void namesThoseThatWaitForABudget() {
        Image later = kept(anImage().ownedBy(ada).build());
        Image today = kept(anImage().ownedBy(ada).build());
        writing(() -> {
            catalogue.imageLabels().mark(later.id(), Status.POSTPONED, null, NOON.minusSeconds(5));
            catalogue.imageLabels().mark(image.id(), Status.POSTPONED, null, NOON.minusSeconds(9));
            catalogue.imageLabels().mark(today.id(), Status.POSTPONED, null, NOON);
        });

        assertThat(read(() -> catalogue.imageLabels().postponed(NOON, 9))).containsExactly(image.id(), later.id());
        assertThat(read(() -> catalogue.imageLabels().postponed(NOON, 1))).containsExactly(image.id());
    }

    @Test
    void forgetsAnImageThatIsGone() {
        record(OFFLINE, A_SEA);
        writing(() -> {
            catalogue.images().save(image.trashed(NOON));
            catalogue.images().purge(image.id());
        });

        assertThat(sheet()).isEqualTo(Sheet.EMPTY);
        record(OFFLINE, A_SEA);
        assertThat(sheet()).isEqualTo(Sheet.EMPTY);
        assertThat(await(new ImageId(UUID.randomUUID()))).isFalse();
    }

    private Sheet sheet() {
        return read(() -> catalogue.imageLabels().of(image.id()));
    }

    private Optional<Label> find(TagName name) {
        return write(() -> catalogue.imageLabels().find(image.id(), name));
    }

    private boolean decide(TagName name, LabelState state) {
        return write(() -> catalogue.imageLabels().decide(image.id(), name, state, NOON));
    }

    private boolean await(ImageId id) {
        return write(() -> catalogue.imageLabels().await(id, NOON));
    }

    private void record(Provider by, Finding... found) {
        writing(() -> catalogue.imageLabels().record(image.id(), by, List.of(found), NOON));
    }

    private void block(Optional<UserId> owner, TagName name) {
        assertThat(write(() -> catalogue.blockedLabels().add(owner, name, NOON))).isTrue();
    }
}
