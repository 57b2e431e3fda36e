package dev.albumen.rest.selection;

import dev.albumen.application.selection.ClientKnock;
import dev.albumen.application.selection.GreetClient;
import dev.albumen.application.share.Knock;
import dev.albumen.application.share.VisitShare;
import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.shared.Violation;
import dev.albumen.rest.share.Guests;
import dev.albumen.rest.share.UnlockCookie;
import dev.albumen.rest.share.page.SelectionPages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers those who choose by pages, within a visit of the link, and tells them what hindered it. */
@Singleton
final class SelectionVisits {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final VisitShare visitShare;
    private final GreetClient greet;
    private final SelectionPages pages;
    private final Guests guests;
    private final InstantSource clock;

    SelectionVisits(VisitShare visitShare, GreetClient greet, SelectionPages pages, Guests guests, InstantSource clock) {
        this.visitShare = visitShare;
        this.greet = greet;
        this.pages = pages;
        this.guests = guests;
        this.clock = clock;
    }

    /** Somebody at a page of the link. */
    final class Visit {

        private final Viewer viewer;
        private final String token;
        private final VisitShare.Visited visited;
        private final ClientKnock knock;

        private Visit(HttpRequest<?> request, Viewer viewer, String token, VisitShare.Visited visited) {
            this.viewer = viewer;
            this.token = token;
            this.visited = visited;
            this.knock = ResumeCookie.knock(request, new Knock(token, visited.visit().token()));
        }

        ClientKnock knock() {
            return knock;
        }

        /** The form that begins a selection, or the one that has begun. */
        HttpResponse<?> page(int status, SelectionPages.Typed typed, @Nullable String trouble) {
            return page(status, typed, Map.of(), trouble);
        }

        private HttpResponse<?> page(int status, SelectionPages.Typed typed, Map<String, String> troubles, @Nullable String trouble) {
            GreetClient.Greeting greeting = greet.handle(viewer, new GreetClient.Query(knock));
            if (greeting.own() == null) {
                return pages.start(status, token, visited.open(), greeting.config(), greeting.over(), typed, troubles);
            }
            Contact contact = greeting.own().selection().contact();
            return pages.selection(status, token, visited.open(), ClientChoosing.choice(greeting),
                    contact.note() == null ? "" : contact.note(), greeting.config().requireNote(), trouble);
        }

        /** The work's answer, or the same form with what was wrong. */
        HttpResponse<?> startingOver(SelectionPages.Typed typed, Function<SelectionPages.Typed, HttpResponse<?>> work) {
            try {
                return work.apply(typed);
            } catch (RefusedException refused) {
                return switch (refused.refusal()) {
                    case Refusal.Invalid(List<Violation> violations) -> page(BAD_REQUEST, typed, byField(violations), null);
                    case Refusal.Incomplete(String code, List<Violation> violations) ->
                            page(UNPROCESSABLE, typed, byField(violations), null);
                    default -> throw refused;
                };
            }
        }
    }

    HttpResponse<?> during(HttpRequest<?> request, Viewer viewer, String token, Function<Visit, HttpResponse<?>> work) {
        return pages.guarded(request, token, () -> {
            var visited = visitShare.handle(viewer, new VisitShare.Query(UnlockCookie.knock(request, token), guests.of(request)));
            HttpResponse<?> answer = answered(token, new Visit(request, viewer, token, visited), work);
            return visited.begun() && answer instanceof MutableHttpResponse<?> open
                    ? open.cookies(UnlockCookie.of(request, token, visited.visit(),
                            Duration.between(clock.instant(), visited.visit().expiresAt()).toSeconds()))
                    : answer;
        });
    }

    /** Whoever lost their selection begins a new one; all else that cannot be done now is told where they are. */
    private HttpResponse<?> answered(String token, Visit visit, Function<Visit, HttpResponse<?>> work) {
        try {
            return work.apply(visit);
        } catch (RefusedException refused) {
            return switch (refused.refusal()) {
                case Refusal.Conflict(String code, String detail) -> visit.page(CONFLICT, SelectionPages.Typed.NOTHING, detail);
                case Refusal.Incomplete(String code, List<Violation> violations) ->
                        visit.page(UNPROCESSABLE, SelectionPages.Typed.NOTHING, violations.getFirst().detail());
                case Refusal.Unauthenticated(String code, String detail) when code.equals("selection-token-required") ->
                        SelectionPages.onward("/s/" + token + "/selection");
                default -> throw refused;
            };
        }
    }

    private static Map<String, String> byField(List<Violation> violations) {
        Map<String, String> troubles = new HashMap<>();
        violations.forEach(one -> troubles.putIfAbsent(one.pointer().replace("/", ""), one.detail()));
        return troubles;
    }
}
