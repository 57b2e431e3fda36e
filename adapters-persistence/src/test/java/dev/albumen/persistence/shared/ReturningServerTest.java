package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReturningServerTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    /** A real server that fails some of the times when it is asked for a connection. */
    private static final class Moody extends DelegatingDataSource {

        private final AtomicInteger asked = new AtomicInteger();
        private final IntFunction<@Nullable SQLException> failure;

        /** @param failure by how often it was asked before */
        Moody(IntFunction<@Nullable SQLException> failure) {
            super(new DriverDataSource(database().getUrl(), null, new Properties(), database().getUsername(), database().getPassword()));
            this.failure = failure;
        }

        @Override
        public Connection getConnection() throws SQLException {
            SQLException thrown = failure.apply(asked.getAndIncrement());
            if (thrown != null) {
                throw thrown;
            }
            return super.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    private static DatasourceConfiguration database() {
        return POSTGRES.bean(DatasourceConfiguration.class);
    }

    @Test
    void findsAServerThatWasAwayWithoutTellingThePool() throws SQLException {
        Moody server = new Moody(before -> switch (before) {
            case 0, 1, 2 -> new SQLException("connection refused", "08001");
            case 3 -> new SQLException("the database system is starting up", "57P03");
            default -> null;
        });
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(new ReturningServer(server, true));
        pool.setInitializationFailTimeout(-1);
        pool.setMaximumPoolSize(1);
        try (HikariDataSource connections = new HikariDataSource(pool); Connection connection = connections.getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
            assertThat(server.asked).hasValue(5);
        }
    }

    @Test
    void throwsTheFirstFailureWhereNobodyMetTheServerYet() {
        Moody server = new Moody(before -> new SQLException("connection refused", "08001"));
        assertThatThrownBy(new ReturningServer(server, false)::getConnection).hasMessage("connection refused");
    }

    @Test
    void asksAgainOnceItMetTheServer() throws SQLException {
        Moody server = new Moody(before -> before == 1 ? new SQLException("connection refused", "08001") : null);
        ReturningServer connections = new ReturningServer(server, false);
        connections.getConnection().close();
        connections.getConnection().close();
        assertThat(server.asked).hasValue(3);
    }

    @Test
    void throwsWhatAskingAgainDoesNotMend() {
        Moody server = new Moody(before -> new SQLException("password authentication failed", "28P01"));
        assertThatThrownBy(new ReturningServer(server, true)::getConnection).hasMessage("password authentication failed");
        assertThat(server.asked).hasValue(1);
    }

    @Test
    void endsWhenThePoolDoes() {
        Moody server = new Moody(before -> {
            Thread.currentThread().interrupt();
            return new SQLException("connection refused", "08001");
        });
        assertThatThrownBy(new ReturningServer(server, true)::getConnection).hasMessage("connection refused");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void servesThePoolOfTheService() {
        assertThat(database().getDataSource()).isInstanceOf(ReturningServer.class);
    }
}
