package dev.albumen.rest.share.page;

import dev.albumen.rest.shared.ProblemPages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says on a page why there is nothing to see, to people; programs get problems as everywhere. */
@Singleton
final class RefusalPages {

    private static final int UNAUTHENTICATED = 401;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int MINUTE = 60;

    private final ProblemPages problems;
    private final SharePages pages;

    RefusalPages(ProblemPages problems, SharePages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    /**
     * What the work answers, or the page that tells of what hindered it.
     *
     * @param unlock where a password is sent to
     */
    HttpResponse<?> guarded(HttpRequest<?> request, String unlock, Supplier<HttpResponse<?>> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            if (!ProblemPages.areWanted(request)) {
                throw failure;
            }
            return PageAnswers.described(problems.of(request, failure, told -> page(told, unlock)));
        }
    }

    private byte[] page(ProblemPages.Told told, String unlock) {
        return switch (told.status()) {
            case UNAUTHENTICATED -> password(unlock,
                    told.code().equals("share-password-wrong") ? "That is not the password. Try again." : null, true);
            case TOO_MANY -> password(unlock, "Too many tries. Wait " + soon(told.waitSeconds()) + ", then try again.", false);
            // Nothing that hangs on the link or on the reason: it must look like one that never was.
            case NOT_FOUND -> notice("There is nothing here", "The link may have been ended, or a part of its address is missing.");
            case GONE -> told.code().equals("share-expired")
                    ? notice("This link has expired", "Ask whoever sent it to you for a new one.")
                    : notice("This link is used up", "It could be opened a certain number of times. Ask whoever sent it to you for a new one.");
            default -> told.status() < 500
                    ? notice("That did not work", "Go back and try it again.")
                    : notice("Something is in the way", "This service cannot show the pictures right now. Try again in a moment.");
        };
    }

    private byte[] password(String action, @Nullable String trouble, boolean open) {
        PasswordPage page = new PasswordPage(pages.head("This link has a password", null), action, trouble, open);
        return PageAnswers.written(output -> JtepasswordGenerated.render(output, null, page));
    }

    private byte[] notice(String heading, String words) {
        NoticePage page = new NoticePage(pages.head(heading, null), heading, words);
        return PageAnswers.written(output -> JtenoticeGenerated.render(output, null, page));
    }

    private static String soon(long seconds) {
        long minutes = Math.ceilDiv(seconds, MINUTE);
        return seconds <= MINUTE ? "a minute" : minutes + " minutes";
    }
}
