package dev.albumen.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            jdbc:postgresql://one:5432/albumen jdbc:postgresql://one:5432/albumen?options=-c%20lock_timeout%3D10000
            jdbc:postgresql://one,two/albumen?ssl=true jdbc:postgresql://one,two/albumen?ssl=true&options=-c%20lock_timeout%3D10000
            jdbc:postgresql://one/albumen?options=-c%20jit%3Doff jdbc:postgresql://one/albumen?options=-c%20jit%3Doff
            """)
    void limitsHowLongChangesWaitForLocksUnlessTheAddressHasOptions(String url, String forChanges) {
        assertThat(new DatabaseAccess(url, "albumen", "secret").urlForChanges(Duration.ofSeconds(10))).isEqualTo(forChanges);
    }
}
