package dev.albumen.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobStore;
import dev.albumen.bootstrap.database.EmbeddedDatabase;
import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.wiring.UseCases;
import dev.albumen.imaging.rendition.RunningEngine;
import io.micronaut.context.ApplicationContext;
import io.micronaut.flyway.FlywayConfigurationProperties;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceContextTest {

    @TempDir
    Path folder;

    @Test
    void hasAllThatTheUseCasesNeed() throws SQLException {
        Settings settings = Settings.read(Map.of("ALBUMEN_PORT", "0"), Map.of());
        try (Home home = Home.open(folder.toString());
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgres"));
                RunningEngine engine = PictureEngine.start(settings, home);
                ApplicationContext context = ServiceContext.start(settings, home, database.access(), engine)) {
            assertThat(UseCases.all())
                    .hasSizeGreaterThan(50)
                    .allSatisfy(useCase -> assertThat(context.getBean(useCase)).isNotNull());
            context.getBean(BlobStore.class).list("originals/", Optional.empty(), 1);
            assertThat(folder.resolve("blobs")).isDirectory();
            assertThat(lockTimeout(context.getBean(FlywayConfigurationProperties.class))).as("of changes of the schema").isEqualTo("10s");
        }
    }

    private static String lockTimeout(FlywayConfigurationProperties flyway) throws SQLException {
        try (Connection connection = DriverManager.getConnection(flyway.getUrl(), flyway.getUser(), flyway.getPassword());
                Statement statement = connection.createStatement();
                ResultSet said = statement.executeQuery("SHOW lock_timeout")) {
            said.next();
            return said.getString(1);
        }
    }
}
