package dev.albumen.persistence.social;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.event.UserEvent;
import dev.albumen.application.event.UserEvents;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.social.Comments;
import dev.albumen.application.social.CommentsContract;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCommentsTest extends CommentsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    /** What is told may be read long after the comment is gone. */
    @Test
    void tellsByAnEventWithoutTheText() {
        Comment first = said(bob, null, "Nice");

        writing(() -> catalogue.comments().tell(first.id(), Map.of(ada, Comments.Reason.REPLY)));
        writing(() -> catalogue.comments().tell(first.id(), Map.of(ada, Comments.Reason.COMMENT)));

        List<UserEvent> told = POSTGRES.bean(UserEvents.class).after(ada, 0, 9);
        assertThat(told).hasSize(1).allSatisfy(event -> assertThat(event.type()).isEqualTo("comment"));
        assertThat(told.getFirst().data()).contains(first.id().toString(), sea.id().toString(), "reply").doesNotContain("Nice", "bob");
    }

    @Test
    void forgetsWhatADeletedAccountSaid() {
        Comment first = said(bob, null, "Nice");
        Comment answer = said(ada, first, "Thanks");

        POSTGRES.bean(Sql.class).change("DELETE FROM users WHERE id = ?", bob.value());

        Comment left = catalogue.comments().find(first.id()).orElseThrow();
        assertThat(left.state()).isEqualTo(Comment.State.DELETED);
        assertThat(left.author()).isEqualTo(Author.FORGOTTEN);
        assertThat(left.body()).isEmpty();
        assertThat(catalogue.comments().find(answer.id())).contains(answer);
        assertStale(() -> saved(first.edited("Still here", NOON)));
    }
}
