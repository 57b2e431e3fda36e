package dev.albumen.application.transfer;

/** Where things lie in an exported archive, which is a bag (RFC 8493). */
final class BagPaths {

    static final String DECLARATION = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    static final String DOCUMENTS = "data/albumen/";
    static final String ACCOUNT = DOCUMENTS + "account.json";
    static final String SHARES = DOCUMENTS + "shares.json";
    static final String TAGS = DOCUMENTS + "tags.json";
    static final String ORDER = DOCUMENTS + "order.json";
    static final String SELECTIONS = DOCUMENTS + "selections.json";
    static final String TALK = DOCUMENTS + "talk.json";
    static final String PICTURES = "data/pictures/";

    private BagPaths() {}

    /** @param number counted from 1 */
    static String album(int number) {
        return DOCUMENTS + "albums/%05d.json".formatted(number);
    }

    /** @param number counted from 1 */
    static String images(int number) {
        return DOCUMENTS + "images/%05d.json".formatted(number);
    }
}
