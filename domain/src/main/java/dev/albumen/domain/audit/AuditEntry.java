package dev.albumen.domain.audit;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One acknowledged act.
 *
 * @param userId who; {@code null} for nobody that we know
 * @param action what, as module and verb: {@code album.create}
 * @param resourceId to what
 * @param metadata what else is worth keeping; never a secret
 */
public record AuditEntry(
        @Nullable UserId userId,
        String action,
        Level level,
        @Nullable String resourceId,
        Map<String, String> metadata,
        Instant occurredAt) {

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z-]*(\\.[a-z][a-z-]*)+");
    private static final int MAX_ACTION = 100;
    private static final int MAX_RESOURCE_ID = 100;

    /** How much somebody should care. */
    public enum Level { INFO, SECURITY, WARNING }

    public AuditEntry {
        if (action.length() > MAX_ACTION || !ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("not an action: " + action);
        }
        if (resourceId != null && resourceId.length() > MAX_RESOURCE_ID) {
            throw new IllegalArgumentException("too long a resource id");
        }
        metadata = Map.copyOf(metadata);
    }

    /**
     * An ordinary act of a viewer.
     *
     * @param resource what it was done to; its text is its id
     */
    public static AuditEntry by(Viewer viewer, String action, Object resource, Instant now) {
        UserId user = viewer.user().orElse(null);
        return new AuditEntry(user, action, Level.INFO, resource.toString(), Map.of(), now);
    }

    /** The same entry with one thing more that is worth keeping. */
    public AuditEntry with(String name, Object value) {
        Map<String, String> more = new HashMap<>(metadata);
        more.put(name, value.toString());
        return new AuditEntry(userId, action, level, resourceId, more, occurredAt);
    }

    /** The part of Albumen that it happened in: {@code album} of {@code album.create}. */
    public String module() {
        return action.substring(0, action.indexOf('.'));
    }
}
