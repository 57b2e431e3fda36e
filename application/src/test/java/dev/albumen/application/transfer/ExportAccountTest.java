package dev.albumen.application.transfer;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.job.InMemorySpareTime;
import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.Archives;
import dev.albumen.application.rendition.ServingBuilder;
import dev.albumen.application.shared.Unzipped;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.social.Conversations;
import dev.albumen.application.social.ListComments;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareLinkBuilder;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportAccountTest extends UseCaseTest {

    private final InMemoryBlobSums sums = new InMemoryBlobSums();
    private ExportAccount export;

    @BeforeEach
    void open() {
        Archives archives = new Archives(blobs, sums, ServingBuilder.servings(blobs, staging, secrets, clock).build(),
                new InMemorySpareTime(), secrets, clock);
        export = new ExportAccount(transactions, catalogue.users(), new ExportPlans(catalogue.albumViews(), catalogue.shareViews(),
                catalogue.recipients(), catalogue.selectionViews(), new ListComments(new Conversations(
                        catalogue.comments(), catalogue.imageViews(), catalogue.albums(), catalogue.albumMembers(), catalogue.blocks()), catalogue.commentViews()), new OrderExport(catalogue.tagViews(), catalogue.categoryViews(), catalogue.boardViews(),
                        catalogue.imageViews(), catalogue.savedSearches(), catalogue.blockedLabels(), new PrintedDocuments()), catalogue.imageLabels(), new PrintedDocuments(), blobs, sums, clock), archives);
    }

    @Test
    void laysOriginalsIntoTheFolderOfTheOldestAlbumThatHasThem() {
        Album sea = given(anAlbum().titled("Sea/2026").createdAt(NOON));
        Album best = given(anAlbum().titled("Best").createdAt(NOON.plusSeconds(1)));
        Album again = given(anAlbum().titled("sea_2026").createdAt(NOON.plusSeconds(2)));
        Image both = add(anImage().named("a.jpg"), "one");
        place(sea, both);
        place(best, both, add(anImage().named("a.jpg"), "two"));
        place(again, add(anImage().named("100%.jpg"), "three"));
        add(anImage().named("a.jpg"), "four");
        add(anImage().named("A.jpg"), "five");

        Map<String, String> entries = Unzipped.of(export.handle(ADA));

        assertThat(entries).containsEntry("data/pictures/Sea_2026/a.jpg", "one").containsEntry("data/pictures/Best/a.jpg", "two")
                .containsEntry("data/pictures/sea_2026 (2)/100%.jpg", "three").containsEntry("data/pictures/a.jpg", "four")
                .containsEntry("data/pictures/A (2).jpg", "five");
        assertThat(entries.keySet().stream().filter(name -> name.startsWith("data/pictures/"))).hasSize(5);
        assertThat(entries.get("manifest-sha256.txt")).contains(Sha256.of("three") + "  data/pictures/sea_2026 (2)/100%25.jpg\n");
    }

    @Test
    void laysAlbumsIntoTheFoldersOfThoseThatHoldThem() {
        Album young = given(anAlbum().titled("Year").createdAt(NOON.plusSeconds(9)));
        Album old = given(anAlbum().titled("Sea").in(young).createdAt(NOON));
        place(old, add(anImage().named("a.jpg"), "one"));

        Map<String, String> entries = Unzipped.of(export.handle(ADA));

        assertThat(entries).containsEntry("data/pictures/Year/Sea/a.jpg", "one");
        String year = entries.keySet().stream().filter(name -> entries.get(name).contains("title=Year")).findFirst().orElseThrow();
        int number = Integer.parseInt(year.replaceAll("\\D", ""));
        String sea = entries.values().stream().filter(text -> text.contains("title=Sea")).findFirst().orElseThrow();
        assertThat(sea).contains("parent=" + number);
    }

    @Test
    void listsEveryFileWithItsHash() {
        place(given(anAlbum()), add(anImage(), "one"));

        Map<String, String> entries = Unzipped.of(export.handle(ADA));

        assertThat(entries.keySet()).startsWith("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt");
        assertThat(entries.get("bagit.txt")).isEqualTo("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        List<String> data = entries.keySet().stream().filter(name -> name.startsWith("data/")).toList();
        assertThat(entries.get("manifest-sha256.txt").lines()).containsExactlyElementsOf(
                data.stream().map(name -> Sha256.of(entries.get(name)) + "  " + name).toList());
        assertThat(entries.get("tagmanifest-sha256.txt").lines()).containsExactlyElementsOf(
                List.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt").stream().map(name -> Sha256.of(entries.get(name)) + "  " + name).toList());
        long bytes = data.stream().mapToLong(name -> entries.get(name).getBytes(UTF_8).length).sum();
        assertThat(entries.get("bag-info.txt")).contains("Payload-Oxum: " + bytes + "." + data.size() + "\n");
    }

    @Test
    void leavesOutWhatIsOthersAndWhatIsInTheTrash() {
        Album shared = given(anAlbum().titled("Shared"));
        place(shared, add(anImage().named("mine.jpg"), "mine"), given(anImage().ownedBy(BOB).named("his.jpg")));
        Image gone = given(anImage().named("gone.jpg").trashedAt(NOON));
        placeInMaster(ADA, gone);
        given(anAlbum().ownedBy(BOB).titled("Bob's"));

        assertThat(Unzipped.of(export.handle(ADA)).values().toString()).contains("mine.jpg").doesNotContain("his.jpg", "gone.jpg", "Bob's");
    }

    @Test
    void givesAwayNoSecretsOfLinks() {
        Album album = given(anAlbum());
        ShareLink link = given(aShareLink().to(album).labelled("Grandma").withPassword("$argon2id$secret"));

        String shares = Unzipped.of(export.handle(ADA)).get("data/albumen/shares.json");

        assertThat(shares).contains("Grandma", "hasPassword=true").doesNotContain("argon2", ShareLinkBuilder.token(link), link.tokenHash().hex());
    }

    @Test
    void isTheSameBytesUntilSomethingChanges() {
        Album album = given(anAlbum());
        place(album, add(anImage(), "one"));
        Archive first = export.handle(ADA);

        assertThat(Unzipped.bytes(export.handle(ADA))).isEqualTo(Unzipped.bytes(first)).hasSize((int) first.byteSize());
        assertThat(export.handle(ADA).entityTag()).isEqualTo(first.entityTag());
        assertThat(Unzipped.bytes(first, 100, first.byteSize() - 200))
                .isEqualTo(Arrays.copyOfRange(Unzipped.bytes(first), 100, (int) first.byteSize() - 100));
        given(anAlbum());
        assertThat(export.handle(ADA).entityTag()).isNotEqualTo(first.entityTag());
    }

    @Test
    void isForMembersAlone() {
        assertThat(refusalOf(() -> export.handle(Viewer.ANONYMOUS)))
                .isInstanceOf(Refusal.Unauthenticated.class);
    }

    private Image add(ImageBuilder builder, String bytes) {
        Image image = given(builder.containing(Sha256.of(bytes)));
        keepBlob(BlobKey.original(image.sha256()), bytes);
        placeInMaster(ADA, image);
        return image;
    }

    private void placeInMaster(Viewer.Member owner, Image image) {
        place(catalogue.albums().master(owner.userId()).orElseThrow(), image);
    }
}
