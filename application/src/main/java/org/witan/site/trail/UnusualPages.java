package org.witan.site.trail;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.trail.ReviewingAccess;
import org.witan.access.trail.UnusualAccess;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Makes what the pages of the review show.
@Component
class UnusualPages {
    private final TrailWords lines;
    private final Wording words;

    UnusualPages(TrailWords lines, Wording words) {
        this.lines = lines;
        this.words = words;
    }

    ListPage list(List<UnusualAccess> all) {
        return new ListPage(
                all.stream()
                        .filter(one -> one.review().isEmpty())
                        .map(this::item)
                        .toList(),
                all.stream()
                        .filter(one -> one.review().isPresent())
                        .map(this::item)
                        .toList());
    }

    private Item item(UnusualAccess one) {
        return new Item(
                "/trail/unusual/" + one.id(),
                one.who(),
                one.agency(),
                lines.day(one.day()),
                words.the("trail.rule." + one.rule()),
                why(one),
                reviewed(one));
    }

    /// What was counted, and against what, in a sentence.
    private String why(UnusualAccess one) {
        return words.the("trail.rule." + one.rule() + ".why", one.counted(), one.usual(), one.peers());
    }

    private @Nullable String reviewed(UnusualAccess one) {
        return one.review()
                .map(review -> words.the(
                        "trail.reviewed",
                        words.the("trail.review.verdict." + review.verdict()),
                        review.by(),
                        lines.moment(review.at()),
                        review.remark()))
                .orElse(null);
    }

    OnePage one(ReviewingAccess.Found found, Form form, boolean late) {
        UnusualAccess access = found.access();
        var verdicts = Arrays.stream(UnusualAccess.Verdict.values())
                .map(verdict -> new Field.Choice(
                        verdict.name(),
                        words.the("trail.review.verdict." + verdict),
                        words.find("trail.review.verdict." + verdict + ".hint")))
                .toList();
        boolean open = access.review().isEmpty();
        return new OnePage(
                item(access),
                words.the("trail.rule." + access.rule() + ".about"),
                lines.lines(found.rows()),
                open || late ? form.field("verdict", verdicts) : null,
                open || late ? form.text("remark") : null,
                form.problems(),
                access.version(),
                open,
                late);
    }

    record ListPage(List<Item> waiting, List<Item> reviewed) {}

    /// @param reviewed what the review said; null while there is none
    record Item(
            String path,
            String who,
            String agency,
            String day,
            String rule,
            String why,
            @Nullable String reviewed) {}

    /// @param about the rule, as a sentence
    /// @param verdict null when it has been reviewed
    /// @param open whether nobody has reviewed it
    /// @param late whether somebody else was faster, and what was typed is shown again
    record OnePage(
            Item item,
            String about,
            List<TrailWords.Line> lines,
            @Nullable Field verdict,
            @Nullable Field remark,
            List<Problem> problems,
            int version,
            boolean open,
            boolean late) {}
}
