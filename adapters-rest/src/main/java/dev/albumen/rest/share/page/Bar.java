package dev.albumen.rest.share.page;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far somebody has come with choosing, and leads on.
 *
 * @param detail {@code null} where there is nothing more to say
 */
record Bar(String words, @Nullable String detail, @Nullable Button button) {

    static @Nullable Bar of(Choosing.@Nullable Choice choice, String address) {
        if (choice == null) {
            return null;
        }
        return switch (choice.state()) {
            case NOT_BEGUN -> new Bar(choice.title() == null ? "Choose your favourites" : choice.title(),
                    conditions(choice.limit(), choice.deadline()), new Button("Begin choosing", address));
            case MISSED -> new Bar("The time for choosing is over.", null, null);
            case OPEN -> new Bar(counted(choice), choice.full() ? "Take one out to choose another." : null,
                    new Button("Look at them and submit", address));
            case SUBMITTED -> new Bar("You have submitted " + Words.pictures(choice.chosen().size()) + ".", null,
                    new Button("Look at them", address));
            case DELIVERED -> new Bar("What you chose is delivered.", null, new Button("Accept it, or go on", address));
            case ACCEPTED -> new Bar("You have accepted what was delivered.", null, new Button("Look at your selection", address));
            case CLOSED -> new Bar("Your selection is closed.", null, new Button("Look at it", address));
        };
    }

    static String counted(Choosing.Choice choice) {
        return choice.limit() == null
                ? Words.pictures(choice.chosen().size()) + " chosen"
                : String.format(Locale.ENGLISH, "%,d of %,d chosen", choice.chosen().size(), choice.limit());
    }

    /** How many, and until when; {@code null} for no condition. */
    static @Nullable String conditions(@Nullable Integer limit, @Nullable Instant deadline) {
        String many = limit == null ? null : "up to " + Words.pictures(limit);
        String until = deadline == null ? null : "until " + Words.moment(deadline);
        return many == null ? until : until == null ? many : many + ", " + until;
    }
}
