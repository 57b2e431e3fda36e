package dev.albumen.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void losesNothingThatWasCommittedAndLetsNobodyElseIn() throws Exception {
        DatabaseAccess access;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            access = database.access();
            assertThat(ask(access, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(access, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(access, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(access, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(access, "SHOW server_version")).startsWith("18.");
            ask(access, "CREATE TABLE kept AS SELECT 'still here' AS what");

            DatabaseAccess guessed = new DatabaseAccess(access.url(), access.user(), "guessed");
            assertThatThrownBy(() -> ask(guessed, "SELECT 1")).hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }

        // Somebody else has the port by now.
        int port = URI.create(access.url().substring("jdbc:".length())).getPort();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedDatabase again = EmbeddedDatabase.start(folder)) {
            assertThat(again.access().url()).isNotEqualTo(access.url());
            assertThat(ask(again.access(), "SELECT what FROM kept")).isEqualTo("still here");
        }
    }

    private static String ask(DatabaseAccess access, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                var asked = connection.createStatement()) {
            if (!asked.execute(statement)) {
                return "";
            }
            try (ResultSet answer = asked.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
