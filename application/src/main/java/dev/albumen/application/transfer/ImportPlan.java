package dev.albumen.application.transfer;

import dev.albumen.domain.album.Album;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be imported of files that people and programs left: pictures with the album of their folder and the files
 * beside them that tell of them; and what is left out.
 */
public record ImportPlan(List<Picture> pictures, List<LeftOut> leftOut) {

    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "avif", "heic", "heif", "jxl", "mp4",
            "m4v", "mov", "webm");
    private static final Set<String> NOTES = Set.of("json", "xmp", "html");
    private static final Set<String> ARCHIVES = Set.of("zip", "tar", "gz", "tgz", "7z", "rar", "bz2", "xz");

    /**
     * @param album the title of its album; empty for none but the one that holds everything
     * @param takeout what Google Takeout says of it
     * @param xmp what a darkroom says of it
     */
    public record Picture(ImportedFile file, String album, Optional<ImportedFile> takeout, Optional<ImportedFile> xmp) {}

    /** Why files are left out. */
    public enum Reason { NOT_A_PICTURE, NESTED_ARCHIVE, HIDDEN_FILE, UNSAFE_NAME, REPEATED_NAME, SIDECAR }

    public record LeftOut(String path, Reason reason) {}

    public ImportPlan {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
    }

    public static ImportPlan of(List<? extends ImportedFile> files) {
        Map<String, Map<String, ImportedFile>> folders = new HashMap<>();
        List<ImportedFile> seen = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (ImportedFile file : files) {
            Optional<Reason> reason = !paths.add(file.path()) ? Optional.of(Reason.REPEATED_NAME) : unusable(file);
            reason.ifPresentOrElse(why -> leftOut.add(new LeftOut(file.path(), why)), () -> seen.add(file));
        }
        seen.forEach(file -> folders.computeIfAbsent(file.folder(), folder -> new HashMap<>()).put(file.name().toLowerCase(Locale.ROOT), file));
        List<Picture> pictures = seen.stream().filter(file -> PICTURES.contains(ending(file.name())))
                .map(file -> picture(file, folders.get(file.folder()))).toList();
        Set<String> told = pictures.stream().flatMap(picture -> Stream.of(picture.takeout(), picture.xmp())).flatMap(Optional::stream)
                .map(ImportedFile::path).collect(Collectors.toSet());
        for (ImportedFile file : seen) {
            String ending = ending(file.name());
            if (!PICTURES.contains(ending) && !told.contains(file.path())) {
                leftOut.add(new LeftOut(file.path(), NOTES.contains(ending) ? Reason.SIDECAR
                        : ARCHIVES.contains(ending) ? Reason.NESTED_ARCHIVE : Reason.NOT_A_PICTURE));
            }
        }
        return new ImportPlan(pictures, leftOut);
    }

    private static Picture picture(ImportedFile file, Map<String, ImportedFile> folder) {
        Function<Stream<String>, Optional<ImportedFile>> beside = names ->
                names.flatMap(name -> Optional.ofNullable(folder.get(name.toLowerCase(Locale.ROOT))).stream()).findFirst();
        return new Picture(file, album(file.folder()), beside.apply(TakeoutNames.of(file.name())),
                beside.apply(Stream.of(file.name() + ".xmp", stem(file.name()) + ".xmp")));
    }

    /** How many pictures each album gets. */
    public Map<String, Long> albums() {
        return pictures.stream().filter(picture -> !picture.album().isEmpty())
                .collect(Collectors.groupingBy(Picture::album, TreeMap::new, Collectors.counting()));
    }

    /** Of all pictures. */
    public long byteSize() {
        return pictures.stream().mapToLong(picture -> picture.file().byteSize()).sum();
    }

    /** What is left out that nobody would expect to be. */
    public List<String> ignored() {
        return leftOut.stream().filter(file -> file.reason() != Reason.HIDDEN_FILE && file.reason() != Reason.SIDECAR)
                .map(LeftOut::path).toList();
    }

    private static Optional<Reason> unusable(ImportedFile file) {
        if (unsafe(file.path())) {
            return Optional.of(Reason.UNSAFE_NAME);
        }
        return hidden(file.path()) ? Optional.of(Reason.HIDDEN_FILE) : Optional.empty();
    }

    /** Names lead nowhere here, but whoever writes such names means no good by the file. */
    private static boolean unsafe(String path) {
        return path.startsWith("/") || path.matches("[A-Za-z]:.*") || Stream.of(path.split("/")).anyMatch(part -> part.equals(".."));
    }

    /** What systems and programs leave behind. */
    private static boolean hidden(String path) {
        return Stream.of(path.split("/")).anyMatch(part -> part.startsWith(".") || part.startsWith("@") || part.equals("__MACOSX"));
    }

    /** The folders' names, parted by slashes. Takeout's own folders and those it makes for years are no albums. */
    private static String album(String folder) {
        String title = folder.replaceFirst("^(?:.*/)?Takeout/[^/]+/?", "").replaceFirst("^Photos from \\d{4}$", "").replace("/", " / ")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "_").strip();
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
