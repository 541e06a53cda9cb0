package org.witan.site.work;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.site.Days;
import org.witan.site.Wording;

/// "Your work" as it is shown: what presses first, then the week, one's own, and what comes.
///
/// @param sections only those in which something stands
/// @param next the next thing that will wait, when nothing does; null when none is known
/// @param failed names of the modules that did not answer
record WorkPage(List<Part> sections, @Nullable Line next, List<String> failed) {

    /// A section with its lines.
    record Part(String id, String heading, List<Line> lines) {}

    /// One thing that waits.
    ///
    /// @param path where it is dealt with; null when there is nothing to open
    /// @param due its day, in words; null when it has none
    /// @param pressing `danger` or `late`; null for neither
    record Line(
            String words,
            @Nullable String path,
            @Nullable String due,
            @Nullable String pressing) {}

    /// Makes the page.
    @Component
    static final class Making {
        private static final Comparator<WaitingItem> PRESSING_FIRST = Comparator.comparing(WaitingItem::urgency)
                .thenComparing(WaitingItem::due, Comparator.nullsLast(Comparator.naturalOrder()));
        private final Wording words;
        private final Days days;

        Making(Wording words, Days days) {
            this.words = words;
            this.days = days;
        }

        WorkPage page(YourWork.Gathered gathered) {
            var sections = Stream.of(Section.NOW, Section.THIS_WEEK, Section.MINE, Section.WATCH)
                    .map(section -> part(section, gathered.items()))
                    .filter(part -> !part.lines.isEmpty())
                    .toList();
            Optional<Line> next = sorted(Section.LATER, gathered.items()).findFirst();
            return new WorkPage(
                    sections,
                    next.orElse(null),
                    gathered.failed().stream().map(words::the).toList());
        }

        private Part part(Section section, List<WaitingItem> items) {
            String name = section.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            return new Part(
                    name,
                    words.the("work.section." + name),
                    sorted(section, items).toList());
        }

        private Stream<Line> sorted(Section section, List<WaitingItem> items) {
            return items.stream()
                    .filter(item -> item.section() == section)
                    .sorted(PRESSING_FIRST)
                    .map(this::line);
        }

        private Line line(WaitingItem item) {
            var due = item.due();
            return new Line(
                    item.words(),
                    item.path().isEmpty() ? null : item.path(),
                    due == null ? null : words.the("work.due", Days.words(due), away(days.until(due))),
                    switch (item.urgency()) {
                        case DANGER -> "danger";
                        case LATE -> "late";
                        case ORDINARY -> null;
                    });
        }

        private String away(long days) {
            if (days == 0) {
                return words.the("work.due.today");
            }
            return words.the(days > 0 ? "work.due.ahead" : "work.due.over", Math.abs(days));
        }
    }
}
