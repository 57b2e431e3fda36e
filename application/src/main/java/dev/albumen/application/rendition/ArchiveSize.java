package dev.albumen.application.rendition;

/** What an archive holds of each image. */
public enum ArchiveSize {
    ORIGINAL(Wanted.What.ORIGINAL),
    LARGE(Wanted.What.LARGE),
    PREVIEW(Wanted.What.PREVIEW);

    private final Wanted.What what;

    ArchiveSize(Wanted.What what) {
        this.what = what;
    }

    Wanted.What what() {
        return what;
    }
}
