package dev.albumen.bootstrap.bench.imaging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures for people: a row for each engine and picture, with its processor time against sharp's. */
record Table(List<Figure> figures) {

    private static final String ROW = "%-16s  %-18s  %9s  %9s  %9s  %7s  %12s  %13s";

    @Override
    public String toString() {
        Stream<String> head = Stream.of(String.format(
                ROW, "input", "engine", "CPU ms", "images/s", "peak MiB", "SSIM", "of pipelines", "of one decode"));
        return Stream.concat(head, figures.stream().map(this::row)).collect(Collectors.joining(System.lineSeparator()));
    }

    private String row(Figure figure) {
        return String.format(ROW, figure.input(), figure.engine(),
                number("%.0f", figure.cpuMillisPerImage()),
                number("%.2f", figure.imagesPerSecond()),
                figure.peakRssBytes() == null ? "" : number("%.0f", figure.peakRssBytes() / 1048576.0),
                number("%.4f", figure.ssim()),
                ratio(figure, "sharp-pipelines"),
                ratio(figure, "sharp-one-decode")).stripTrailing();
    }

    private String ratio(Figure figure, String engine) {
        Optional<Figure> other = figures.stream()
                .filter(candidate -> candidate.engine().equals(engine) && candidate.input().equals(figure.input()))
                .findFirst();
        return other.map(base -> number("%.2f", figure.cpuMillisPerImage() / base.cpuMillisPerImage())).orElse("");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
