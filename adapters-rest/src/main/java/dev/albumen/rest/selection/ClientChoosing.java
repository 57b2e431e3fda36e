package dev.albumen.rest.selection;

import dev.albumen.application.selection.ClientSelection;
import dev.albumen.application.selection.GreetClient;
import dev.albumen.application.share.Knock;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.share.page.Choosing;
import dev.albumen.rest.shared.Labels;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells pages what clients choose. */
@Singleton
final class ClientChoosing implements Choosing {

    private final GreetClient greet;

    ClientChoosing(GreetClient greet) {
        this.greet = greet;
    }

    @Override
    public Choice of(HttpRequest<?> request, Viewer viewer, Knock within) {
        return choice(greet.handle(viewer, new GreetClient.Query(ResumeCookie.knock(request, within))));
    }

    static Choice choice(GreetClient.Greeting greeting) {
        SelectionConfig config = greeting.config();
        ClientSelection own = greeting.own();
        if (own == null) {
            return new Choice(null, greeting.over() ? State.MISSED : State.NOT_BEGUN, config.title(), config.limit(), config.deadline(),
                    config.allowComments(), Map.of());
        }
        Map<UUID, Said> chosen = new LinkedHashMap<>();
        own.items().forEach(item -> chosen.put(item.imageId().value(), said(item.comment(), item.mark())));
        return new Choice(own.selection().id().toString(), State.valueOf(own.status().name()), config.title(), config.limit(),
                config.deadline(), config.allowComments(), chosen);
    }

    private static Said said(@Nullable String comment, Mark mark) {
        return new Said(comment, mark.stars(), mark.color() == null ? null : Labels.of(mark.color()));
    }
}
