package org.witan.comparison.picture;

import java.util.Locale;

/// A picture while it is drawn. Texts are escaped here and nowhere else.
public final class Svg {
    private final StringBuilder drawing = new StringBuilder();

    /// Begins a picture.
    ///
    /// @param id unique on the page; the ids of title, description and patterns start with it
    public Svg(String id, double width, double height, String title, String description) {
        drawing.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"witan-picture\" role=\"img\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" aria-labelledby=\"%s-title %s-desc\">".formatted(id, id))
                .append("<title id=\"%s-title\">%s</title>".formatted(id, escape(title)))
                .append("<desc id=\"%s-desc\">%s</desc>".formatted(id, escape(description)));
    }

    /// A pattern of slanted lines, wide or dense, for areas that must differ without colour.
    public Svg hatch(String id, double spacing, String background, String line) {
        drawing.append(("<defs><pattern id=\"%s\" width=\"%s\" height=\"%s\" patternUnits=\"userSpaceOnUse\" "
                        + "patternTransform=\"rotate(45)\"><rect width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                        + "<rect width=\"1.4\" height=\"%s\" fill=\"%s\"/></pattern></defs>")
                .formatted(
                        id,
                        number(spacing),
                        number(spacing),
                        number(spacing),
                        number(spacing),
                        background,
                        number(spacing),
                        line));
        return this;
    }

    public Svg rectangle(double x, double y, double width, double height, String fill, String stroke) {
        drawing.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\"/>"
                .formatted(number(x), number(y), number(width), number(height), fill, stroke));
        return this;
    }

    public Svg line(double x1, double y1, double x2, double y2, String stroke, String dashes) {
        drawing.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-dasharray=\"%s\"/>"
                .formatted(number(x1), number(y1), number(x2), number(y2), stroke, dashes));
        return this;
    }

    public Svg circle(double x, double y, double radius, String fill, String stroke) {
        drawing.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\"/>"
                .formatted(number(x), number(y), number(radius), fill, stroke));
        return this;
    }

    public Svg path(String data, String fill, String stroke) {
        drawing.append("<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1\" stroke-linejoin=\"round\"/>"
                .formatted(data, fill, stroke));
        return this;
    }

    /// Words.
    ///
    /// @param anchor `start`, `middle` or `end`
    public Svg text(double x, double y, String anchor, double size, String fill, String words) {
        drawing.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>"
                .formatted(number(x), number(y), anchor, number(size), fill, escape(words)));
        return this;
    }

    public String end() {
        return drawing.append("</svg>").toString();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
