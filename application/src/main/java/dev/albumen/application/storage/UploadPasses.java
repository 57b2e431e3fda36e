package dev.albumen.application.storage;

import dev.albumen.application.shared.Secrets;
import java.util.Objects;

/** Makes and checks the signatures with which this service takes the bytes of uploads itself. */
public final class UploadPasses {

    private static final String PURPOSE = "upload-pass";

    private final Secrets secrets;

    public UploadPasses(Secrets secrets) {
        this.secrets = secrets;
    }

    public String sign(UploadAddresses.Ticket ticket) {
        return secrets.sign(PURPOSE, message(ticket));
    }

    /** Whether the signature was made for exactly this ticket. */
    public boolean isSigned(UploadAddresses.Ticket ticket, String signature) {
        return secrets.isSigned(PURPOSE, message(ticket), signature);
    }

    /** The media type comes last: it alone may hold spaces. */
    private static String message(UploadAddresses.Ticket ticket) {
        return ticket.id() + " " + ticket.byteSize() + " " + Objects.toString(ticket.sha256(), "-") + " "
                + ticket.expiresAt().getEpochSecond() + " " + ticket.mediaType();
    }
}
