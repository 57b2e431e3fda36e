package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.UploadAddresses.Address;
import dev.albumen.application.storage.UploadAddresses.Ticket;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every address for uploads is like. What happens to those who come to it is for its server's own tests. */
public abstract class UploadAddressesContract {

    protected static final UploadId ID = new UploadId(UUID.fromString("01900000-0000-7000-8000-000000000001"));
    protected static final Sha256 SEA = Sha256.of("sea");

    protected final Instant inAnHour = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);

    protected abstract UploadAddresses addresses();

    @Test
    void tellsWhichTypeToSend() {
        assertThat(issue(ticket()).headers()).containsEntry("Content-Type", "image/jpeg");
    }

    @Test
    void namesTheUpload() {
        assertThat(issue(ticket()).uri().getPath()).contains(ID.toString());
    }

    @Test
    void isAnotherForEverythingThatItIsBoundTo() {
        List<String> all = Stream.of(
                        ticket(),
                        new Ticket(new UploadId(new UUID(0, 2)), 3, "image/jpeg", SEA, inAnHour),
                        new Ticket(ID, 4, "image/jpeg", SEA, inAnHour),
                        new Ticket(ID, 3, "image/png", SEA, inAnHour),
                        new Ticket(ID, 3, "image/jpeg", Sha256.of("sky"), inAnHour),
                        new Ticket(ID, 3, "image/jpeg", null, inAnHour),
                        new Ticket(ID, 3, "image/jpeg", SEA, inAnHour.plusSeconds(60)))
                .map(ticket -> signature(issue(ticket)))
                .toList();

        assertThat(all).doesNotHaveDuplicates().noneMatch(String::isEmpty);
    }

    /** The part of the query that nobody else can make. */
    private static String signature(Address address) {
        return Stream.of(address.uri().getRawQuery().split("&")).filter(one -> one.toLowerCase(java.util.Locale.ROOT).contains("signature="))
                .findFirst().orElse("");
    }

    protected Address issue(Ticket ticket) {
        return addresses().issue(ticket);
    }

    /** For three bytes. */
    protected Ticket ticket() {
        return new Ticket(ID, 3, "image/jpeg", SEA, inAnHour);
    }
}
