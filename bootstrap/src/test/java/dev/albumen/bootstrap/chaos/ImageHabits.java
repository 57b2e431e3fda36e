package dev.albumen.bootstrap.chaos;

import static dev.albumen.bootstrap.chaos.Caller.succeeded;

import dev.albumen.bootstrap.chaos.Caller.Plan;
import java.util.List;
import java.util.Map;

/** What people do with pictures that are there: name them, tag them, throw them away and think again. */
final class ImageHabits implements Habits {

    private static final List<String> TAGS = List.of("sea", "lake", "river", "family");

    private final Caller caller;
    private final Dice dice;
    private final Belongings own;

    ImageHabits(Caller caller, Dice dice, Belongings own) {
        this.caller = caller;
        this.dice = dice;
        this.own = own;
    }

    @Override
    public List<Habit> all() {
        return List.of(
                new Habit(5, this::rename), new Habit(3, this::tag), new Habit(1, this::untag),
                new Habit(6, this::trash), new Habit(3, this::restore), new Habit(3, this::purge));
    }

    private void rename() {
        own.image(dice).map(Map.Entry::getKey).ifPresent(image -> {
            String title = "Title " + Long.toHexString(dice.number());
            caller.untilAnswered(new Plan(Action.RENAME_IMAGE, Map.of("image", image, "title", title),
                    client -> client.patch("images/" + image, Map.of("title", title))).noting(answer -> Map.of("title", answer.at("title"))));
        });
    }

    private void tag() {
        own.image(dice).map(Map.Entry::getKey).ifPresent(image -> {
            String tag = dice.one(TAGS);
            caller.untilAnswered(new Plan(Action.TAG, Map.of("image", image, "tag", tag), client -> client.put("images/" + image + "/tags/" + tag)));
        });
    }

    private void untag() {
        own.image(dice).map(Map.Entry::getKey).ifPresent(image -> {
            String tag = dice.one(TAGS);
            caller.untilAnswered(new Plan(Action.UNTAG, Map.of("image", image, "tag", tag),
                    client -> client.delete("images/" + image + "/tags/" + tag)));
        });
    }

    private void trash() {
        own.image(dice).map(Map.Entry::getKey).ifPresent(image -> {
            if (succeeded(caller.untilAnswered(new Plan(Action.TRASH, Map.of("image", image), client -> client.delete("images/" + image))))) {
                own.trashed(image);
            }
        });
    }

    private void restore() {
        own.trash(dice).ifPresent(image -> {
            if (succeeded(caller.untilAnswered(
                    new Plan(Action.RESTORE, Map.of("image", image), client -> client.post("trash/" + image + "/restore", ""))))) {
                own.restored(image);
            }
        });
    }

    private void purge() {
        own.trash(dice).ifPresent(image -> {
            if (succeeded(caller.untilAnswered(new Plan(Action.PURGE, Map.of("image", image), client -> client.delete("trash/" + image))))) {
                own.purged(image);
            }
        });
    }
}
