package dev.albumen.bootstrap.imports;

import dev.albumen.bootstrap.imports.ImportSource.Entry;
import dev.albumen.domain.album.Album;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be imported: pictures with the album of their folder and the files beside them that tell of them, and the
 * files that are nothing of this.
 */
record ImportPlan(List<Picture> pictures, List<String> ignored) {

    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "avif", "heic", "heif", "jxl", "mp4",
            "m4v", "mov", "webm");
    private static final Set<String> NOTES = Set.of("json", "xmp", "html");

    /**
     * @param album the title of its album; empty for none but the one that holds everything
     * @param takeout what Google Takeout says of it
     * @param xmp what a darkroom says of it
     */
    record Picture(Entry file, String album, Optional<Entry> takeout, Optional<Entry> xmp) {}

    ImportPlan {
        pictures = List.copyOf(pictures);
        ignored = List.copyOf(ignored);
    }

    static ImportPlan of(List<Entry> entries) {
        Map<String, Map<String, Entry>> folders = new HashMap<>();
        List<Entry> seen = entries.stream().filter(entry -> !hidden(entry.path())).toList();
        seen.forEach(entry -> folders.computeIfAbsent(entry.folder(), folder -> new HashMap<>()).put(entry.name().toLowerCase(Locale.ROOT), entry));
        List<Picture> pictures = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (Entry entry : seen) {
            String ending = ending(entry.name());
            if (PICTURES.contains(ending)) {
                Function<Stream<String>, Optional<Entry>> beside = names ->
                        names.flatMap(name -> Optional.ofNullable(folders.get(entry.folder()).get(name.toLowerCase(Locale.ROOT))).stream()).findFirst();
                pictures.add(new Picture(entry, album(entry.folder()), beside.apply(TakeoutNames.of(entry.name())),
                        beside.apply(Stream.of(entry.name() + ".xmp", stem(entry.name()) + ".xmp"))));
            } else if (!NOTES.contains(ending)) {
                ignored.add(entry.path());
            }
        }
        return new ImportPlan(pictures, ignored);
    }

    /** How many pictures each album gets. */
    Map<String, Long> albums() {
        return pictures.stream().filter(picture -> !picture.album().isEmpty())
                .collect(Collectors.groupingBy(Picture::album, java.util.TreeMap::new, Collectors.counting()));
    }

    long byteSize() {
        return pictures.stream().mapToLong(picture -> picture.file().byteSize()).sum();
    }

    /** What systems and programs leave behind. */
    private static boolean hidden(String path) {
        return Stream.of(path.split("/")).anyMatch(part -> part.startsWith(".") || part.startsWith("@") || part.equals("__MACOSX"));
    }

    /** The folders' names, parted by slashes. Takeout's own folders and those it makes for years are no albums. */
    private static String album(String folder) {
        String title = folder.replaceFirst("^(?:.*/)?Takeout/[^/]+/?", "").replaceFirst("^Photos from \\d{4}$", "").replace("/", " / ").strip();
        return title.length() <= Album.MAX_TITLE ? title : title.substring(title.length() - Album.MAX_TITLE).strip();
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
