package dev.albumen.application.shared;

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

/** The catalogue's stores and views on one database, empty at the start of each test: what their contracts run on. */
public interface Catalogue {

    Transactions transactions();

    /** Makes an account. */
    default UserId user(String name) {
        return user(name, Role.USER);
    }

    /** The same with a role. */
    UserId user(String name, Role role);

    /** Signs the user in. */
    default SessionId session(UserId user) {
        return session(user, Instant.parse("2999-01-01T00:00:00Z"));
    }

    /** The same until then. */
    SessionId session(UserId user, Instant expiresAt);

    Albums albums();

    AlbumImages albumImages();

    AlbumMembers albumMembers();

    AlbumGroups albumGroups();

    Groups groups();

    GroupMembers groupMembers();

    AlbumTree albumTree();

    AlbumViews albumViews();

    Images images();

    ImageViews imageViews();

    LikenessViews likenessViews();

    FindingViews findingViews();

    BlobClaims blobClaims();

    SettingsByUser settingsByUser();

    Tags tags();

    TagViews tagViews();

    TagTree tagTree();

    Categories categories();

    CategoryViews categoryViews();

    Boards boards();

    BoardViews boardViews();

    SavedSearches savedSearches();

    SearchedAlbums searchedAlbums();

    ImageLabels imageLabels();

    BlockedLabels blockedLabels();

    LabelBudget labelBudget();

    LabelRuns labelRuns();

    Reviews reviews();

    Favorites favorites();

    Likes likes();

    Ratings ratings();

    Comments comments();

    CommentLikes commentLikes();

    CommentViews commentViews();

    Reports reports();

    Blocks blocks();

    ShareLinks shareLinks();

    ShareViews shareViews();

    SelectionConfigs selectionConfigs();

    Selections selections();

    SelectionItems selectionItems();

    SelectionViews selectionViews();

    LinksToAlbums linksToAlbums();

    ProjectViews projectViews();

    ShareCounts shareCounts();

    ShareTraffic shareTraffic();

    Contributions contributions();

    Recipients recipients();

    Notices notices();
}
