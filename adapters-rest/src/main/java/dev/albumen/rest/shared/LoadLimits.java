package dev.albumen.rest.shared;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How many requests of each kind this node works on at once, and how many wait.
 *
 * @param waiting for each that is worked on, so many may wait
 * @param longestWait after which a request is turned away
 */
@ConfigurationProperties("albumen.load")
record LoadLimits(
        @Bindable(defaultValue = "32") int reads,
        @Bindable(defaultValue = "64") int pictures,
        @Bindable(defaultValue = "32") int writes,
        @Bindable(defaultValue = "256") int uploads,
        @Bindable(defaultValue = "32") int archives,
        @Bindable(defaultValue = "4") int waiting,
        @Bindable(defaultValue = "10s") Duration longestWait) {

    int atOnce(Load load) {
        return switch (load) {
            case READ -> reads;
            case PICTURE -> pictures;
            case WRITE -> writes;
            case UPLOAD -> uploads;
            case ARCHIVE -> archives;
        };
    }
}
