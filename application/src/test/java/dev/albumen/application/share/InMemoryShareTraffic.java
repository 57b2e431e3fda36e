package dev.albumen.application.share;

import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.ShareId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps notes in memory. */
public final class InMemoryShareTraffic implements ShareTraffic {

    private final InMemoryTransactions transactions;
    private final InMemoryShareLinks links;
    private final InMemoryShareCounts counts;
    private final InstantSource clock;
    private final List<Note> unwritten = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Map<LocalDate, Map<ShareId, Long>> visitorsOfDaysPast = new TreeMap<>();

    private record Note(ShareId share, LocalDate day, @Nullable Guest guest, @Nullable ImageId image, boolean counted) {}

    public InMemoryShareTraffic(
            InMemoryTransactions transactions, InMemoryShareLinks links, InMemoryShareCounts counts, InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public void viewed(ShareId id, Guest guest, boolean counted) {
        unwritten.add(new Note(id, today(), guest, null, counted));
    }

    @Override
    public void downloaded(ShareId id, @Nullable ImageId image, boolean counted) {
        unwritten.add(new Note(id, today(), null, image, counted));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public void write() {
        transactions.writing(() -> unwritten.stream().filter(note -> links.find(note.share()).isPresent()).forEach(note -> {
            notes.add(note);
            if (!note.counted()) {
                counts.add(note.share(), note.guest() == null ? 0 : 1, note.guest() == null ? 1 : 0);
            }
        }));
        unwritten.clear();
    }

    @Override
    public Report report(ShareId id, LocalDate first, LocalDate last, int mostImages) {
        List<Note> some = links.find(id).isEmpty() ? List.of() : notes.stream().filter(note -> note.share().equals(id)
                && !note.day().isBefore(first) && !note.day().isAfter(last)).toList();
        Map<LocalDate, List<Note>> days = some.stream().collect(Collectors.groupingBy(Note::day, TreeMap::new, Collectors.toList()));
        Map<ImageId, Long> images = some.stream().filter(note -> note.image() != null)
                .collect(Collectors.groupingBy(Note::image, Collectors.counting()));
        return new Report(
                days.entrySet().stream().map(day -> day(id, day.getKey(), day.getValue())).toList(),
                images.entrySet().stream().map(image -> new ImageDownloads(image.getKey(), image.getValue()))
                        .sorted(Comparator.comparingLong(ImageDownloads::downloads).reversed()
                                .thenComparing(image -> image.image().toString()))
                        .limit(mostImages).toList());
    }

    private Day day(ShareId id, LocalDate date, List<Note> some) {
        long views = some.stream().filter(note -> note.guest() != null).count();
        long visitors = visitorsOfDaysPast.containsKey(date) ? visitorsOfDaysPast.get(date).getOrDefault(id, 0L) : visitors(id, date);
        return new Day(date, views, visitors, some.size() - views);
    }

    private long visitors(ShareId id, LocalDate date) {
        return notes.stream().filter(note -> note.share().equals(id) && note.day().equals(date) && note.guest() != null)
                .map(Note::guest).distinct().count();
    }

    @Override
    public void forgetVisitors(LocalDate before) {
        notes.stream().map(Note::day).filter(day -> day.isBefore(before)).distinct().forEach(day ->
                visitorsOfDaysPast.computeIfAbsent(day, past -> notes.stream().map(Note::share).distinct()
                        .collect(Collectors.toMap(share -> share, share -> visitors(share, day)))));
    }
}
