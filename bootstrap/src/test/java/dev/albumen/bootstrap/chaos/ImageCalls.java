package dev.albumen.bootstrap.chaos;

/** Which images a call may have brought. */
final class ImageCalls {

    private ImageCalls() {}

    /** Whether an upload's last call brought this image, or may have brought it unseen. */
    static boolean mayBring(Recorded recorded, String image) {
        String answered = History.answer(recorded, "image");
        return answered == null ? History.uncertain(recorded) && isLast(recorded) : answered.equals(image);
    }

    private static boolean isLast(Recorded recorded) {
        return recorded.call().action() != Action.SEND_TUS || Boolean.parseBoolean(recorded.call().sent().get("last"));
    }
}
