package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeRoleTest {

    @Test
    void readsAnyMixOfRoles() {
        assertThat(NodeRole.of(NodeRole.ALL)).containsExactlyInAnyOrder(NodeRole.values());
        assertThat(NodeRole.of("worker")).containsExactly(NodeRole.WORKER);
        assertThat(NodeRole.of("scheduler, web")).containsExactlyInAnyOrder(NodeRole.WEB, NodeRole.SCHEDULER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "web,", "web,web", "boss", ",", "web worker"})
    void refusesWhatIsNoMixOfRoles(String setting) {
        assertThatThrownBy(() -> NodeRole.of(setting)).isInstanceOf(IllegalArgumentException.class);
    }
}
