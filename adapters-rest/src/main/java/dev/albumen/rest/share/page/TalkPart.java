package dev.albumen.rest.share.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said of an image, and the form to say something.
 *
 * @param action where the form goes
 * @param asksName whether the visitor says who they are; where the link was given to somebody, that is known
 * @param typed what stood in the form before
 * @param trouble what was wrong with it; {@code null} where nothing was
 */
record TalkPart(String action, List<Line> lines, boolean more, boolean asksName, Typed typed, @Nullable String trouble) {

    /** What somebody has typed. */
    record Typed(String name, String words) {

        static final Typed NOTHING = new Typed("", "");
    }

    /**
     * A comment.
     *
     * @param words {@code null} for one that was deleted, and was answered
     * @param likes such as "2 likes"; empty for none
     */
    record Line(String name, @Nullable String words, boolean answer, String moment, String time, boolean edited, String likes) {

        static Line of(Talking.Said said) {
            return new Line(said.name() == null ? "Somebody" : said.name(), said.words(), said.answer(), said.at().toString(),
                    Words.moment(said.at()), said.edited(), said.likes() == 0 ? "" : said.likes() == 1 ? "1 like" : said.likes() + " likes");
        }

        String classes() {
            return answer ? "answer" : "";
        }
    }

    static TalkPart of(Place place, String image, Talking.Talk talk, boolean asksName, Typed typed, @Nullable String trouble) {
        return new TalkPart(place.address() + "/i/" + image + "/comments", talk.said().stream().map(Line::of).toList(), talk.more(),
                asksName, typed, trouble);
    }
}
