package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.social.Author;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagPlace;
import dev.albumen.domain.tag.TagSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, what triggers keep equals what it counts, deleted accounts included. */
class CatalogueDriftTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final String WRONG_ALBUMS = """
            SELECT a.id::text AS id FROM albums a WHERE (a.image_count, a.ready_count) <> (
                SELECT count(*) FILTER (WHERE i.status = 'ready' OR i.owner_id = a.owner_id), count(*) FILTER (WHERE i.status = 'ready')
                FROM album_images ai JOIN images i ON i.id = ai.image_id WHERE ai.album_id = a.id AND i.trashed_at IS NULL)
            """;
    private static final String WRONG_TAGS = """
            SELECT t.name AS id FROM tags t WHERE (t.user_count, t.labeler_count) <> (
                SELECT count(*) FILTER (WHERE it.source = 'user'), count(*) FILTER (WHERE it.source = 'labeler')
                FROM image_tags it JOIN images i ON i.id = it.image_id WHERE it.tag_id = t.id AND i.trashed_at IS NULL)
            """;
    private static final String WRONG_TAG_PATHS = """
            SELECT t.name AS id FROM tags t LEFT JOIN tags up ON up.id = t.parent_id WHERE t.path <> coalesce(up.path, '{}') || t.id
            """;
    private static final String WRONG_TALLIES = """
            SELECT i.id::text AS id FROM images i LEFT JOIN image_tallies t ON t.image_id = i.id
            WHERE (coalesce(t.likes, 0), coalesce(t.comments, 0)) <> (
                (SELECT count(*) FROM image_likes l WHERE l.image_id = i.id),
                (SELECT count(*) FROM comments c WHERE c.image_id = i.id AND c.state = 'shown'))
            """;
    private static final String WRONG_COMMENTS = """
            SELECT c.id::text AS id FROM comments c LEFT JOIN comment_tallies t ON t.comment_id = c.id
            WHERE (t.likes, t.replies) IS DISTINCT FROM (
                (SELECT count(*) FROM comment_likes l WHERE l.comment_id = c.id),
                (SELECT count(*) FROM comments r WHERE r.parent_id = c.id AND r.state = 'shown'))
            """;
    /** The text or the name of a comment that is deleted, or of an account that is. */
    private static final String NOT_FORGOTTEN = """
            SELECT c.id::text AS id FROM comments c
            WHERE (c.state = 'deleted' OR c.author_id IS NULL) AND (c.state, c.body, c.author_id IS NULL) <> ('deleted', '', true)
            """;
    private static final String WITHOUT_WORDS = """
            SELECT i.id::text AS id FROM images i LEFT JOIN image_words w ON w.image_id = i.id WHERE w.image_id IS NULL
            """;

    private static final String WRONG_LIKENESSES = """
            SELECT i.id::text AS id FROM images i FULL JOIN likenesses l ON l.image_id = i.id
            WHERE (i.status = 'ready' AND i.trashed_at IS NULL AND i.difference_hash IS NOT NULL)
                IS DISTINCT FROM (l.image_id IS NOT NULL AND (l.owner_id, l.hash) = (i.owner_id, i.difference_hash))
            """;
    private static final String WRONG_GROUPS = """
            SELECT g.id::text AS id FROM likeness_groups g
            WHERE g.image_count <> (SELECT count(*) FROM likenesses l WHERE l.group_id = g.id AND l.owner_id = g.owner_id)
                OR g.image_count = 0
            """;

    private final PostgresCatalogue catalogue = new PostgresCatalogue(POSTGRES);
    private final Sql sql = POSTGRES.bean(Sql.class);
    private final List<CommentId> said = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void neverDrifts(long seed) {
        World world = new World(catalogue, seed);
        Random random = new Random(seed);
        for (int i = 0; i < 90; i++) {
            Image image = world.images.get(random.nextInt(world.images.size()));
            tagSomehow(random, image.ownerId(), image.id());
            sayOrUnsay(random, world.users.get(random.nextInt(world.users.size())), image.id());
            likeSomehow(random, world.users.get(random.nextInt(world.users.size())), image.id());
        }
        trashAndRestore(world, random);
        handOver(world, random);
        assertNothingDrifted();

        deleteAccount(world.users.getFirst());
        assertNothingDrifted();
    }

    private void tagSomehow(Random random, UserId owner, ImageId image) {
        TagName one = name(random);
        TagName other = name(random);
        TagSource source = TagSource.values()[random.nextInt(2)];
        catalogue.transactions().writing(() -> {
            switch (random.nextInt(9)) {
                case 0 -> catalogue.tags().untag(image, one);
                case 1 -> mergeWherePossible(owner, one, other);
                case 3 -> placeWherePossible(owner, one, other);
                case 2 -> catalogue.tags().delete(owner, one);
                default -> catalogue.tags().tag(owner, image, List.of(one, other), source);
            }
        });
    }

    private void placeWherePossible(UserId owner, TagName tag, TagName parent) {
        List<TagName> path = catalogue.tagTree().path(owner, parent);
        if (!path.isEmpty() && TagPlace.fits(tag, path, catalogue.tagTree().height(owner, tag))) {
            catalogue.tagTree().place(owner, tag, parent);
        }
    }

    private void mergeWherePossible(UserId owner, TagName one, TagName other) {
        if (!catalogue.tagTree().path(owner, other).contains(one)) {
            catalogue.tags().merge(owner, one, other);
        }
    }

    private void likeSomehow(Random random, UserId user, ImageId image) {
        catalogue.transactions().writing(() -> {
            if (random.nextBoolean()) {
                catalogue.likes().add(user, image, Instant.EPOCH);
            } else {
                catalogue.likes().remove(user, image);
            }
        });
    }

    private void sayOrUnsay(Random random, UserId user, ImageId image) {
        catalogue.transactions().writing(() -> {
            Comment some = said.isEmpty() ? null : catalogue.comments().find(said.get(random.nextInt(said.size()))).orElse(null);
            Comment answered = some != null && some.subject().equals(new Subject.OfImage(image)) ? some : null;
            switch (random.nextInt(some == null ? 2 : 8)) {
                case 0, 1, 2 -> said.add(say(user, image, answered));
                case 3 -> catalogue.comments().save(some.deleted());
                case 4 -> hide(some, true);
                case 5 -> hide(some, false);
                case 6 -> catalogue.commentLikes().remove(user, some.id());
                default -> like(user, some);
            }
        });
    }

    private CommentId say(UserId user, ImageId image, @Nullable Comment answered) {
        CommentId id = new CommentId(UUID.randomUUID());
        catalogue.comments().add(Comment.written(id, new Subject.OfImage(image), answered, new Author.OfAccount(user), "Nice", Instant.EPOCH));
        return id;
    }

    private void hide(Comment comment, boolean hidden) {
        if (comment.state() != Comment.State.DELETED) {
            catalogue.comments().save(hidden ? comment.hidden(true) : comment.unhidden(true));
        }
    }

    private void like(UserId user, Comment comment) {
        if (comment.state() != Comment.State.DELETED) {
            catalogue.commentLikes().add(user, comment.id(), Instant.EPOCH);
        }
    }

    private static TagName name(Random random) {
        return new TagName("tag " + random.nextInt(4));
    }

    private void trashAndRestore(World world, Random random) {
        for (Image image : List.copyOf(world.images)) {
            Image current = catalogue.images().find(image.id()).orElseThrow();
            Image changed = random.nextBoolean() ? current.trashed(current.createdAt()) : current.restored(current.createdAt());
            catalogue.images().save(changed);
        }
    }

    private void handOver(World world, Random random) {
        for (Album album : world.albums) {
            if (!album.master() && album.parentId() == null && random.nextBoolean()) {
                UserId owner = world.users.get(random.nextInt(world.users.size()));
                catalogue.transactions().writing(() -> catalogue.albumTree().within(album.id()).forEach(id -> catalogue.albums().save(
                        catalogue.albums().find(id).orElseThrow().handedTo(owner, Instant.EPOCH))));
            }
        }
    }

    private void deleteAccount(UserId user) {
        sql.change("DELETE FROM users WHERE id = ?", user.value());
    }

    private void assertNothingDrifted() {
        for (String wrong : List.of(WRONG_ALBUMS, WRONG_TAGS, WRONG_TAG_PATHS, WRONG_TALLIES, WRONG_COMMENTS, NOT_FORGOTTEN, WITHOUT_WORDS, WRONG_LIKENESSES, WRONG_GROUPS)) {
            assertThat(sql.list(wrong, row -> row.text("id"))).as(wrong).isEmpty();
        }
        assertThat(sql.list("SELECT image_id FROM image_tallies WHERE likes > 1", row -> row.uuid("image_id"))).isNotEmpty();
        assertThat(sql.list("SELECT name FROM tags", row -> row.text("name"))).isNotEmpty();
    }
}
