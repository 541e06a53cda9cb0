package org.witan.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.witan.people.Picture;
import org.witan.people.Suggestion;
import org.witan.site.Drawn;
import org.witan.site.Table;

/// Draws where the weight of a match comes from: each step from where the last one ended, to the right what speaks for
/// one person and to the left, hatched, what speaks against. The table beside it says the same in words.
@Component
class Waterfalls {
    private static final double WIDTH = 360;
    private static final double ROW = 40;
    private static final double EDGE = 8;
    private final PersonWords words;

    Waterfalls(PersonWords words) {
        this.words = words;
    }

    Drawn of(Suggestion suggestion) {
        Picture picture = suggestion.picture();
        var bars = new ArrayList<Bar>();
        double at = picture.prior();
        bars.add(new Bar(words.the("people.weight.prior"), 0, at, at));
        for (Picture.Step step : picture.steps()) {
            if (step.given()) {
                bars.add(new Bar(sentence(step), at, at + step.bits(), step.bits()));
                at += step.bits();
            }
        }
        bars.add(new Bar(words.the("people.weight.sum"), 0, at, at));
        return new Drawn(
                "weight",
                words.the("people.weight"),
                svg(bars),
                List.of(words.the("people.weight.how"), chance(suggestion.probability())),
                table(picture, at));
    }

    /// Of a thousand pairs like this one, how many are of one person.
    String chance(double probability) {
        long of = Math.round(probability * 1000);
        if (of >= 1000) {
            return words.the("people.weight.chance.nearly-all");
        }
        return of < 1 ? words.the("people.weight.chance.nearly-none") : words.the("people.weight.chance", of);
    }

    private Table table(Picture picture, double sum) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(words.the("people.weight.prior"), signed(picture.prior())));
        picture.steps().stream()
                .filter(Picture.Step::given)
                .forEach(step -> rows.add(List.of(sentence(step), signed(step.bits()))));
        picture.steps().stream()
                .filter(step -> !step.given())
                .forEach(step -> rows.add(List.of(words.the("people.weight.not-given", comparison(step)), signed(0))));
        rows.add(List.of(words.the("people.weight.sum"), signed(sum)));
        return new Table(
                words.the("people.weight"),
                List.of(words.the("people.weight.step"), words.the("people.weight.bits")),
                rows);
    }

    private String sentence(Picture.Step step) {
        String says = words.the("people.weight.says", comparison(step), step.says());
        return step.sharing() > 0 ? words.the("people.weight.sharing", says, step.sharing()) : says;
    }

    private String comparison(Picture.Step step) {
        String known = words.find("people.comparison." + step.comparison());
        return known == null ? step.comparison().replace('_', ' ') : known;
    }

    private String svg(List<Bar> bars) {
        double least = bars.stream()
                .mapToDouble(bar -> Math.min(bar.from, bar.until))
                .min()
                .orElse(0);
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.from, bar.until))
                .max()
                .orElse(0);
        double left = Math.min(0, least);
        double scale = (WIDTH - 2 * EDGE - 44) / Math.max(1, Math.max(0, most) - left);
        var drawing = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"witan-picture\" role=\"img\" viewBox=\"0 0 %s %s\" aria-labelledby=\"weight-title\">"
                        .formatted(number(WIDTH), number(bars.size() * ROW + EDGE)));
        drawing.append("<title id=\"weight-title\">")
                .append(HtmlUtils.htmlEscape(words.the("people.weight.described")))
                .append(
                        "</title><defs><pattern id=\"weight-against\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" ")
                .append("patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>")
                .append("<rect width=\"2.5\" height=\"6\" fill=\"#942514\"/></pattern></defs>");
        double zero = EDGE + (0 - left) * scale;
        drawing.append(
                "<line x1=\"%1$s\" y1=\"0\" x2=\"%1$s\" y2=\"%2$s\" stroke=\"#505a5f\" stroke-dasharray=\"3 3\"/>"
                        .formatted(number(zero), number(bars.size() * ROW + EDGE)));
        for (int at = 0; at < bars.size(); at++) {
            draw(drawing, bars.get(at), at, left, scale, at == 0 || at == bars.size() - 1);
        }
        return drawing.append("</svg>").toString();
    }

    private void draw(StringBuilder drawing, Bar bar, int place, double left, double scale, boolean whole) {
        double from = EDGE + (Math.min(bar.from, bar.until) - left) * scale;
        double width = Math.max(1.5, Math.abs(bar.until - bar.from) * scale);
        double top = place * ROW;
        boolean against = bar.bits < 0;
        String fill = against ? "url(#weight-against)" : whole ? "#1d3557" : "#1d70b8";
        drawing.append("<text x=\"%s\" y=\"%s\" font-size=\"13\" fill=\"#0b0c0c\">%s</text>"
                .formatted(number(EDGE), number(top + 15), HtmlUtils.htmlEscape(bar.label)));
        drawing.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"14\" fill=\"%s\" stroke=\"%s\"/>"
                .formatted(number(from), number(top + 21), number(width), fill, against ? "#942514" : "#1d3557"));
        drawing.append("<text x=\"%s\" y=\"%s\" font-size=\"13\" font-weight=\"700\" fill=\"#0b0c0c\">%s</text>"
                .formatted(number(from + width + 4), number(top + 33), signed(bar.bits)));
    }

    static String signed(double bits) {
        String text = String.format(Locale.ROOT, "%.1f", Math.abs(bits));
        return text.equals("0.0") ? "0" : (bits < 0 ? "−" : "+") + text;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private record Bar(String label, double from, double until, double bits) {}
}
