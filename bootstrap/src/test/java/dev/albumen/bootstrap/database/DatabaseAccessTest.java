package dev.albumen.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAccessTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            jdbc:postgresql://one:5432/albumen jdbc:postgresql://one:5432/albumen?targetServerType=primary
            jdbc:postgresql://one,two/albumen?ssl=true jdbc:postgresql://one,two/albumen?ssl=true&targetServerType=primary
            jdbc:postgresql://one,two/albumen?targetServerType=any jdbc:postgresql://one,two/albumen?targetServerType=any
            """)
    void meansTheServerThatTakesWritesUnlessTheAddressSaysOtherwise(String written, String meant) {
        assertThat(DatabaseAccess.existing(written, "albumen", "secret")).isEqualTo(new DatabaseAccess(meant, "albumen", "secret"));
    }
}
