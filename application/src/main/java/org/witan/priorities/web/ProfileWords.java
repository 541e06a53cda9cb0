package org.witan.priorities.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.priorities.Profile;
import org.witan.priorities.Profile.Line;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;

/// Says the lines of a profile in words.
@Component
class ProfileWords {
    private final Wording words;

    ProfileWords(Wording words) {
        this.words = words;
    }

    /// One type in one area, as it stands on a page and in a file.
    record Row(
            String title,
            String now,
            String before,
            String change,
            String verdict,
            String harm,
            String season,
            String years) {

        /// As a line of a file.
        List<Sheet.Cell> cells() {
            return Sheet.line(title, now, before, change, verdict, harm, season, years);
        }

        /// What stands above such lines.
        static List<Sheet.Cell> columns() {
            return Sheet.line("type", "now", "before", "change", "verdict", "harm", "season", "years");
        }
    }

    Row row(Profile profile, Line line) {
        return new Row(
                line.title(),
                whole(line.now()),
                whole(line.before()),
                change(line),
                words.the("priorities.verdict." + line.verdict()),
                harm(profile, line),
                season(line),
                years(line));
    }

    private String season(Line line) {
        return line.peak() == null
                ? words.the("priorities.profile.no-peak")
                : words.the(
                        "priorities.profile.peak",
                        line.peak().month(),
                        String.format(Locale.UK, "%.1f", line.peak().times()));
    }

    private String years(Line line) {
        return line.years().stream()
                .map(year -> words.the("priorities.profile.year", year.label(), whole(year.count())))
                .collect(Collectors.joining("; "));
    }

    private String change(Line line) {
        if (line.change() == null || line.low() == null || line.high() == null) {
            return line.why() == null ? words.the("priorities.profile.not-compared") : line.why();
        }
        return words.the("priorities.profile.change", signed(line.change()), signed(line.low()), signed(line.high()));
    }

    private String harm(Profile profile, Line line) {
        if (line.harm() == null || line.weight() == null) {
            return words.the(line.weight() == null ? "priorities.profile.no-weight" : "priorities.profile.no-count");
        }
        double all = profile.lines().stream()
                .mapToDouble(one -> one.harm() == null ? 0 : one.harm())
                .sum();
        return words.the(
                line.weight().floor() ? "priorities.profile.harm.floor" : "priorities.profile.harm",
                String.format(Locale.UK, "%,.0f", line.harm()),
                String.format(Locale.UK, "%.0f", all == 0 ? 0 : 100 * line.harm() / all),
                String.format(Locale.UK, "%,.0f", line.weight().days()));
    }

    /// Which weights some profiles were made with, each once.
    List<String> weights(List<Profile> profiles) {
        return profiles.stream()
                .flatMap(one -> one.lines().stream())
                .map(Line::weight)
                .filter(weight -> weight != null)
                .map(weight -> words.the("priorities.profile.weights", weight.version(), weight.source()))
                .distinct()
                .toList();
    }

    private String whole(@Nullable Long number) {
        return number == null ? words.the("priorities.profile.not-known") : String.format(Locale.UK, "%,d", number);
    }

    private static String signed(double value) {
        String text = String.format(Locale.UK, "%.1f", value).replace('-', '\u2212');
        return value > 0 && !text.equals("0.0") ? "+" + text : text;
    }
}
