package dev.albumen.bootstrap.metrics;

import dev.albumen.application.shared.NodeRole;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;

/** {@code albumen.node.roles}: 1 for each role that this node has, 0 for the others. */
@Singleton
final class RoleMeters implements MeterBinder {

    private final Set<NodeRole> roles;

    RoleMeters(@Property(name = "albumen.roles") String roles) {
        this.roles = NodeRole.of(roles);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (NodeRole role : NodeRole.values()) {
            Gauge.builder("albumen.node.roles", () -> roles.contains(role) ? 1 : 0)
                    .description("Whether this node has the role")
                    .tag("role", role.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }
}
