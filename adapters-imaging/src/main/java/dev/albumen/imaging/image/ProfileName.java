package dev.albumen.imaging.image;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an ICC profile calls itself (ICC.1, "profileDescriptionTag" in versions 2 and 4). */
final class ProfileName {

    private static final int MAX_BYTES = 400;

    private ProfileName() {}

    static Optional<String> of(ICC_Profile profile) {
        try {
            byte[] tag = profile.getData(ICC_Profile.icSigProfileDescriptionTag);
            if (tag == null || tag.length < 12) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(tag);
            String type = new String(tag, 0, 4, StandardCharsets.US_ASCII);
            return switch (type) {
                case "desc" -> Optional.of(text(tag, 12, buffer.getInt(8), false));
                // the first of the languages
                case "mluc" -> Optional.of(text(tag, buffer.getInt(24), buffer.getInt(20), true));
                default -> Optional.empty();
            };
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] tag, int start, int length, boolean wide) {
        return new String(tag, start, Math.min(length, MAX_BYTES), wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }
}
