package dev.albumen.bootstrap.chaos;

import static dev.albumen.bootstrap.chaos.Caller.succeeded;

import dev.albumen.bootstrap.chaos.Caller.Plan;
import dev.albumen.bootstrap.process.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do with albums, and with links to them. */
final class AlbumHabits implements Habits {

    private static final int ENOUGH = 6;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> VISIBILITIES = List.of("private", "unlisted", "public");

    private final Caller caller;
    private final Dice dice;
    private final Belongings own;

    AlbumHabits(Caller caller, Dice dice, Belongings own) {
        this.caller = caller;
        this.dice = dice;
        this.own = own;
    }

    @Override
    public List<Habit> all() {
        return List.of(
                new Habit(3, this::create), new Habit(3, this::edit), new Habit(1, this::delete), new Habit(6, this::place),
                new Habit(5, this::move), new Habit(2, this::take),
                new Habit(2, this::share), new Habit(3, this::openLink), new Habit(1, this::revoke));
    }

    private String key() {
        return "k" + Long.toHexString(dice.number());
    }

    private void create() {
        String title = "Album " + Long.toHexString(dice.number());
        if (own.albums() < ENOUGH) {
            Optional<Answer> made = caller.untilAnswered(new Plan(Action.CREATE_ALBUM, Map.of("title", title),
                    client -> client.post("albums", Map.of("title", title))).noting(answer -> Map.of("album", answer.at("id"))).under(key()));
            if (succeeded(made)) {
                own.made(made.get().at("id"));
            }
        }
    }

    private void edit() {
        own.album(dice).ifPresent(album -> {
            Map<String, String> body = Map.of("title", "Album " + Long.toHexString(dice.number()), "visibility", dice.one(VISIBILITIES));
            Map<String, String> sent = new HashMap<>(body);
            sent.put("album", album);
            caller.untilAnswered(new Plan(Action.EDIT_ALBUM, sent, client -> client.patch("albums/" + album, body))
                    .noting(answer -> Map.of("title", answer.at("title"), "visibility", answer.at("visibility"))));
        });
    }

    private void delete() {
        own.album(dice).filter(album -> own.albums() == ENOUGH).ifPresent(album -> {
            own.gone(album); // whatever comes of it
            caller.untilAnswered(new Plan(Action.DELETE_ALBUM, Map.of("album", album), client -> client.delete("albums/" + album)));
        });
    }

    private void place() {
        own.album(dice).ifPresent(album -> own.image(dice).map(Map.Entry::getKey).ifPresent(image -> {
            if (succeeded(caller.untilAnswered(new Plan(Action.ADD_TO_ALBUM, Map.of("album", album, "image", image),
                    client -> client.put("albums/" + album + "/images/" + image))))) {
                own.placed(album, image);
            }
        }));
    }

    private void take() {
        own.album(dice).ifPresent(album -> own.within(album, dice).ifPresent(image -> {
            if (succeeded(caller.untilAnswered(new Plan(Action.REMOVE_FROM_ALBUM, Map.of("album", album, "image", image),
                    client -> client.delete("albums/" + album + "/images/" + image))))) {
                own.taken(album, image);
            }
        }));
    }

    private void move() {
        own.album(dice).ifPresent(album -> own.within(album, dice).ifPresent(image -> {
            Optional<String> after = dice.inHundred(30) ? Optional.empty() : own.within(album, dice).filter(other -> !other.equals(image));
            Map<String, String> sent = new HashMap<>(Map.of("album", album, "image", image));
            after.ifPresent(other -> sent.put("after", other));
            caller.untilAnswered(new Plan(Action.MOVE_IN_ALBUM, sent, client -> client.patch("albums/" + album + "/images/" + image,
                    Collections.singletonMap("after", after.orElse(null)))));
        }));
    }

    private void share() {
        own.album(dice).ifPresent(album -> {
            Map<String, Object> body = new HashMap<>(Map.of("resourceType", "album", "resourceId", album, "allowDownload", "original"));
            Map<String, String> sent = new HashMap<>(Map.of("album", album));
            if (dice.inHundred(25)) {
                String soon = Instant.now().plus(SOON).truncatedTo(ChronoUnit.SECONDS).toString();
                body.put("expiresAt", soon);
                sent.put("expires", soon);
            }
            Optional<Answer> made = caller.untilAnswered(new Plan(Action.CREATE_SHARE, sent, client -> client.post("shares", body))
                    .noting(answer -> Map.of("share", answer.at("id"), "token", answer.at("token"))).under(key()));
            if (succeeded(made)) {
                own.shared(new Belongings.Link(made.get().at("id"), made.get().at("token"), album));
            }
        });
    }

    private void openLink() {
        own.link(dice).ifPresent(link -> caller.asNobody(new Plan(Action.OPEN_SHARE, Map.of("share", link.share(), "token", link.token()),
                client -> client.get("public/shares/" + link.token()))));
    }

    private void revoke() {
        own.link(dice).ifPresent(link -> {
            if (succeeded(caller.untilAnswered(new Plan(Action.REVOKE_SHARE, Map.of("share", link.share()),
                    client -> client.delete("shares/" + link.share()))))) {
                // From now on it is opened in vain.
                caller.asNobody(new Plan(Action.OPEN_SHARE, Map.of("share", link.share(), "token", link.token()),
                        client -> client.get("public/shares/" + link.token())));
            }
            own.revoked(link.share());
        });
    }
}
