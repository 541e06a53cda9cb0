package org.witan.marac;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.witan.people.Answer;
import org.witan.site.draft.TypedPages;

/// What was typed into a referral so far, by field: `victim.given`, `perpetrator.2.born`. Nothing in it was checked.
public final class Answers {
    /// So many persons of one standing can be named.
    public static final int MOST = 8;

    private final TypedPages pages;

    private Answers(TypedPages pages) {
        this.pages = pages;
    }

    public static Answers of(Map<String, List<String>> typed) {
        return new Answers(TypedPages.of(typed));
    }

    static Answers of(TypedPages pages) {
        return new Answers(pages);
    }

    /// The same, with what was typed on one page in place of what that page held before.
    ///
    /// @param page the beginning of the page's fields: `victim` or `perpetrator.2`
    public Answers with(String page, Map<String, List<String>> fields) {
        return new Answers(pages.with(page, fields));
    }

    /// What one page holds, by its own fields.
    public Map<String, List<String>> on(String page) {
        return pages.on(page);
    }

    /// Stands for what one page holds: another mark, another content.
    public String mark(String page) {
        return pages.mark(page);
    }

    /// Whether anything was typed on a page.
    public boolean has(String page) {
        return pages.has(page);
    }

    /// A text without blanks around it; empty when nothing was typed.
    public String text(String field) {
        return pages.text(field);
    }

    /// All that a field holds, as for boxes that are ticked.
    public List<String> all(String field) {
        return pages.all(field);
    }

    /// One of the four answers, or that nobody asked.
    public Answer answer(String field) {
        String text = text(field);
        for (Answer answer : Answer.values()) {
            if (answer.name().equals(text)) {
                return answer;
            }
        }
        return Answer.NOT_ASKED;
    }

    /// How many persons were begun: `perpetrator` or `other`.
    public int count(String persons) {
        return (int) IntStream.rangeClosed(1, MOST)
                .filter(place -> has(persons + "." + place))
                .count();
    }

    /// The places at which persons stand, in order.
    public List<Integer> places(String persons) {
        return IntStream.rangeClosed(1, MOST)
                .filter(place -> has(persons + "." + place))
                .boxed()
                .toList();
    }

    /// All of it, for the table.
    public Map<String, List<String>> typed() {
        return pages.typed();
    }

    TypedPages pages() {
        return pages;
    }

    @Override
    public String toString() {
        return pages.toString();
    }
}
