package dev.albumen.persistence.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.application.storage.UploadAddressesContract;
import dev.albumen.application.storage.UploadPasses;
import org.junit.jupiter.api.Test;

class OwnUploadAddressesTest extends UploadAddressesContract {

    private final UploadPasses passes = new UploadPasses(new FakeSecrets());

    @Override
    protected UploadAddresses addresses() {
        return new OwnUploadAddresses(passes);
    }

    @Test
    void bringsASignatureThatHoldsForItsTicketAlone() {
        String query = issue(ticket()).uri().getRawQuery();
        String signature = query.substring(query.indexOf("signature=") + "signature=".length());

        assertThat(passes.isSigned(ticket(), signature)).isTrue();
        assertThat(passes.isSigned(new UploadAddresses.Ticket(ID, 4, "image/jpeg", SEA, inAnHour), signature)).isFalse();
        assertThat(new UploadPasses(new FakeSecrets("another")).isSigned(ticket(), signature)).isFalse();
    }
}
