package dev.albumen.application.transfer;

import dev.albumen.domain.shared.Refusal;

/** Says why a step of an import was refused. */
final class ImportRefusals {

    private ImportRefusals() {}

    /** Where in the archive it was. */
    static String subject(ImportStep step) {
        return switch (step) {
            case ImportStep.Foreign(ImportPlan.Picture picture) -> picture.file().path();
            case ImportStep.Own own -> own.file().path();
            case ImportStep.LeaveOut(LeftEntry entry) -> entry.path();
            case ImportStep.OwnAlbum album -> BagPaths.album(album.number());
            case ImportStep.OwnTags tags -> BagPaths.TAGS;
            case ImportStep.OwnBoard board -> BagPaths.ORDER;
            case ImportStep.OwnSearch search -> BagPaths.ORDER;
            case ImportStep.OwnFavorites favorites -> BagPaths.ORDER;
            case ImportStep.OwnShare share -> BagPaths.SHARES;
        };
    }

    /** The same codes as an upload is refused with. */
    static String code(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound gone -> "not-found";
            case Refusal.Forbidden forbidden -> forbidden.code();
            case Refusal.Unauthenticated nobody -> nobody.code();
            case Refusal.Invalid invalid -> invalid.violations().isEmpty() ? "invalid" : invalid.violations().getFirst().code();
            case Refusal.Conflict conflict -> conflict.code();
            case Refusal.Stale stale -> "stale";
            case Refusal.KeyReused reused -> "idempotency-key-reused";
            case Refusal.InFlight flight -> "request-in-flight";
            case Refusal.Gone gone -> gone.code();
            case Refusal.TooLarge large -> large.code();
            case Refusal.UnsupportedType type -> "unsupported-type";
            case Refusal.Unprocessable unprocessable -> unprocessable.code();
            case Refusal.Incomplete incomplete -> incomplete.code();
            case Refusal.QuotaExceeded exceeded -> "quota-exceeded";
            case Refusal.Throttled throttled -> "throttled";
        };
    }
}
