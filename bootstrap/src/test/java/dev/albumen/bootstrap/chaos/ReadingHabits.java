package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.chaos.Caller.Plan;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** Downloads: whole files, ranges, archives, and lists. */
final class ReadingHabits implements Habits {

    private static final List<String> SIZES = List.of("thumbnail", "preview", "large", "original", "original");

    private final Caller caller;
    private final Dice dice;
    private final Belongings own;

    ReadingHabits(Caller caller, Dice dice, Belongings own) {
        this.caller = caller;
        this.dice = dice;
        this.own = own;
    }

    @Override
    public List<Habit> all() {
        return List.of(new Habit(8, this::read), new Habit(4, this::range), new Habit(2, this::archive), new Habit(3, this::list));
    }

    private void read() {
        own.image(dice).ifPresent(image -> {
            String size = dice.one(SIZES);
            caller.once(new Plan(Action.READ, Map.of("image", image.getKey(), "size", size),
                    client -> client.get("images/" + image.getKey() + "/" + size)).noting(answer -> bytes(answer, true)));
        });
    }

    private void range() {
        own.image(dice).ifPresent(image -> {
            byte[] original = image.getValue().bytes();
            int from = dice.below(original.length);
            int to = from + dice.below(original.length - from);
            Map<String, String> sent = Map.of("image", image.getKey(), "range", "bytes=" + from + "-" + to,
                    "sha256", Sha256.of(Arrays.copyOfRange(original, from, to + 1)).hex());
            caller.once(new Plan(Action.READ_RANGE, sent, client -> client.with("Range", sent.get("range"))
                    .get("images/" + image.getKey() + "/original")).noting(answer -> bytes(answer, answer.status() == 206)));
        });
    }

    private void archive() {
        own.album(dice).ifPresent(album -> caller.once(new Plan(Action.READ_ARCHIVE, Map.of("album", album, "size", "original"),
                client -> client.get("albums/" + album + "/archive?size=original")).noting(answer -> bytes(answer, isWholeZip(answer.body())))));
    }

    private void list() {
        caller.once(new Plan(Action.LIST, Map.of(), client -> client.get("images?limit=50"))
                .noting(answer -> Map.of("images", "" + answer.items("id").size())));
    }

    private static Map<String, String> bytes(Answer answer, boolean whole) {
        boolean complete = whole && answer.header("Content-Length").equals("" + answer.body().length);
        return Map.of("sha256", Sha256.of(answer.body()).hex(), "bytes", "" + answer.body().length, "complete", "" + complete);
    }

    /** With the checksum of every entry right. */
    private static boolean isWholeZip(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                zip.transferTo(OutputStream.nullOutputStream());
            }
            return bytes.length >= 22;
        } catch (IOException e) {
            return false;
        }
    }
}
