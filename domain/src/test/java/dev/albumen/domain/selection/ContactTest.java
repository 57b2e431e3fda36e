package dev.albumen.domain.selection;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Violation;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactTest {

    private static final SelectionConfig ALL = new SelectionConfig(
            new ShareId(new UUID(0, 1)), true, null, null, true, true, true, true, true, null, Instant.EPOCH, 1);

    @Test
    void takesWhatPeopleTypeWithoutItsBlanks() {
        assertThat(Contact.of(" Ada ", "ada@Example.org ", " +44 (20) 7946-0000", "two\nlines "))
                .isEqualTo(new Contact("Ada", "ada@Example.org", "+44 (20) 7946-0000", "two\nlines"));
        assertThat(Contact.of(" ", "", null, "  ")).isEqualTo(new Contact(null, null, null, null));
    }

    @Test
    void refusesWhatCannotBeShownOrIsTooLong() {
        assertThat(codeOf(() -> Contact.of("a\u0007", null, null, null))).isEqualTo("control-character");
        assertThat(codeOf(() -> Contact.of("a".repeat(128), null, null, null))).isEqualTo("too-long");
        assertThat(codeOf(() -> Contact.of(null, "nobody", null, null))).isEqualTo("email-form");
        assertThat(codeOf(() -> Contact.of(null, "a@b, c@d", null, null))).isEqualTo("email-form");
        assertThat(codeOf(() -> Contact.of(null, null, "call me", null))).isEqualTo("phone-form");
        assertThat(codeOf(() -> Contact.of(null, null, "+()", null))).isEqualTo("phone-form");
        assertThat(codeOf(() -> Contact.of(null, null, null, "x".repeat(2001)))).isEqualTo("too-long");
    }

    @Test
    void saysAllThatIsMissingAtOnce() {
        Refusal refusal = refusalOf(() -> Contact.of("Ada", null, null, null).require(ALL));
        assertThat(((Refusal.Incomplete) refusal).violations()).extracting(Violation::pointer).containsExactly("/email", "/phone", "/note");
        assertThat(Contact.of("Ada", "a@b", "1", "x").require(ALL)).isNotNull();
        assertThat(Contact.of(null, null, null, null).require(SelectionConfig.none(ALL.shareId()))).isNotNull();
    }

    @Test
    void changesWhatIsSaidAndKeepsTheRest() {
        Contact contact = Contact.of("Ada", "a@b", "1", "x");
        assertThat(contact.changed(new Contact.Patch(Change.keep(), Change.to("c@d"), Change.clear(), Change.keep())))
                .isEqualTo(new Contact("Ada", "c@d", null, "x"));
        assertThat(contact.toString()).doesNotContain("Ada");
    }
}
