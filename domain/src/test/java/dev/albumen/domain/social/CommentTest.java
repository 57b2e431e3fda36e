package dev.albumen.domain.social;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Subject SEA = new Subject.OfImage(new ImageId(new UUID(0, 1)));
    private static final Author ADA = new Author.OfAccount(new UserId(new UUID(0, 2)));

    @Test
    void answersGoIntoTheThreadOfWhatTheyAnswer() {
        Comment first = written(1, null, "Nice");
        Comment answer = written(2, first, "Thanks");
        Comment further = written(3, answer, "No worries");

        assertThat(first.parent()).isNull();
        assertThat(answer.parent()).isEqualTo(first.id());
        assertThat(further.parent()).isEqualTo(first.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void saysSomething(String body) {
        assertThat(codeOf(() -> written(1, null, body))).isEqualTo("empty");
        assertThat(codeOf(() -> written(1, null, "Nice").edited(body, NOON))).isEqualTo("empty");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(written(1, null, "🌅".repeat(Comment.MAX_BODY)).body()).hasSize(2 * Comment.MAX_BODY);
        assertThat(codeOf(() -> written(1, null, "a".repeat(Comment.MAX_BODY + 1)))).isEqualTo("too-long");
        assertThat(codeOf(() -> written(1, null, "a\u0000b"))).isEqualTo("control-character");
    }

    @Test
    void keepsNothingButItsPlaceOnceDeleted() {
        Comment answer = written(2, written(1, null, "Nice"), "Thanks").edited("Thank you", NOON);

        Comment deleted = answer.deleted();

        assertThat(deleted).isEqualTo(new Comment(answer.id(), SEA, answer.parent(), Author.FORGOTTEN, "", Comment.State.DELETED, NOON, null, 1));
    }

    @Test
    void staysHiddenWhereAModeratorHasHiddenIt() {
        Comment comment = written(1, null, "Nice");

        assertThat(comment.hidden(false).unhidden(false)).isEqualTo(comment);
        assertThat(comment.hidden(true).unhidden(true)).isEqualTo(comment);
        assertThat(comment.hidden(true).hidden(false).state()).isEqualTo(Comment.State.HIDDEN_BY_MODERATOR);
        assertThat(codeOf(() -> comment.hidden(true).unhidden(false))).isEqualTo("hidden-by-moderator");
    }

    private static Comment written(int id, Comment parent, String body) {
        return Comment.written(new CommentId(new UUID(0, id)), SEA, parent, ADA, body, NOON);
    }
}
