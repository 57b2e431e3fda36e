package dev.albumen.bootstrap.relabel;

import dev.albumen.aws.label.References;
import dev.albumen.aws.label.RekognitionLabeler;
import dev.albumen.aws.label.RekognitionSettings;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.domain.label.CallPrice;
import dev.albumen.domain.label.Provider;
import dev.albumen.imaging.label.OfflineLabeler;
import dev.albumen.persistence.label.RunsBeside;
import java.math.BigDecimal;
import java.sql.SQLException;

/**
 * The labeler that an instance with these settings has, and what it costs.
 *
 * @param learnsModel whether only its answers tell its model
 */
record PricedLabeler(Provider provider, boolean learnsModel, int callsPerImage, CallPrice price) {

    static PricedLabeler of(Settings settings) {
        CallPrice price = new CallPrice(new BigDecimal(settings.get(KnownSettings.LABELS_DOLLARS_PER_THOUSAND)));
        if (settings.get(KnownSettings.LABELS).equals("offline")) {
            return new PricedLabeler(OfflineLabeler.PROVIDER, false, 0, price);
        }
        boolean moderation = Boolean.parseBoolean(settings.get(KnownSettings.REKOGNITION_MODERATION));
        RekognitionSettings asked = new RekognitionSettings(
                settings.get(KnownSettings.REKOGNITION_REGION), null, References.AUTO, moderation);
        return new PricedLabeler(RekognitionLabeler.PROVIDER, true, asked.callsPerImage(), price);
    }

    /** With the model that it has now, as far as the instance knows. */
    PricedLabeler present(RunsBeside runs) throws SQLException {
        Provider known = learnsModel ? runs.lastSeen(provider.name()).orElse(provider) : provider;
        return new PricedLabeler(known, learnsModel, callsPerImage, price);
    }

    long calls(long images) {
        return images * callsPerImage;
    }

    /** Such as {@code 1200 pictures to label by offline (model 1), at no cost}. */
    String estimate(long images) {
        String what = images + " pictures to label by " + provider.name() + " (model " + provider.model() + ")";
        return callsPerImage == 0 ? what + ", at no cost"
                : what + ", " + calls(images) + " calls, about $" + price.of(calls(images));
    }
}
