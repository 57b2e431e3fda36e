package dev.albumen.bootstrap.bench.load;

/** What clients do, and of a hundred deeds how many are such. */
enum Deed {
    LIST(40, 200),
    THUMBNAIL(40, 200),
    EDIT(15, 200),
    UPLOAD(5, 201);

    private final int share;
    private final int due;

    Deed(int share, int due) {
        this.share = share;
        this.due = due;
    }

    /** The status of its good answers. */
    int due() {
        return due;
    }

    /** @param number from 0 to 99 */
    static Deed of(int number) {
        int left = number;
        for (Deed deed : values()) {
            left -= deed.share;
            if (left < 0) {
                return deed;
            }
        }
        throw new IllegalArgumentException(Integer.toString(number));
    }
}
