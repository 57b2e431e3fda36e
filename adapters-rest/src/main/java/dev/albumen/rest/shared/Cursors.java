package dev.albumen.rest.shared;

import dev.albumen.application.shared.Keyset;
import dev.albumen.application.shared.Secrets;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Writes places in lists so that clients can carry them but neither read, alter nor use them for another list: a place holds
 * what the list is sorted by, such as a file's name, which who may see the list need not know. The same place is always
 * written in the same way, so that an answer with one in it keeps its tag: the text is masked by what its own signature gives.
 */
@Singleton
final class Cursors {

    private static final String PURPOSE = "cursor";
    private static final String MASK = "cursor-mask";
    private static final int MAX_LENGTH = 2_000;
    /** No value holds it: PostgreSQL's text does not. */
    private static final String PARTED = "\0";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Secrets secrets;

    Cursors(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @param list names the list: its address, filters, order and reader */
    String write(Keyset place, String list) {
        String values = String.join(PARTED, place.values());
        String signature = secrets.sign(PURPOSE, values + "\n" + list);
        return BASE64.encodeToString(masked(values.getBytes(StandardCharsets.UTF_8), signature)) + "." + signature;
    }

    /** Empty for what was not written for this list. */
    Optional<Keyset> read(String cursor, String list) {
        int dot = cursor.lastIndexOf('.');
        if (dot < 0 || cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String signature = cursor.substring(dot + 1);
        try {
            byte[] clear = masked(Base64.getUrlDecoder().decode(cursor.substring(0, dot)), signature);
            String values = new String(clear, StandardCharsets.UTF_8);
            return secrets.isSigned(PURPOSE, values + "\n" + list, signature)
                ? Optional.of(new Keyset(List.of(values.split(PARTED, -1))))
                : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Masks, and takes the mask off. */
    private byte[] masked(byte[] bytes, String signature) {
        byte[] mask = new byte[0];
        for (int i = 0, block = 0; i < bytes.length; i++) {
            int at = i - block;
            if (at == mask.length) {
                block = i;
                at = 0;
                mask = Base64.getUrlDecoder().decode(secrets.sign(MASK, signature + " " + i));
            }
            bytes[i] ^= mask[at];
        }
        return bytes;
    }
}
