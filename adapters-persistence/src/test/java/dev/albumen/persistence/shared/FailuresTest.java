package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.DependencyException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    /** No connection, too many of them, an end by an operator or a failover, a read-only server, deadlines. */
    @ParameterizedTest
    @ValueSource(strings = {
        "08000", "08001", "08003", "08006", "08P01", "53300", "53200", "57P01", "57P02", "57P03", "57014", "25006", "55P03", "25P03",
        "25P04", "58030", "40001", "40P01"})
    void callsTroubleADependency(String state) {
        assertThat(Failures.translate(new SQLException("of some kind", state))).isInstanceOf(DependencyException.class);
    }

    @Test
    void callsAServerWithoutAStateTrouble() {
        assertThat(Failures.translate(new SQLException("silence"))).isInstanceOf(DependencyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "42P01", "22P02", "25001"})
    void callsAWrongStatementABug(String state) {
        assertThat(Failures.translate(new SQLException("of some kind", state))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void callsAWriteABugWhereOnlyReadingWasAskedFor() {
        RuntimeException written = Failures.translate(new SQLException("no writes", "25006"));
        RuntimeException gone = Failures.translate(new SQLException("gone", "57P01"));

        assertThat(Failures.translateOfReading(written)).isInstanceOf(IllegalStateException.class);
        assertThat(Failures.translateOfReading(gone)).isSameAs(gone);
    }
}
