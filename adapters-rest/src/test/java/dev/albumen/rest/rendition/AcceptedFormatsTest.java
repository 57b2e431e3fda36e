package dev.albumen.rest.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedFormatsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8 | AVIF WEBP JPEG
        image/avif,image/webp,*/*                                       | AVIF WEBP JPEG
        image/webp,*/*;q=0.5                                            | WEBP JPEG AVIF
        */*                                                             | JPEG AVIF WEBP
        image/*                                                         | JPEG AVIF WEBP
        image/jpeg                                                      | JPEG
        image/webp                                                      | WEBP
        image/webp, image/jpeg                                          | WEBP JPEG
        image/jpeg;q=0.9, image/avif;q=0.5, image/webp;q=0.7            | JPEG WEBP AVIF
        image/avif;q=0, image/*                                         | JPEG WEBP
        image/webp;q=0.1, */*;q=0.8                                     | JPEG AVIF WEBP
        image/webp;q=0.8, */*;q=0.8                                     | WEBP JPEG AVIF
        image/jpeg;q=0, image/*                                         | AVIF WEBP
        IMAGE/AVIF ; Q=1.000 , image/webp                               | AVIF WEBP
        image/webp;v=b3;q=0.2, image/jpeg;q=0.3                         | JPEG WEBP
        image/webp;q=2, image/jpeg                                      | JPEG
        image/webp;q=0.1234, image/jpeg                                 | JPEG
        image/webp;q=, image/jpeg                                       | JPEG
        image/webp;q=-0, image/jpeg                                     | JPEG
        image/webp;q=1.001, image/jpeg                                  | JPEG
        ,, image/webp ,                                                 | WEBP
        text/html                                                       | ''
        """)
    void ordersByWeightThenNameThenSize(String accept, String formats) {
        for (int i = 0; i < 2; i++) {
            assertThat(AcceptedFormats.of(accept).stream().map(Enum::name).collect(Collectors.joining(" ")))
                .as("time %d", i).isEqualTo(formats);
        }
    }

    @Test
    void takesNothingSaidForJpeg() {
        assertThat(AcceptedFormats.of(null)).isEqualTo(AcceptedFormats.of("image/jpeg"));
        assertThat(AcceptedFormats.of("")).isEqualTo(AcceptedFormats.of("image/jpeg"));
        assertThat(AcceptedFormats.of(" , ")).isEqualTo(AcceptedFormats.of("image/jpeg"));
    }

    @Test
    void readsALongHeaderWithoutKeepingIt() {
        assertThat(AcceptedFormats.of("image/png,".repeat(800) + "image/webp")).isEqualTo(AcceptedFormats.of("image/webp"));
        assertThat(AcceptedFormats.of(";".repeat(8000))).isEqualTo(AcceptedFormats.of("image/jpeg"));
    }
}
