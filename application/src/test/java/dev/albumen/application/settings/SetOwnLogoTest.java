package dev.albumen.application.settings;

import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Inspector;
import dev.albumen.application.rendition.FakeRenderer;
import dev.albumen.application.rendition.LogoCheck;
import dev.albumen.application.rendition.Logos;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetOwnLogoTest extends UseCaseTest {

    private final OwnSettingsChanges changes = new OwnSettingsChanges(catalogue.settingsByUser(), audit, transactions, clock);
    private final ReadOwnLogo read = new ReadOwnLogo(new ReadOwnSettings(catalogue.settingsByUser(), transactions));
    private final RemoveOwnLogo remove = new RemoveOwnLogo(changes);
    private final FakeRenderer renderer = new FakeRenderer();
    private Inspector.Inspection seen = new Inspector.Inspection(MediaType.PNG, new Dimensions(2000, 2000));
    private SetOwnLogo set;

    @BeforeEach
    void open() {
        Inspector inspector = new Inspector() {
            @Override
            public Set<MediaType> accepted() {
                return Set.of(MediaType.PNG);
            }

            @Override
            public Inspection inspect(Path file) {
                return seen;
            }
        };
        set = new SetOwnLogo(new LogoCheck(inspector, renderer, staging),
                new Logos(blobs, catalogue.blobClaims()), changes);
    }

    @Test
    void makesAPictureTheMark() {
        UserSettings settings = set(ADA, "a logo");

        Sha256 content = Sha256.of("a logo");
        assertThat(settings.watermark()).isEqualTo(MarkStyle.DEFAULT.withLogo(content));
        assertThat(read.handle(ADA)).isEqualTo(new ReadOwnLogo.Found(BlobKey.logo(content), content, 2));
        assertThat(keys()).containsExactly(BlobKey.logo(content));
        assertThat(trail.actions()).containsExactly("settings.set-logo");
        assertHidden(() -> read.handle(BOB));
        assertNothingStaged();
    }

    @Test
    void keepsWhatElseTheMarkIsLike() {
        transactions.writing(() -> catalogue.settingsByUser().save(catalogue.settingsByUser().lock(ADA.userId()).changed(
                Change.to(new MarkStyle.Patch(Change.to("© Ada"), Change.keep(), Change.to(1.0), Change.keep())))));

        set(ADA, "a logo");
        UserSettings replaced = set(ADA, "another");
        assertThat(set(ADA, "another").version()).as("the same again").isEqualTo(replaced.version());
        remove.handle(ADA, new RemoveOwnLogo.Command(Optional.empty()));
        UserSettings removed = remove.handle(ADA, new RemoveOwnLogo.Command(Optional.empty()));

        assertThat(removed.watermark()).isEqualTo(new MarkStyle("© Ada", MarkStyle.Position.BOTTOM_RIGHT, 1, false, null));
        assertThat(trail.actions()).containsExactly("settings.set-logo", "settings.set-logo", "settings.remove-logo");
        assertHidden(() -> read.handle(ADA));
    }

    @Test
    void refusesWhatIsNoLogo() {
        seen = new Inspector.Inspection(MediaType.JPEG, new Dimensions(10, 10));
        assertThat(refusedWithoutTrace(() -> set(ADA, "a logo"))).isInstanceOf(Refusal.UnsupportedType.class);
        seen = new Inspector.Inspection(MediaType.PNG, new Dimensions(2001, 2000));
        assertRefused("too-many-pixels", () -> set(ADA, "a logo"));
        assertThat(renderer.rendered()).as("before anything is decoded").isZero();
        seen = new Inspector.Inspection(MediaType.PNG, new Dimensions(10, 10));
        assertRefused("logo-undecodable", () -> set(ADA, "broken"));
        assertNothingStaged();
    }

    @Test
    void refusesAStaleVersionAndWhoeverIsNobody() {
        assertThat(refusedWithoutTrace(() -> set(ADA, "a logo", Optional.of(2L)))).isEqualTo(new Refusal.Stale());
        assertThat(refusalOf(() -> remove.handle(ADA, new RemoveOwnLogo.Command(Optional.of(2L))))).isEqualTo(new Refusal.Stale());
        assertThat(refusedWithoutTrace(() -> set(Viewer.ANONYMOUS, "a logo"))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    private UserSettings set(Viewer viewer, String png) {
        return set(viewer, png, Optional.empty());
    }

    private UserSettings set(Viewer viewer, String png, Optional<Long> expected) {
        try (StagingArea.StagedFile file = staged(png)) {
            return set.handle(viewer, new SetOwnLogo.Command(file, expected));
        }
    }
}
