package dev.albumen.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Inspector;
import dev.albumen.application.image.MetadataReader;
import dev.albumen.application.rendition.MetadataStripper;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.imaging.image.AcceptedTypes;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineBeansTest {

    @ParameterizedTest
    @ValueSource(classes = {Inspector.class, MetadataReader.class, MetadataStripper.class})
    void everyPortIsServedOnce(Class<?> port) {
        try (ApplicationContext context = ApplicationContext.builder().build()) {
            context.registerSingleton(ImageLimits.DEFAULT);
            context.registerSingleton(AcceptedTypes.ofPureJava());
            context.registerSingleton(InstantSource.class, InstantSource.system());
            context.start();
            assertThat(context.getBean(port)).isSameAs(context.getBean(port));
        }
    }
}
