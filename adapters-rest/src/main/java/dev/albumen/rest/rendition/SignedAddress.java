package dev.albumen.rest.rendition;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.rest.shared.MalformedRequestException;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what an address from {@code urls} is signed with. By hand, because it comes with every picture. */
public final class SignedAddress {

    /** @param session on whose behalf it was issued */
    record MemberPass(SessionId session, ImagePasses.Pass pass) {}

    private SignedAddress() {}

    /** {@code expires} and {@code signature}; {@code null} where the address is not signed. */
    public static ImagePasses.@Nullable Pass pass(HttpRequest<?> request) {
        HttpParameters parameters = request.getParameters();
        String expires = parameters.get("expires");
        String signature = parameters.get("signature");
        return expires == null || signature == null ? null : new ImagePasses.Pass(seconds(expires), signature);
    }

    /** {@link #pass} together with {@code session}; {@code null} where one of them is missing. */
    static @Nullable MemberPass memberPass(HttpRequest<?> request) {
        ImagePasses.Pass pass = pass(request);
        String session = request.getParameters().get("session");
        return pass == null || session == null ? null : new MemberPass(new SessionId(id(session)), pass);
    }

    private static long seconds(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static MalformedRequestException malformed() {
        return new MalformedRequestException("malformed-signature", "The address is signed in a way that is none of ours.");
    }
}
