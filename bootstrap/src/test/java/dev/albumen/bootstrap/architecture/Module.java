package dev.albumen.bootstrap.architecture;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A module with all that it may know: other modules of ours, and libraries by package. What is not listed is forbidden,
 * so that a misspelt name forbids too much instead of nothing.
 */
enum Module {
    DOMAIN(Set.of()),
    APPLICATION(Set.of(DOMAIN)),
    REST(
            Set.of(DOMAIN, APPLICATION),
            "io.micronaut", "jakarta", "com.fasterxml.jackson", "io.swagger.v3.oas.annotations",
            "org.eclipse.jetty.http", "org.eclipse.jetty.io", "com.nimbusds", "com.github.benmanes.caffeine",
            "org.yaml.snakeyaml", "io.netty", "reactor.core", "org.reactivestreams", "com.google.zxing", "gg.jte", "de.siegmar.fastcsv"),
    PERSISTENCE(
            Set.of(DOMAIN, APPLICATION),
            "io.micronaut", "jakarta", "org.postgresql", "com.github.kagkarlsson.scheduler", "com.fasterxml.uuid",
            "com.password4j", "io.github.bucket4j", "com.zaxxer.hikari"),
    AWS(Set.of(DOMAIN, APPLICATION), "io.micronaut", "software.amazon.awssdk", "org.apache.http.conn", "io.github.resilience4j.circuitbreaker"),
    IMAGING(
            Set.of(DOMAIN, APPLICATION),
            "io.micronaut", "jakarta.inject", "com.drew", "org.imgscalr", "com.luciad.imageio.webp",
            "com.twelvemonkeys", "com.adobe.internal.xmp", "kotlin", "io.trbl.blurhash",
            "org.apache.fontbox", "org.apache.pdfbox", "org.apache.commons.logging"),
    MAIL(Set.of(DOMAIN, APPLICATION), "jakarta.mail", "org.eclipse.angus.mail"),
    OIDC(Set.of(DOMAIN, APPLICATION), "com.nimbusds");

    /** The JDK, and the annotations that say what may be null. */
    private static final List<String> EVERYWHERE = List.of("java", "javax", "org.w3c.dom", "org.jspecify");

    private static final String LOGGING = "org.slf4j";

    private final Set<Module> known;
    private final List<String> libraries;

    Module(Set<Module> known, String... libraries) {
        this.known = known;
        this.libraries = List.of(libraries);
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Such as {@code dev.albumen.domain..}, where {@code dev.albumen} is the root. */
    String packages(String root) {
        return root + "." + folder() + "..";
    }

    List<String> libraries() {
        return libraries;
    }

    String[] allowed(String root) {
        Stream<String> modules = Stream.concat(Stream.of(this), known.stream()).map(module -> module.packages(root));
        Stream<String> logging = this == DOMAIN ? Stream.of() : Stream.of(LOGGING);
        Stream<String> others = Stream.of(EVERYWHERE.stream(), logging, libraries.stream())
                .flatMap(names -> names)
                .map(name -> name + "..");
        return Stream.concat(modules, others).toArray(String[]::new);
    }
}
