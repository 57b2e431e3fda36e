package dev.albumen.persistence.storage;

import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.application.storage.UploadPasses;
import java.net.URI;
import java.util.Map;

/** Addresses of this service itself, signed with the instance's key; what expires is looked up when somebody comes. */
public final class OwnUploadAddresses implements UploadAddresses {

    private final UploadPasses passes;

    public OwnUploadAddresses(UploadPasses passes) {
        this.passes = passes;
    }

    @Override
    public Address issue(Ticket ticket) {
        return new Address(
                URI.create("/api/v1/uploads/" + ticket.id() + "/content?signature=" + passes.sign(ticket)),
                Map.of("Content-Type", ticket.mediaType()));
    }
}
