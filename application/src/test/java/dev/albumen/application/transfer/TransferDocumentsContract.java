package dev.albumen.application.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.transfer.ExportedImages.ExportedImage;
import dev.albumen.application.transfer.ExportedImages.ExportedTag;
import dev.albumen.application.transfer.ExportedShares.ExportedShare;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every writer and reader of documents does. */
public abstract class TransferDocumentsContract {

    protected abstract TransferDocuments documents();

    static Stream<Record> documentsOfEachKind() {
        return Stream.of(
                new ExportedAccount(1, "ada", "Ada \u2603", 2, 3),
                new ExportedAlbum("Sea", "", "", "public", false, "manual", "2026-01-02", true, "ab", "2026-01-02T12:00:00Z", List.of("ab", "cd"), 3),
                new ExportedAlbum("All", "", "", "private", true, "manual", null, false, null, "2026-01-02T12:00:00Z", List.of(), null),
                new ExportedImages(List.of(
                        new ExportedImage("ab", "data/a.jpg", "a.jpg", "image/jpeg", 1L << 40, "A \"title\"", "two\nlines",
                                List.of(new ExportedTag("sea", "user")), true, true, 4, true, "2026-01-02T12:00:00Z", "2026-01-02T12:00:00Z",
                                List.of(new ExportedImages.ExportedLabel("red", null, 730, List.of("colour"), "offline", "1")),
                                List.of(new ExportedImages.ExportedLabel("sea", "nature", 0, List.of(), "", ""))),
                        new ExportedImage("cd", "data/b.jpg", "b.jpg", "image/jpeg", 0, null, "", List.of(), false, false, null, false, null, "x", List.of(), List.of()))),
                new ExportedShares(List.of(new ExportedShare(
                        1, true, null, null, null, null, null, null, null, false, true, "none", false, false, false, false, "x", List.of()),
                        new ExportedShare(null, false, "ab", "Grandma", "for-grandma", "2026-01-01T12:00:00Z", "2026-01-02T12:00:00Z", 7, 8, true,
                                false, "original", true, true, true, true, "x", List.of(
                                new ExportedShares.ExportedRecipient("Bob", null, null, null, 3, "none", false, null, true, null, true))))),
                new ExportedSelections(List.of(new ExportedSelections.OfShare(1, null, List.of(new ExportedSelections.Client(
                        "Bob", null, null, "Hi", "open", 1, "x", List.of(new ExportedSelections.Item("ab", null, 4, "red"))))))),
                new ExportedTalk(List.of(new ExportedTalk.About(null, 1, List.of(
                        new ExportedTalk.Said(1, null, "Bob", "bob", "Fine", false, "x"), new ExportedTalk.Said(2, 1, null, null, "", true, "x"))))),
                new ExportedOrder(List.of(new ExportedOrder.KeptBoard("Light", "", "users", List.of("ab", "cd"))),
                        List.of(new ExportedOrder.KeptSearch("Seas", "tag:sea", "-takenAt"), new ExportedOrder.KeptSearch("All", "sea", null)), List.of("cd", "ab")),
                new ExportedTags(List.of("lake", "sea"), List.of(new ExportedTags.TagDetail("lake", "water", null),
                        new ExportedTags.TagDetail("sea", null, "Nature")), List.of(new ExportedTags.CategoryDetail("Nature", "#00ff00", "x"),
                        new ExportedTags.CategoryDetail("People", null, "")), List.of("dog")));
    }

    @ParameterizedTest
    @MethodSource("documentsOfEachKind")
    void readWhatTheyWrote(Record document) {
        byte[] json = documents().write(document);

        assertThat(documents().read(json, document.getClass())).hasValueSatisfying(read -> assertThat(read).isEqualTo(document));
        assertThat(documents().write(document)).isEqualTo(json);
    }

    @Test
    void overlookFieldsOfLaterWriters() {
        assertThat(documents().read("{\"names\": [\"sea\"], \"colors\": {\"sea\": [1]}}".getBytes(UTF_8), ExportedTags.class))
                .contains(new ExportedTags(List.of("sea"), List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "1", "\"text\"", "{\"names\": \"sea\"}", "{\"names\": {\"a\": 1}}", "\u0000"})
    void readNothingElse(String text) {
        assertThat(documents().read(text.getBytes(UTF_8), ExportedTags.class)).isEmpty();
    }
}
