package dev.albumen.application.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What clients have chosen through the links of an export. It is there to be read: a new link has new clients. */
public record ExportedSelections(List<OfShare> shares) {

    public ExportedSelections {
        shares = List.copyOf(Objects.requireNonNullElse(shares, List.of()));
    }

    /** @param share which of the export's links it is, counted from 1 */
    public record OfShare(int share, @Nullable String label, List<Client> clients) {

        public OfShare {
            clients = List.copyOf(Objects.requireNonNullElse(clients, List.of()));
        }

        OfShare numbered(int number) {
            return new OfShare(number, label, clients);
        }
    }

    /**
     * One client's selection.
     *
     * @param status such as {@code submitted}
     */
    public record Client(
            @Nullable String name, @Nullable String email, @Nullable String phone, @Nullable String note, String status, int round,
            String createdAt, List<Item> items) {

        public Client {
            status = Objects.requireNonNullElse(status, "");
            createdAt = Objects.requireNonNullElse(createdAt, "");
            items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
        }

        @Override
        public String toString() {
            return "Client[…]";
        }
    }

    /**
     * A picture that was chosen.
     *
     * @param image its SHA-256
     */
    public record Item(String image, @Nullable String comment, @Nullable Integer stars, @Nullable String color) {

        public Item {
            Objects.requireNonNull(image);
        }
    }
}
