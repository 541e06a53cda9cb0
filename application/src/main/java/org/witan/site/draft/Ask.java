package org.witan.site.draft;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage.Asked;
import org.witan.site.FormPage.Control;

/// A field of a page of a draft.
///
/// @param field its name on the page
/// @param choices the codes that it offers; empty for a text
/// @param most so many characters fit
/// @param type of an input, as HTML names it
public record Ask(String field, Control control, List<String> choices, int most, String type) {
    private static final int LINE = 120;
    private static final int WORDS = 10_000;
    private static final List<String> ANSWERS = List.of("YES", "NO", "UNKNOWN", "DECLINED", "NOT_ASKED");

    public static Ask line(String field) {
        return new Ask(field, Control.TEXT, List.of(), LINE, "text");
    }

    public static Ask line(String field, int most, String type) {
        return new Ask(field, Control.TEXT, List.of(), most, type);
    }

    public static Ask words(String field) {
        return new Ask(field, Control.LINES, List.of(), WORDS, "text");
    }

    public static Ask words(String field, int most) {
        return new Ask(field, Control.LINES, List.of(), most, "text");
    }

    /// Yes, no, and the three that are neither.
    public static Ask answer(String field) {
        return new Ask(field, Control.RADIOS, ANSWERS, LINE, "text");
    }

    public static Ask radios(String field, String... choices) {
        return new Ask(field, Control.RADIOS, List.of(choices), LINE, "text");
    }

    public static Ask select(String field, List<String> choices) {
        return new Ask(field, Control.ONE_OF, choices, LINE, "text");
    }

    public static Ask boxes(String field, List<String> choices) {
        return new Ask(field, Control.CHECKBOXES, choices, LINE, "text");
    }

    /// Whether the choices are the answers that all such questions share.
    public boolean isAnswer() {
        return choices.equals(ANSWERS);
    }

    /// The question as a form shows it.
    ///
    /// @param choose what stands first where one of a list is chosen
    /// @param words of each choice
    public Asked asked(Form form, String choose, Function<String, Field.Choice> words) {
        if (choices.isEmpty()) {
            return new Asked(control, form.text(field, type, "off"));
        }
        return new Asked(
                control,
                form.field(
                        field,
                        Stream.concat(
                                        control == Control.ONE_OF
                                                ? Stream.of(new Field.Choice("", choose))
                                                : Stream.empty(),
                                        choices.stream().map(words))
                                .toList()));
    }
}
