package org.witan.marac.web;

import java.util.List;
import org.witan.site.FormPage.Control;

/// A field of a page of a referral.
///
/// @param field its name on the page
/// @param choices the codes that it offers; empty for a text
/// @param most so many characters fit
/// @param type of an input, as HTML names it
record Ask(String field, Control control, List<String> choices, int most, String type) {
    private static final int LINE = 120;
    private static final int WORDS = 10_000;
    private static final List<String> ANSWERS = List.of("YES", "NO", "UNKNOWN", "DECLINED", "NOT_ASKED");

    static Ask line(String field) {
        return new Ask(field, Control.TEXT, List.of(), LINE, "text");
    }

    static Ask line(String field, int most, String type) {
        return new Ask(field, Control.TEXT, List.of(), most, type);
    }

    static Ask words(String field) {
        return new Ask(field, Control.LINES, List.of(), WORDS, "text");
    }

    static Ask words(String field, int most) {
        return new Ask(field, Control.LINES, List.of(), most, "text");
    }

    /// Yes, no, and the three that are neither.
    static Ask answer(String field) {
        return new Ask(field, Control.RADIOS, ANSWERS, LINE, "text");
    }

    static Ask radios(String field, String... choices) {
        return new Ask(field, Control.RADIOS, List.of(choices), LINE, "text");
    }

    static Ask select(String field, List<String> choices) {
        return new Ask(field, Control.ONE_OF, choices, LINE, "text");
    }

    static Ask boxes(String field, List<String> choices) {
        return new Ask(field, Control.CHECKBOXES, choices, LINE, "text");
    }

    /// Whether the choices are the answers that all such questions share.
    boolean isAnswer() {
        return choices.equals(ANSWERS);
    }
}
