package dev.albumen.domain.selection;

import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.Violation;
import dev.albumen.domain.user.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who a client says they are. For the link's owner alone; everything may be missing. */
public record Contact(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String note) {

    public static final int MAX_NAME = 127;
    public static final int MAX_PHONE = 40;
    public static final int MAX_NOTE = 2000;

    private static final Pattern PHONE = Pattern.compile("[0-9+()/. -]*[0-9][0-9+()/. -]*");

    /** What a client may change of it. */
    public record Patch(Change<String> name, Change<String> email, Change<String> phone, Change<String> note) {
        @Override
        public String toString() {
            return "Patch[…]";
        }
    }

    /** Reads what a client typed; blanks count as missing. */
    public static Contact of(@Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String note) {
        return new Contact(Text.optionalLine("/name", name, MAX_NAME), email(email), phone(phone), note(note));
    }

    public Contact changed(Patch patch) {
        return of(patch.name().orKeep(name, null), patch.email().orKeep(email, null), patch.phone().orKeep(phone, null),
                patch.note().orKeep(note, null));
    }

    /**
     * The same of somebody whom the link's owner knows by that name.
     *
     * @param known their address, unless they say another one
     */
    public Contact ofRecipient(String knownAs, @Nullable String known) {
        return new Contact(knownAs, email == null ? known : email, phone, note);
    }

    /** The same with another note. */
    public Contact noted(@Nullable String text) {
        return new Contact(name, email, phone, note(text));
    }

    /** Refuses a contact that lacks what the link's owner wants to know. All of it is told at once. */
    public Contact require(SelectionConfig config) {
        List<Violation> missing = new ArrayList<>();
        require(missing, config.requireName(), name, "/name");
        require(missing, config.requireEmail(), email, "/email");
        require(missing, config.requirePhone(), phone, "/phone");
        require(missing, config.requireNote(), note, "/note");
        if (!missing.isEmpty()) {
            throw new Refusal.Incomplete("contact-required", missing).thrown();
        }
        return this;
    }

    private static void require(List<Violation> missing, boolean wanted, @Nullable String value, String pointer) {
        if (wanted && value == null) {
            missing.add(new Violation(pointer, "required", "Whoever made this link wants to know this."));
        }
    }

    private static @Nullable String email(@Nullable String typed) {
        String text = Text.optionalLine("/email", typed, 254);
        if (text != null && !EmailAddress.violations("/email", text).isEmpty()) {
            throw new Refusal.Invalid(EmailAddress.violations("/email", text)).thrown();
        }
        return text;
    }

    private static @Nullable String phone(@Nullable String typed) {
        String text = Text.optionalLine("/phone", typed, MAX_PHONE);
        if (text != null && !PHONE.matcher(text).matches()) {
            throw Refusal.invalid("/phone", "phone-form", "A telephone number has digits, and +, (, ), /, ., - or blanks between them.");
        }
        return text;
    }

    private static @Nullable String note(@Nullable String typed) {
        String text = Text.lines("/note", typed, MAX_NOTE);
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
