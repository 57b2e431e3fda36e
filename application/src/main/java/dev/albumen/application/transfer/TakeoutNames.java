package dev.albumen.application.transfer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How Google Takeout calls the JSON file beside a picture: the picture's name and {@code .supplemental-metadata.json}, of
 * which anything behind the picture's name may be cut off; formerly {@code .json} alone. All but the ending has 46 characters
 * at most. Of the second {@code sea.jpg}, which is {@code sea(1).jpg}, it is {@code sea.jpg.supplemental-metadata(1).json}.
 * What was edited has the file of what it was made of.
 */
final class TakeoutNames {

    private static final String SUPPLEMENT = ".supplemental-metadata";
    private static final int MOST = 46;
    private static final Pattern NUMBERED = Pattern.compile("(.*)(\\(\\d+\\))(\\.[^.]*)");
    private static final Pattern EDITED = Pattern.compile("(.*)-edited((?:\\(\\d+\\))?\\.[^.]*)");

    private TakeoutNames() {}

    /** The likelier first. */
    static Stream<String> of(String picture) {
        Matcher edited = EDITED.matcher(picture);
        Stream<String> own = unedited(picture);
        return edited.matches() ? Stream.concat(own, unedited(edited.group(1) + edited.group(2))) : own;
    }

    private static Stream<String> unedited(String picture) {
        Matcher numbered = NUMBERED.matcher(picture);
        return numbered.matches()
                ? Stream.concat(cut(numbered.group(1) + numbered.group(3), numbered.group(2)), cut(picture, ""))
                : cut(picture, "");
    }

    private static Stream<String> cut(String picture, String number) {
        String whole = picture + SUPPLEMENT;
        int shortest = Math.min(picture.length(), MOST);
        int longest = Math.min(whole.length(), MOST);
        return IntStream.iterate(longest, length -> length >= shortest, length -> length - 1)
                .mapToObj(length -> whole.substring(0, length) + number + ".json");
    }
}
