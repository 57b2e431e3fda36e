package dev.albumen.persistence.shared;

import dev.albumen.application.album.AlbumGroups;
import dev.albumen.application.album.AlbumImages;
import dev.albumen.application.album.AlbumMembers;
import dev.albumen.application.album.AlbumTree;
import dev.albumen.application.album.AlbumViews;
import dev.albumen.application.album.SearchedAlbums;
import dev.albumen.application.album.Albums;
import dev.albumen.application.album.LinksToAlbums;
import dev.albumen.application.image.FindingViews;
import dev.albumen.application.board.BoardViews;
import dev.albumen.application.board.Boards;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.image.Images;
import dev.albumen.application.image.LikenessViews;
import dev.albumen.application.notice.Notices;
import dev.albumen.application.label.BlockedLabels;
import dev.albumen.application.label.ImageLabels;
import dev.albumen.application.label.LabelBudget;
import dev.albumen.application.label.LabelRuns;
import dev.albumen.application.label.Reviews;
import dev.albumen.application.search.SavedSearches;
import dev.albumen.application.selection.SelectionItems;
import dev.albumen.application.selection.SelectionViews;
import dev.albumen.application.selection.Selections;
import dev.albumen.application.settings.SettingsByUser;
import dev.albumen.application.share.Contributions;
import dev.albumen.application.share.ProjectViews;
import dev.albumen.application.share.Recipients;
import dev.albumen.application.share.SelectionConfigs;
import dev.albumen.application.share.ShareCounts;
import dev.albumen.application.share.ShareLinks;
import dev.albumen.application.share.ShareTraffic;
import dev.albumen.application.share.ShareViews;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.social.Blocks;
import dev.albumen.application.social.CommentLikes;
import dev.albumen.application.social.CommentViews;
import dev.albumen.application.social.Comments;
import dev.albumen.application.social.Favorites;
import dev.albumen.application.social.Likes;
import dev.albumen.application.social.Ratings;
import dev.albumen.application.social.Reports;
import dev.albumen.application.storage.BlobClaims;
import dev.albumen.application.tag.Categories;
import dev.albumen.application.tag.CategoryViews;
import dev.albumen.application.tag.TagTree;
import dev.albumen.application.tag.TagViews;
import dev.albumen.application.tag.Tags;
import dev.albumen.application.user.GroupMembers;
import dev.albumen.application.user.Groups;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** The catalogue on the shared PostgreSQL. */
public record PostgresCatalogue(PostgresTest postgres) implements Catalogue {

    @Override
    public Transactions transactions() {
        return postgres.bean(Transactions.class);
    }

    @Override
    public UserId user(String name, Role role) {
        UserId id = new UserId(UUID.randomUUID());
        postgres.bean(Sql.class).change("""
                INSERT INTO users (id, username, email, display_name, role, password_hash, password_changed_at, created_at,
                    updated_at, version)
                VALUES (?, ?, ? || '@example.org', ?, ?, '-', now(), now(), now(), 1)
                """, id.value(), name, name, name, role.name().toLowerCase(Locale.ROOT));
        return id;
    }

    @Override
    public SessionId session(UserId user, Instant expiresAt) {
        SessionId id = new SessionId(UUID.randomUUID());
        postgres.bean(Sql.class).change("""
                INSERT INTO sessions (id, user_id, created_at, renewed_at, expires_at)
                VALUES (?, ?, now(), now(), ?)
                """, id.value(), user.value(), expiresAt);
        return id;
    }

    @Override
    public Albums albums() {
        return postgres.bean(Albums.class);
    }

    @Override
    public AlbumImages albumImages() {
        return postgres.bean(AlbumImages.class);
    }

    @Override
    public AlbumMembers albumMembers() {
        return postgres.bean(AlbumMembers.class);
    }

    @Override
    public AlbumGroups albumGroups() {
        return postgres.bean(AlbumGroups.class);
    }

    @Override
    public Groups groups() {
        return postgres.bean(Groups.class);
    }

    @Override
    public GroupMembers groupMembers() {
        return postgres.bean(GroupMembers.class);
    }

    @Override
    public AlbumTree albumTree() {
        return postgres.bean(AlbumTree.class);
    }

    @Override
    public AlbumViews albumViews() {
        return postgres.bean(AlbumViews.class);
    }

    @Override
    public Images images() {
        return postgres.bean(Images.class);
    }

    @Override
    public ImageViews imageViews() {
        return postgres.bean(ImageViews.class);
    }

    @Override
    public LikenessViews likenessViews() {
        return postgres.bean(LikenessViews.class);
    }

    @Override
    public FindingViews findingViews() {
        return postgres.bean(FindingViews.class);
    }

    @Override
    public BlobClaims blobClaims() {
        return postgres.bean(BlobClaims.class);
    }

    @Override
    public SettingsByUser settingsByUser() {
        return postgres.bean(SettingsByUser.class);
    }

    @Override
    public Tags tags() {
        return postgres.bean(Tags.class);
    }

    @Override
    public TagViews tagViews() {
        return postgres.bean(TagViews.class);
    }

    @Override
    public TagTree tagTree() {
        return postgres.bean(TagTree.class);
    }

    @Override
    public Categories categories() {
        return postgres.bean(Categories.class);
    }

    @Override
    public CategoryViews categoryViews() {
        return postgres.bean(CategoryViews.class);
    }

    @Override
    public Boards boards() {
        return postgres.bean(Boards.class);
    }

    @Override
    public BoardViews boardViews() {
        return postgres.bean(BoardViews.class);
    }

    @Override
    public SearchedAlbums searchedAlbums() {
        return postgres.bean(SearchedAlbums.class);
    }

    @Override
    public SavedSearches savedSearches() {
        return postgres.bean(SavedSearches.class);
    }

    @Override
    public ImageLabels imageLabels() {
        return postgres.bean(ImageLabels.class);
    }

    @Override
    public BlockedLabels blockedLabels() {
        return postgres.bean(BlockedLabels.class);
    }

    @Override
    public LabelBudget labelBudget() {
        return postgres.bean(LabelBudget.class);
    }

    @Override
    public LabelRuns labelRuns() {
        return postgres.bean(LabelRuns.class);
    }

    @Override
    public Reviews reviews() {
        return postgres.bean(Reviews.class);
    }

    @Override
    public Favorites favorites() {
        return postgres.bean(Favorites.class);
    }

    @Override
    public Likes likes() {
        return postgres.bean(Likes.class);
    }

    @Override
    public Ratings ratings() {
        return postgres.bean(Ratings.class);
    }

    @Override
    public Comments comments() {
        return postgres.bean(Comments.class);
    }

    @Override
    public CommentLikes commentLikes() {
        return postgres.bean(CommentLikes.class);
    }

    @Override
    public CommentViews commentViews() {
        return postgres.bean(CommentViews.class);
    }

    @Override
    public Reports reports() {
        return postgres.bean(Reports.class);
    }

    @Override
    public Blocks blocks() {
        return postgres.bean(Blocks.class);
    }

    @Override
    public ShareLinks shareLinks() {
        return postgres.bean(ShareLinks.class);
    }

    @Override
    public ProjectViews projectViews() {
        return postgres.bean(ProjectViews.class);
    }

    @Override
    public LinksToAlbums linksToAlbums() {
        return postgres.bean(LinksToAlbums.class);
    }

    @Override
    public ShareCounts shareCounts() {
        return postgres.bean(ShareCounts.class);
    }

    @Override
    public Notices notices() {
        return postgres.bean(Notices.class);
    }

    @Override
    public Recipients recipients() {
        return postgres.bean(Recipients.class);
    }

    @Override
    public Contributions contributions() {
        return postgres.bean(Contributions.class);
    }

    @Override
    public ShareTraffic shareTraffic() {
        return postgres.bean(ShareTraffic.class);
    }

    @Override
    public ShareViews shareViews() {
        return postgres.bean(ShareViews.class);
    }

    @Override
    public SelectionConfigs selectionConfigs() {
        return postgres.bean(SelectionConfigs.class);
    }

    @Override
    public Selections selections() {
        return postgres.bean(Selections.class);
    }

    @Override
    public SelectionItems selectionItems() {
        return postgres.bean(SelectionItems.class);
    }

    @Override
    public SelectionViews selectionViews() {
        return postgres.bean(SelectionViews.class);
    }
}
