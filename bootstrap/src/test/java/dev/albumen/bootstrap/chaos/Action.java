package dev.albumen.bootstrap.chaos;

/** What a client asks of a node. Each says what is sent and, behind the arrow, what a good answer brings. */
enum Action {
    /** {@code → user} */
    REGISTER,
    /** A file in a form: {@code sha256, album?, title? → image, duplicate} */
    UPLOAD,
    /** A direct upload is opened: {@code sha256, bytes, album? → upload} */
    OPEN_DIRECT,
    /** Its bytes are sent: {@code upload, sha256} */
    SEND_DIRECT,
    /** A resumable upload is opened: {@code sha256, bytes, album? → upload} */
    OPEN_TUS,
    /** The offset is asked for: {@code upload → offset} */
    ASK_TUS,
    /** A part is sent, {@code last} where it is the one that makes the image: {@code upload, sha256, offset, last → image?} */
    SEND_TUS,
    /** Of a direct or resumable upload: {@code upload, sha256 → image, duplicate} */
    COMPLETE,
    /** An upload is given up: {@code upload} */
    ABORT,
    /** {@code image} */
    TRASH,
    /** {@code image} */
    RESTORE,
    /** For good: {@code image} */
    PURGE,
    /** {@code image, title → title} */
    RENAME_IMAGE,
    /** {@code image, tag} */
    TAG,
    /** {@code image, tag} */
    UNTAG,
    /** {@code title → album} */
    CREATE_ALBUM,
    /** {@code album, title, visibility → title, visibility} */
    EDIT_ALBUM,
    /** {@code album} */
    DELETE_ALBUM,
    /** {@code album, image} */
    ADD_TO_ALBUM,
    /** {@code album, image} */
    REMOVE_FROM_ALBUM,
    /** Behind another image, or to the front where {@code after} is absent: {@code album, image, after?} */
    MOVE_IN_ALBUM,
    /** {@code album, expires? → share, token} */
    CREATE_SHARE,
    /** {@code share} */
    REVOKE_SHARE,
    /** By its token, without an account: {@code share, token} */
    OPEN_SHARE,
    /** {@code image, size → sha256, bytes, complete} */
    READ,
    /** Of an original: {@code image, range, sha256} (of those bytes as they were uploaded) {@code → sha256, bytes, complete} */
    READ_RANGE,
    /** {@code album, size → sha256, bytes, complete} */
    READ_ARCHIVE,
    /** {@code → images} (how many) */
    LIST
}
