package dev.albumen.application.transfer;

import dev.albumen.application.social.LikeImage;
import dev.albumen.application.social.MarkFavorite;
import dev.albumen.application.social.RateImage;
import dev.albumen.application.transfer.ExportedImages.ExportedImage;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Stars;

/** Says of an image that was brought in what its owner thought of it. What they think of one that was there stays. */
final class OpinionsImport {

    private final MarkFavorite markFavorite;
    private final LikeImage likeImage;
    private final RateImage rateImage;

    OpinionsImport(MarkFavorite markFavorite, LikeImage likeImage, RateImage rateImage) {
        this.markFavorite = markFavorite;
        this.likeImage = likeImage;
        this.rateImage = rateImage;
    }

    void favorite(Viewer.Member owner, ImageId id) {
        markFavorite.handle(owner, new MarkFavorite.Command(id));
    }

    /** @param rated whether the owner has rated the image already */
    void tell(Viewer.Member owner, ImageId id, boolean rated, ExportedImage told) {
        if (told.favorite()) {
            favorite(owner, id);
        }
        if (told.liked()) {
            likeImage.handle(owner, new LikeImage.Command(id));
        }
        Integer rating = told.rating();
        if (rating != null && !rated && Stars.isCount(rating)) {
            rateImage.handle(owner, new RateImage.Command(id, new Stars(rating)));
        }
    }
}
