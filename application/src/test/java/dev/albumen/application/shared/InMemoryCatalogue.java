package dev.albumen.application.shared;

import static dev.albumen.application.user.UserBuilder.aUser;
import static dev.albumen.domain.image.ImageBuilder.NOON;

import dev.albumen.application.album.InMemoryAlbumGroups;
import dev.albumen.application.album.InMemoryAlbumImages;
import dev.albumen.application.album.InMemoryAlbumMembers;
import dev.albumen.application.album.InMemoryAlbumTree;
import dev.albumen.application.album.AlbumFilling;
import dev.albumen.application.album.InMemoryAlbumViews;
import dev.albumen.application.album.InMemorySearchedAlbums;
import dev.albumen.application.album.InMemoryAlbums;
import dev.albumen.application.board.InMemoryBoardViews;
import dev.albumen.application.board.InMemoryBoards;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.InMemoryCriteria;
import dev.albumen.application.image.InMemoryFindingViews;
import dev.albumen.application.image.InMemoryImageViews;
import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.image.InMemoryLikenessViews;
import dev.albumen.application.notice.InMemoryNotices;
import dev.albumen.application.label.InMemoryBlockedLabels;
import dev.albumen.application.label.InMemoryImageLabels;
import dev.albumen.application.label.InMemoryLabelBudget;
import dev.albumen.application.label.InMemoryLabelRuns;
import dev.albumen.application.label.InMemoryReviews;
import dev.albumen.application.search.InMemorySavedSearches;
import dev.albumen.application.selection.InMemorySelectionItems;
import dev.albumen.application.selection.InMemorySelectionViews;
import dev.albumen.application.selection.InMemorySelections;
import dev.albumen.application.settings.InMemorySettingsByUser;
import dev.albumen.application.share.InMemoryContributions;
import dev.albumen.application.share.InMemoryLinksToAlbums;
import dev.albumen.application.share.InMemoryProjectViews;
import dev.albumen.application.share.InMemoryRecipients;
import dev.albumen.application.share.InMemorySelectionConfigs;
import dev.albumen.application.share.InMemoryShareCounts;
import dev.albumen.application.share.InMemoryShareLinks;
import dev.albumen.application.share.InMemoryShareTraffic;
import dev.albumen.application.share.InMemoryShareViews;
import dev.albumen.application.social.InMemoryBlocks;
import dev.albumen.application.social.InMemoryCommentLikes;
import dev.albumen.application.social.InMemoryCommentViews;
import dev.albumen.application.social.InMemoryComments;
import dev.albumen.application.social.InMemoryFavorites;
import dev.albumen.application.social.InMemoryLikes;
import dev.albumen.application.social.InMemoryRatings;
import dev.albumen.application.social.InMemoryReports;
import dev.albumen.application.storage.InMemoryBlobClaims;
import dev.albumen.application.tag.InMemoryCategories;
import dev.albumen.application.tag.InMemoryCategoryViews;
import dev.albumen.application.tag.InMemoryTagTree;
import dev.albumen.application.tag.InMemoryTagViews;
import dev.albumen.application.tag.InMemoryTags;
import dev.albumen.application.user.InMemoryGroupMembers;
import dev.albumen.application.user.InMemoryGroups;
import dev.albumen.application.user.InMemoryUsers;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.label.LabelState;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Stars;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The catalogue in memory. */
public final class InMemoryCatalogue implements Catalogue {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUsers users = new InMemoryUsers();
    private final Map<SessionId, Living> sessions = new HashMap<>();
    private final InMemoryAlbums albums = new InMemoryAlbums(transactions);
    private final InMemoryImages images = new InMemoryImages(transactions);
    private final InMemoryAlbumImages albumImages = new InMemoryAlbumImages(transactions, albums, images);
    private final InMemoryGroups groups = new InMemoryGroups(transactions);
    private final InMemoryGroupMembers groupMembers = new InMemoryGroupMembers(transactions, groups, users::find);
    private final InMemoryAlbumGroups albumGroups = new InMemoryAlbumGroups(transactions, albums, groups, groupMembers);
    private final InMemoryAlbumMembers albumMembers = new InMemoryAlbumMembers(transactions, albums, albumGroups, users);
    private final InMemoryTags tags = new InMemoryTags(transactions, images);
    private final InMemoryTagTree tagTree = new InMemoryTagTree(transactions, tags);
    private final InMemoryCategories categories = new InMemoryCategories(transactions, tags);
    private final InMemoryBoards boards = new InMemoryBoards(transactions, images);
    private final InMemorySavedSearches savedSearches = new InMemorySavedSearches(transactions);
    private final InMemoryBlockedLabels blockedLabels = new InMemoryBlockedLabels(transactions, user -> users.find(user).isPresent());
    private final InMemoryImageLabels imageLabels = new InMemoryImageLabels(transactions, images, tags, blockedLabels);
    private final InMemoryLabelBudget labelBudget = new InMemoryLabelBudget(transactions);
    private final InMemoryLabelRuns labelRuns = new InMemoryLabelRuns(transactions, images, imageLabels);
    private final InMemoryReviews reviews = new InMemoryReviews(transactions, images);
    private final InMemoryFavorites favorites = new InMemoryFavorites(transactions, images);
    private final InMemoryLikes likes = new InMemoryLikes(transactions, images);
    private final InMemoryRatings ratings = new InMemoryRatings(transactions, images);
    private final InMemoryComments comments = new InMemoryComments(transactions, albums, images);
    private final InMemoryCommentLikes commentLikes = new InMemoryCommentLikes(transactions, comments);
    private final InMemoryCommentViews commentViews = new InMemoryCommentViews(comments, commentLikes, users::find);
    private final InMemoryReports reports = new InMemoryReports(transactions, comments, users::find);
    private final InMemoryBlocks blocks = new InMemoryBlocks(transactions, users::find);
    private final InMemoryShareLinks shareLinks = new InMemoryShareLinks(transactions, albums, images);
    private final InMemoryShareCounts shareCounts = new InMemoryShareCounts(transactions, shareLinks);
    private final InMemoryContributions contributions = new InMemoryContributions(transactions, shareLinks, images);
    private final InMemoryRecipients recipients = new InMemoryRecipients(transactions, shareLinks);
    private final InMemoryNotices notices = new InMemoryNotices(transactions, shareLinks, recipients,
            link -> users.find(link.ownerId()).orElseThrow(), (user, kind) -> !settings(user.id()).quiet().contains(kind));
    private final InMemoryShareTraffic shareTraffic =
            new InMemoryShareTraffic(transactions, shareLinks, shareCounts, InstantSource.fixed(NOON));
    private final InMemorySettingsByUser settings = new InMemorySettingsByUser(transactions);
    private final InMemoryImageViews imageViews = new InMemoryImageViews(images, this::reach, reviews::isOpen, this::tagsOf, favorites::of,
            this::opinions, this::member, albumImages::inOrder,
            image -> albumImages.holding(image).stream().anyMatch(id -> albums.find(id).orElseThrow().watermark()),
            owner -> users.find(owner).map(User::displayName).orElse("?"),
            owner -> Optional.ofNullable(settings.of(owner).watermark()), this::beside);
    private final InMemoryAlbumViews albumViews =
            new InMemoryAlbumViews(albums, albumImages, albumMembers, images, imageViews);
    private final InMemorySearchedAlbums searchedAlbums = new InMemorySearchedAlbums(albums, images);
    private final InMemorySelectionConfigs selectionConfigs = new InMemorySelectionConfigs(transactions, shareLinks);
    private final InMemoryShareViews shareViews = new InMemoryShareViews(shareLinks, recipients, shareCounts, albums, albumViews, images, imageViews,
            albumTree(), owner -> users.find(owner).filter(User::active).isPresent(), link -> selectionConfigs.of(link).enabled());

    private final InMemorySelections selections = new InMemorySelections(transactions, shareLinks);
    private final InMemorySelectionItems selectionItems =
            new InMemorySelectionItems(transactions, selections, shareLinks, shareViews, images);
    private final InMemorySelectionViews selectionViews =
            new InMemorySelectionViews(selections, selectionItems, imageViews);

    private UserSettings settings(UserId user) {
        return settings.of(user);
    }

    /** Makes an account for somebody, signed in. */
    public void admit(Viewer.Member member, String name) {
        users.add(new User(member.userId(), Username.of(name), EmailAddress.of(name + "@example.org"), name, member.role(),
                null, false, null, NOON, NOON, NOON, 1), new PasswordHash("$x$1"));
        sessions.put(member.sessionId(), new Living(member, Instant.MAX));
    }

    private record Living(Viewer.Member member, Instant expiresAt) {}

    private Optional<Viewer.Member> member(SessionId session, Instant now) {
        return Optional.ofNullable(sessions.get(session)).filter(living -> living.expiresAt().isAfter(now)).map(Living::member);
    }

    /** Ends a session. */
    public void signOut(SessionId session) {
        sessions.remove(session);
    }

    public InMemoryUsers users() {
        return users;
    }

    @Override
    public InMemoryTransactions transactions() {
        return transactions;
    }

    @Override
    public UserId user(String name, Role role) {
        User user = aUser(name).withRole(role).build();
        users.add(user, new PasswordHash("$x$1"));
        return user.id();
    }

    @Override
    public SessionId session(UserId user, Instant expiresAt) {
        SessionId id = new SessionId(new UUID(0x5e55, sessions.size()));
        sessions.put(id, new Living(new Viewer.Member(user, users.find(user).orElseThrow().role(), id), expiresAt));
        return id;
    }

    @Override
    public InMemoryAlbums albums() {
        return albums;
    }

    @Override
    public InMemoryAlbumImages albumImages() {
        return albumImages;
    }

    @Override
    public InMemoryAlbumMembers albumMembers() {
        return albumMembers;
    }

    @Override
    public InMemoryAlbumGroups albumGroups() {
        return albumGroups;
    }

    @Override
    public InMemoryGroups groups() {
        return groups;
    }

    @Override
    public InMemoryGroupMembers groupMembers() {
        return groupMembers;
    }

    @Override
    public InMemoryAlbumTree albumTree() {
        return new InMemoryAlbumTree(transactions, albums);
    }

    @Override
    public InMemoryAlbumViews albumViews() {
        return albumViews;
    }

    @Override
    public InMemoryImages images() {
        return images;
    }

    @Override
    public InMemoryImageViews imageViews() {
        return imageViews;
    }

    @Override
    public InMemoryLikenessViews likenessViews() {
        return new InMemoryLikenessViews(images, imageViews, this::listed);
    }

    @Override
    public InMemoryFindingViews findingViews() {
        return new InMemoryFindingViews(images, imageViews);
    }

    @Override
    public InMemoryBlobClaims blobClaims() {
        return new InMemoryBlobClaims(transactions, images, settings);
    }

    @Override
    public InMemorySettingsByUser settingsByUser() {
        return settings;
    }

    @Override
    public InMemoryTags tags() {
        return tags;
    }

    @Override
    public InMemoryTagViews tagViews() {
        return new InMemoryTagViews(tags, tagTree, categories, images);
    }

    @Override
    public InMemoryTagTree tagTree() {
        return tagTree;
    }

    @Override
    public InMemoryCategories categories() {
        return categories;
    }

    @Override
    public InMemoryCategoryViews categoryViews() {
        return new InMemoryCategoryViews(categories, tags);
    }

    @Override
    public InMemoryBoards boards() {
        return boards;
    }

    @Override
    public InMemoryBoardViews boardViews() {
        return new InMemoryBoardViews(boards, imageViews, this::listedByMore);
    }

    @Override
    public InMemorySearchedAlbums searchedAlbums() {
        return searchedAlbums;
    }

    /** For use cases that are made by hand. */
    public AlbumFilling albumFilling() {
        return new AlbumFilling(savedSearches, searchedAlbums, imageViews, albumImages);
    }

    @Override
    public InMemorySavedSearches savedSearches() {
        return savedSearches;
    }

    @Override
    public InMemoryImageLabels imageLabels() {
        return imageLabels;
    }

    @Override
    public InMemoryBlockedLabels blockedLabels() {
        return blockedLabels;
    }

    @Override
    public InMemoryLabelBudget labelBudget() {
        return labelBudget;
    }

    @Override
    public InMemoryLabelRuns labelRuns() {
        return labelRuns;
    }

    @Override
    public InMemoryReviews reviews() {
        return reviews;
    }

    @Override
    public InMemoryFavorites favorites() {
        return favorites;
    }

    @Override
    public InMemoryLikes likes() {
        return likes;
    }

    @Override
    public InMemoryRatings ratings() {
        return ratings;
    }

    @Override
    public InMemoryComments comments() {
        return comments;
    }

    @Override
    public InMemoryCommentLikes commentLikes() {
        return commentLikes;
    }

    @Override
    public InMemoryCommentViews commentViews() {
        return commentViews;
    }

    @Override
    public InMemoryReports reports() {
        return reports;
    }

    @Override
    public InMemoryBlocks blocks() {
        return blocks;
    }

    @Override
    public InMemoryShareLinks shareLinks() {
        return shareLinks;
    }

    @Override
    public InMemoryProjectViews projectViews() {
        return new InMemoryProjectViews(albums, albumTree(), shareViews);
    }

    @Override
    public InMemoryLinksToAlbums linksToAlbums() {
        return new InMemoryLinksToAlbums(shareLinks, albumTree());
    }

    @Override
    public InMemoryShareCounts shareCounts() {
        return shareCounts;
    }

    @Override
    public InMemoryNotices notices() {
        return notices;
    }

    @Override
    public InMemoryRecipients recipients() {
        return recipients;
    }

    @Override
    public InMemoryContributions contributions() {
        return contributions;
    }

    @Override
    public InMemoryShareTraffic shareTraffic() {
        return shareTraffic;
    }

    @Override
    public InMemoryShareViews shareViews() {
        return shareViews;
    }

    @Override
    public InMemorySelectionConfigs selectionConfigs() {
        return selectionConfigs;
    }

    @Override
    public InMemorySelections selections() {
        return selections;
    }

    @Override
    public InMemorySelectionItems selectionItems() {
        return selectionItems;
    }

    @Override
    public InMemorySelectionViews selectionViews() {
        return selectionViews;
    }

    private Reach reach(Viewer viewer, ImageId image) {
        Reach most = Reach.NONE;
        for (AlbumId id : albumImages.holding(image)) {
            Album album = albums.find(id).orElseThrow();
            boolean belongs = viewer.user()
                    .map(user -> user.equals(album.ownerId()) || albumMembers.role(id, user).isPresent()).orElse(false);
            if (belongs) {
                return Reach.MEMBER;
            }
            most = album.visibility() == Visibility.PRIVATE ? most : Reach.PUBLIC;
        }
        return most;
    }

    private boolean listedByMore(Viewer viewer, ImageId image) {
        return viewer.equals(Viewer.WORKER) || viewer.is(Role.ADMIN) || listed(viewer, image);
    }

    /** Whether an album that is more than unlisted shows the image to the viewer. */
    private boolean listed(Viewer viewer, ImageId image) {
        return reach(viewer, image) == Reach.MEMBER || albumImages.holding(image).stream()
                .anyMatch(id -> albums.find(id).orElseThrow().visibility() == Visibility.PUBLIC);
    }

    private InMemoryCriteria.Beside beside(Viewer viewer, Image image) {
        return new InMemoryCriteria.Beside() {
            @Override
            public List<Album> albums() {
                return holding(album -> album.visibility() != Visibility.PRIVATE);
            }

            @Override
            public List<Album> albumsFound() {
                return holding(album -> album.visibility() == Visibility.PUBLIC);
            }

            private List<Album> holding(Predicate<Album> open) {
                return albumImages.holding(image.id()).stream().map(id -> InMemoryCatalogue.this.albums.find(id).orElseThrow())
                        .filter(album -> open.test(album) || viewer.is(Role.ADMIN) || viewer.user().filter(user ->
                                user.equals(album.ownerId()) || albumMembers.role(album.id(), user).isPresent()).isPresent()).toList();
            }

            @Override
            public boolean shared() {
                return shareLinks.all().stream()
                        .anyMatch(link -> link.active() && viewer.user().filter(link.ownerId()::equals).isPresent() && shows(link, image.id()));
            }

            @Override
            public List<String> path(String tag) {
                return tagTree.path(image.ownerId(), new TagName(tag)).stream().map(TagName::value).toList();
            }

            @Override
            public List<String> suggested() {
                return imageLabels.of(image.id()).labels().stream().filter(label -> label.state() == LabelState.SUGGESTED)
                        .map(label -> label.found().name().value()).toList();
            }

            @Override
            public List<String> comments() {
                return comments.saidOf(image.id());
            }
        };
    }

    private boolean shows(ShareLink link, ImageId image) {
        return switch (link.resource()) {
            case SharedResource.OfImage(ImageId id) -> id.equals(image);
            case SharedResource.OfAlbum(AlbumId id) -> albumImages.holding(image).contains(id);
            case SharedResource.OfProject(AlbumId id) ->
                albumImages.holding(image).stream().anyMatch(album -> albumTree().path(album).contains(id));
        };
    }

    private ImageView.Opinions opinions(Viewer viewer, ImageId image) {
        return new ImageView.Opinions(likes.count(image), viewer.user().filter(user -> likes.likes(user, image)).isPresent(),
                viewer.user().flatMap(user -> ratings.of(user, image)).map(Stars::count).orElse(null), comments.shownOf(image));
    }

    private ImageView.Tag tagOf(UserId owner, TagName name, TagSource source, Optional<Label> label) {
        String category = tags.category(owner, name).flatMap(id -> categories.find(owner, id)).map(one -> one.name().value())
                .orElse(label.map(one -> one.found().category()).orElse(null));
        return new ImageView.Tag(name.value(), source.name().toLowerCase(Locale.ROOT), category,
                label.filter(one -> !one.by().equals(Provider.UNKNOWN)).map(one -> new ImageView.Seen(one.by().name(), one.found().confidence().perMille())).orElse(null));
    }

    private List<ImageView.Tag> tagsOf(ImageId image) {
        UserId owner = images.find(image).orElseThrow().ownerId();
        return tags.of(image).entrySet().stream()
                .map(tag -> tagOf(owner, tag.getKey(), tag.getValue(), imageLabels.find(image, tag.getKey())
                        .filter(label -> tag.getValue() == TagSource.LABELER)))
                .sorted(Comparator.comparing(ImageView.Tag::name))
                .toList();
    }
}
