package dev.albumen.application.selection;

import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;

/** Shows a client their own selection. */
public final class ViewSelection {

    private final SelectionDoor door;
    private final SelectionItems items;
    private final InstantSource clock;

    public ViewSelection(SelectionDoor door, SelectionItems items, InstantSource clock) {
        this.door = door;
        this.items = items;
        this.clock = clock;
    }

    public record Query(ClientKnock knock) {}

    public ClientSelection handle(Viewer viewer, Query query) {
        SelectionDoor.Client client = door.client(query.knock());
        return ClientSelection.of(
                client.selection(), client.guest().config(), items.all(client.selection().id()), clock.instant());
    }
}
