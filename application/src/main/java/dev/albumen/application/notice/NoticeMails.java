package dev.albumen.application.notice;

import dev.albumen.application.notice.Letter.Part;
import dev.albumen.domain.notice.Mail;
import dev.albumen.domain.notice.NoticeKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts notices into words. What others wrote stands in quotation marks, so that nobody speaks for this instance. */
final class NoticeMails {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private NoticeMails() {}

    /** To the link's owner. */
    static Mail toOwner(Notice notice, NoticeKind kind, @Nullable String origin) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Words("Hello " + notice.owner() + ","));
        parts.add(new Part.Words(said(notice, kind)));
        if (origin != null) {
            parts.add(new Part.Words("This is at"));
            parts.add(new Part.Address(origin));
        }
        parts.add(new Part.Words("You can switch this kind of mail off in your settings."));
        return mail(notice, subject(kind, notice), new Letter(parts));
    }

    private static String said(Notice notice, NoticeKind kind) {
        return switch (kind) {
            case OPENED -> quoted(notice.who(), "Somebody") + " has opened your link to " + things(notice)
                    + " for the first time, on " + MOMENT.format(notice.madeAt()) + ".";
            case SUBMITTED -> quoted(notice.who(), "Somebody") + " has submitted what they chose of " + things(notice)
                    + ", on " + MOMENT.format(notice.madeAt()) + ".";
            case CONTRIBUTED -> (notice.number() == 1 ? "A picture has" : notice.number() + " pictures have")
                    + " come through your link to " + things(notice) + ". Accept what you want to keep.";
            case EXPIRING -> "Your link to " + things(notice) + " ends" + ending(" on ", notice.expiresAt()) + ".";
        };
    }

    private static String subject(NoticeKind kind, Notice notice) {
        return switch (kind) {
            case OPENED -> "Opened: " + things(notice);
            case SUBMITTED -> "Selection submitted: " + things(notice);
            case CONTRIBUTED -> "Pictures to accept: " + things(notice);
            case EXPIRING -> "Link about to expire: " + things(notice);
        };
    }

    /** To a recipient, with their address. */
    static Mail invitation(Notice notice, String address) {
        return mail(notice, notice.owner() + " has shared pictures with you", new Letter(List.of(
                new Part.Words("Hello " + (notice.who() == null ? "" : notice.who()) + ","),
                new Part.Words(quoted(notice.owner(), "Somebody") + " has shared " + things(notice) + " with you:"),
                new Part.Address(address),
                new Part.Words("This address is yours alone: what is seen and done with it carries your name."
                        + ending(" It opens until ", notice.expiresAt()) + (notice.expiresAt() == null ? "" : ".")))));
    }

    private static Mail mail(Notice notice, String subject, Letter letter) {
        return new Mail(notice.id(), notice.to(), subject, letter.text(), letter.html());
    }

    private static String ending(String before, @Nullable Instant end) {
        return end == null ? "" : before + MOMENT.format(end);
    }

    private static String things(Notice notice) {
        return quoted(notice.things(), "some pictures");
    }

    private static String quoted(@Nullable String text, String nameless) {
        return text == null ? nameless : "“" + text + "”";
    }
}
