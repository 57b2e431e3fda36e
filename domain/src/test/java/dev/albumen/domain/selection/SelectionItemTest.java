package dev.albumen.domain.selection;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.shared.ShareId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SelectionItemTest {

    private static final Instant NOW = ShareLinkBuilder.NOON;
    private static final ImageId IMAGE = new ImageId(new UUID(0, 1));

    @Test
    void keepsWhenItWasChosenWhateverIsSaidLater() {
        SelectionItem item = SelectionItem.chosen(IMAGE, " For the wall ", Mark.NONE, NOW);
        assertThat(item.comment()).isEqualTo("For the wall");
        SelectionItem later = item.said(" ", new Mark(5, Mark.Color.RED), NOW.plusSeconds(1));
        assertThat(later).isEqualTo(new SelectionItem(IMAGE, null, new Mark(5, Mark.Color.RED), NOW, NOW.plusSeconds(1)));
    }

    @Test
    void refusesWhatIsNoCommentAndNoMark() {
        assertThat(codeOf(() -> SelectionItem.chosen(IMAGE, "x".repeat(2001), Mark.NONE, NOW))).isEqualTo("too-long");
        assertThat(codeOf(() -> SelectionItem.chosen(IMAGE, "\u0000", Mark.NONE, NOW))).isEqualTo("control-character");
        assertThat(codeOf(() -> new Mark(0, null))).isEqualTo("out-of-range");
        assertThat(codeOf(() -> new Mark(6, null))).isEqualTo("out-of-range");
    }

    @Test
    void takesNoCommentWhereTheLinkTakesNone() {
        SelectionConfig silent = new SelectionConfig(
                new ShareId(new UUID(0, 1)), true, null, null, false, false, false, false, false, null, NOW, 1);
        assertThat(codeOf(() -> SelectionItem.requireCommentable(silent, "x"))).isEqualTo("selection-comments-off");
        SelectionItem.requireCommentable(silent, null);
        SelectionItem.requireCommentable(silent, " ");
    }
}
