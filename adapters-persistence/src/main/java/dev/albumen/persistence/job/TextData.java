package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A task's data is text or missing, never a serialized object. */
final class TextData implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : ((String) data).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
        return bytes == null ? null : type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
}
