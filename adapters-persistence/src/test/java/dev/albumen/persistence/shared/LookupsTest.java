package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.DependencyException;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.data.connection.ConnectionOperations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LookupsTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Test
    @SuppressWarnings("unchecked")
    void areThereWhileTheDatabaseIsNot() throws IOException {
        DatasourceConfiguration nowhere = new DatasourceConfiguration("default");
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:" + closedPort() + "/albumen");
        nowhere.setConnectionTimeout(250);
        Lookups lookups = new Lookups(nowhere, POSTGRES.bean(ConnectionOperations.class));
        try {
            assertThatThrownBy(() -> lookups.sql().one("SELECT 1 AS one", row -> row.integer("one")))
                    .isInstanceOf(DependencyException.class);
        } finally {
            lookups.close();
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
