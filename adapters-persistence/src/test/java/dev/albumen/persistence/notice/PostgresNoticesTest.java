package dev.albumen.persistence.notice;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.RecipientBuilder.aRecipient;
import static dev.albumen.domain.share.ShareLinkBuilder.NOON;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.notice.Notice;
import dev.albumen.application.notice.NoticesContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.notice.NoticeKind;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.share.ContributionId;
import dev.albumen.domain.share.Recipient;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes make notices here, by triggers. */
class PostgresNoticesTest extends NoticesContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Test
    void tellsOfTheFirstViewAlone() {
        ShareLink link = linked(aShareLink().labelled("Summer"));
        catalogue.shareCounts().countView(link.id());
        catalogue.shareCounts().countView(link.id());

        List<Notice> taken = taken(later());
        assertThat(taken).extracting(Notice::kind).containsExactly(NoticeKind.OPENED);
        assertThat(taken.getFirst().things()).isEqualTo("Summer");
        assertThat(taken.getFirst().who()).isNull();
    }

    @Test
    void tellsWhichRecipientCameFirst() {
        ShareLink link = linked(aShareLink());
        Recipient bob = invited(aRecipient().of(link).named("Bob"));
        for (int i = 0; i < 2; i++) {
            writing(() -> catalogue.recipients().countView(bob.id(), later()));
            catalogue.shareCounts().countView(link.id());
        }

        List<Notice> taken = taken(later());
        assertThat(taken).extracting(Notice::who).containsExactly("Bob");
        assertThat(taken.getFirst().things()).isEqualTo("Sea");
        assertThat(taken.getFirst().wanted()).isTrue();
    }

    @Test
    void tellsOfContributionsTogether() {
        ShareLink link = linked(aShareLink());
        contribute(link, 3);
        assertThat(taken(Instant.now())).as("not at once").isEmpty();

        List<Notice> first = taken(later());
        contribute(link, 2);
        writing(() -> notices.done(first.getFirst().id()));

        assertThat(first).extracting(Notice::number).containsExactly(3);
        assertThat(taken(later())).as("those that came meanwhile").extracting(Notice::number).containsExactly(2);
    }

    @Test
    void tellsNothingOfWhatWasRolledBack() {
        ShareLink link = linked(aShareLink());
        assertThatThrownBy(() -> writing(() -> {
            contribute(link, 1);
            throw Refusal.notFound();
        })).isInstanceOf(RefusedException.class);

        assertThat(taken(later())).isEmpty();
    }

    @Test
    void givesEachToOneOfThoseThatTakeAtOnce() {
        linked(aShareLink().expiringAt(SOON));
        linked(aShareLink().expiringAt(SOON));
        writing(() -> notices.addExpiring(NOON, NOON.plus(Duration.ofDays(3))));

        List<UUID> taken = new ArrayList<>();
        writing(() -> {
            notices.take(NOON).ifPresent(one -> taken.add(one.id()));
            try (ExecutorService another = Executors.newSingleThreadExecutor()) {
                another.submit(() -> taken(NOON)).get().forEach(one -> taken.add(one.id()));
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(taken).hasSize(2).doesNotHaveDuplicates();
    }

    private void contribute(ShareLink link, int number) {
        for (int i = 0; i < number; i++) {
            Image image = kept(anImage().ownedBy(ada).build());
            writing(() -> catalogue.contributions().add(new Contribution(new ContributionId(UUID.randomUUID()), link.id(), ada, album.id(),
                    image.id(), null, true, Contribution.State.PENDING, later())));
        }
    }

    /** What the triggers note is due by then. */
    private static Instant later() {
        return Instant.now().plus(Duration.ofHours(1));
    }
}
