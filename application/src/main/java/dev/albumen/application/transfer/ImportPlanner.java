package dev.albumen.application.transfer;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.transfer.ExportedImages.ExportedImage;
import dev.albumen.domain.shared.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/** Decides what is to be done with an archive. The same archive gives the same steps. */
final class ImportPlanner {

    private static final int MOST_BYTES = 64 << 20;
    /** Favourites in one step. */
    private static final int MOST_MARKED = 500;
    private static final Map<ImportPlan.Reason, String> WHY = Map.of(
            ImportPlan.Reason.NOT_A_PICTURE, "This is no picture and no film.",
            ImportPlan.Reason.NESTED_ARCHIVE, "Archives in archives are not unpacked.",
            ImportPlan.Reason.HIDDEN_FILE, "A system or a program left this behind.",
            ImportPlan.Reason.UNSAFE_NAME, "Its name leads out of the archive.",
            ImportPlan.Reason.REPEATED_NAME, "Another file of this archive has the same name.",
            ImportPlan.Reason.SIDECAR, "It tells of no picture that is beside it.");

    private final TransferDocuments documents;

    ImportPlanner(TransferDocuments documents) {
        this.documents = documents;
    }

    /** @throws dev.albumen.domain.shared.RefusedException for an export of ours that cannot be read, or by this version */
    List<ImportStep> steps(List<ImportedFile> files) {
        Map<String, ImportedFile> byPath = new HashMap<>();
        files.forEach(file -> byPath.putIfAbsent(file.path(), file));
        Optional<String> root = byPath.keySet().stream().filter(path -> path.matches("([^/]+/)?" + BagPaths.DECLARATION))
                .map(path -> path.substring(0, path.length() - BagPaths.DECLARATION.length()))
                .filter(folder -> byPath.containsKey(folder + BagPaths.ACCOUNT)).sorted().findFirst();
        return root.isPresent() ? own(root.get(), byPath) : foreign(files);
    }

    /** Whether it is counted among what was found. */
    static boolean isPicture(ImportStep step) {
        return step instanceof ImportStep.Foreign || step instanceof ImportStep.Own
                || step instanceof ImportStep.LeaveOut(LeftEntry entry) && entry.outcome() == LeftEntry.Outcome.FAILED;
    }

    private static List<ImportStep> foreign(List<ImportedFile> files) {
        ImportPlan plan = ImportPlan.of(files);
        List<ImportStep> steps = new ArrayList<>();
        plan.pictures().forEach(picture -> steps.add(new ImportStep.Foreign(picture)));
        plan.leftOut().forEach(left -> steps.add(leaveOut(left.path(), left.reason())));
        return steps;
    }

    private static ImportStep leaveOut(String path, ImportPlan.Reason reason) {
        String code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ImportStep.LeaveOut(new LeftEntry(path, LeftEntry.Outcome.SKIPPED, code, WHY.get(reason)));
    }

    private List<ImportStep> own(String root, Map<String, ImportedFile> files) {
        ExportedAccount account = read(files, root + BagPaths.ACCOUNT, ExportedAccount.class);
        if (account.format() > ExportedAccount.FORMAT) {
            throw new Refusal.Unprocessable("export-too-new", "A later version of Albumen made this export.").thrown();
        }
        List<ImportStep> steps = new ArrayList<>();
        Set<String> used = new HashSet<>();
        Optional<ExportedOrder> order = files.containsKey(root + BagPaths.ORDER)
                ? Optional.of(read(files, root + BagPaths.ORDER, ExportedOrder.class)) : Optional.empty();
        // they are marked in their order, once all pictures are there
        Set<String> favorites = Set.copyOf(order.map(ExportedOrder::favorites).orElse(List.of()));
        for (int number = 1; files.containsKey(root + BagPaths.images(number)); number++) {
            for (ExportedImage image : read(files, root + BagPaths.images(number), ExportedImages.class).images()) {
                ImportedFile file = files.get(root + image.file());
                if (file == null) {
                    steps.add(new ImportStep.LeaveOut(new LeftEntry(
                            image.file(), LeftEntry.Outcome.FAILED, "file-missing", "The export tells of this picture and lacks it.")));
                } else if (used.add(file.path())) {
                    steps.add(new ImportStep.Own(file, favorites.contains(image.sha256()) ? ExportedImages.unmarked(image) : image));
                }
            }
        }
        for (int number = 1; files.containsKey(root + BagPaths.album(number)); number++) {
            steps.add(new ImportStep.OwnAlbum(number, read(files, root + BagPaths.album(number), ExportedAlbum.class)));
        }
        if (files.containsKey(root + BagPaths.TAGS)) {
            steps.add(new ImportStep.OwnTags(read(files, root + BagPaths.TAGS, ExportedTags.class)));
        }
        order.ifPresent(kept -> {
            kept.boards().forEach(board -> steps.add(new ImportStep.OwnBoard(board)));
            kept.searches().forEach(search -> steps.add(new ImportStep.OwnSearch(search)));
            List<String> marked = kept.favorites().reversed();
            for (int from = 0; from < marked.size(); from += MOST_MARKED) {
                steps.add(new ImportStep.OwnFavorites(List.copyOf(marked.subList(from, Math.min(from + MOST_MARKED, marked.size())))));
            }
        });
        if (files.containsKey(root + BagPaths.SHARES)) {
            read(files, root + BagPaths.SHARES, ExportedShares.class).shares().forEach(share -> steps.add(new ImportStep.OwnShare(share)));
        }
        files.keySet().stream().filter(path -> path.startsWith(root + BagPaths.PICTURES) && !used.contains(path)).sorted()
                .forEach(path -> steps.add(leaveOut(path, ImportPlan.Reason.NOT_A_PICTURE)));
        return steps;
    }

    private <T extends Record> T read(Map<String, ImportedFile> files, String path, Class<T> type) {
        ImportedFile file = files.get(path);
        if (file.byteSize() > MOST_BYTES) {
            throw unreadable(path);
        }
        try (InputStream bytes = file.open()) {
            return documents.read(bytes.readNBytes(MOST_BYTES), type).orElseThrow(() -> unreadable(path));
        } catch (ZipException | EOFException broken) {
            throw unreadable(path);
        } catch (IOException e) {
            throw new DependencyException("an archive could not be read", e);
        }
    }

    private static RuntimeException unreadable(String path) {
        return new Refusal.Unprocessable("export-unreadable", "The document " + path + " of this export cannot be read.").thrown();
    }
}
