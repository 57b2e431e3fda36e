package dev.albumen.application.selection;

import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tells whoever comes through a link how they may choose, and what they have chosen so far if they have begun. */
public final class GreetClient {

    private final SelectionDoor door;
    private final SelectionItems items;
    private final InstantSource clock;

    public GreetClient(SelectionDoor door, SelectionItems items, InstantSource clock) {
        this.door = door;
        this.items = items;
        this.clock = clock;
    }

    public record Query(ClientKnock knock) {}

    /**
     * @param over whether the time for choosing is over
     * @param own {@code null} where they have not begun
     */
    public record Greeting(SelectionConfig config, boolean over, @Nullable ClientSelection own) {}

    /** Refused where the link does not let its holders choose. */
    public Greeting handle(Viewer viewer, Query query) {
        Instant now = clock.instant();
        SelectionDoor.Visitor visitor = door.visitor(query.knock());
        SelectionConfig config = visitor.guest().config();
        return new Greeting(config, config.over(now), visitor.own() == null ? null
                : ClientSelection.of(visitor.own(), config, items.all(visitor.own().id()), now));
    }
}
