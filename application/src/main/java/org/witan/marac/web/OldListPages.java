package org.witan.marac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Viewer;
import org.witan.marac.OldList;
import org.witan.marac.OldList.Line;
import org.witan.marac.OldList.State;
import org.witan.marac.TakingOldLists;
import org.witan.marac.oldlist.Column;
import org.witan.marac.oldlist.OldCase;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Makes the pages on which an old list is taken.
@Component
class OldListPages {
    static final String FORM = "marac.oldlist";
    static final String UNDO = "marac.oldlist.undo";
    /// So many rows stand on one page.
    static final int ROWS = 100;

    private static final int EXAMPLE = 40;
    private final KeepingBoards boards;
    private final Wording words;
    private final Days days;

    OldListPages(KeepingBoards boards, Wording words, Days days) {
        this.boards = boards;
        this.words = words;
        this.days = days;
    }

    ListsPage lists(List<OldList> lists, Form form) {
        return new ListsPage(
                form.problems(),
                form.text("text"),
                lists.stream()
                        .map(one -> new Brought(
                                one.id(),
                                words.the(FORM + ".brought", Days.words(one.broughtAt())),
                                words.the(
                                        one.isEmptied() ? FORM + ".stands.emptied" : FORM + ".stands",
                                        one.taken(),
                                        one.waiting(),
                                        one.refused() + one.before())))
                        .toList());
    }

    ColumnsPage columns(Viewer viewer, OldList list, List<Line> first, Form form) {
        var boardChoices = new ArrayList<Field.Choice>();
        boards.list(viewer).stream()
                .filter(one -> one.kind() == BoardKind.MARAC && one.keeps())
                .forEach(one -> boardChoices.add(new Field.Choice(one.id().toString(), one.name())));
        if (boardChoices.size() != 1) {
            boardChoices.addFirst(new Field.Choice("", words.the("marac.refer.choose")));
        }
        var choices = Stream.of(Column.values())
                .map(one -> new Field.Choice(one.name(), words.the(FORM + ".column." + one.name())))
                .toList();
        var asked = new ArrayList<Field>();
        for (int at = 0; at < list.headings().size(); at++) {
            String name = "column-" + at;
            String said = form.value(name);
            asked.add(Field.of(
                    name,
                    list.headings().get(at).isBlank()
                            ? words.the(FORM + ".unnamed", at + 1)
                            : list.headings().get(at),
                    examples(first, at),
                    said.isEmpty() ? list.columns().get(at).name() : said,
                    null,
                    choices));
        }
        UUID known = list.board();
        Field board = form.field("board", boardChoices);
        String chosen = form.value("board").isEmpty() && known != null ? known.toString() : form.value("board");
        return new ColumnsPage(
                list.id(),
                list.version(),
                words.the(FORM + ".read", list.rows(), words.the(FORM + ".kind." + list.kind())),
                list.leftOut() == 0 ? null : words.the(FORM + ".left-out", list.leftOut()),
                form.problems(),
                Field.of("board", board.label(), board.hint(), chosen, board.error(), boardChoices),
                asked);
    }

    private @Nullable String examples(List<Line> first, int at) {
        String all = first.stream()
                .filter(line ->
                        line.cells().size() > at && !line.cells().get(at).isBlank())
                .map(line -> cut(line.cells().get(at).strip()))
                .collect(Collectors.joining(" · "));
        return all.isEmpty() ? null : words.the(FORM + ".example", all);
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXAMPLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXAMPLE)) + "…";
    }

    ModelAndView undo(TakingOldLists.Undoing undoing, Form form) {
        OldList list = undoing.list();
        var page = FormPage.titled(
                        words.the(UNDO), "/old-lists/" + list.id() + "/undo", words.the(UNDO + ".do", undoing.goes()))
                .text(words.the(UNDO + ".text", undoing.goes()))
                .text(words.the(UNDO + ".again"))
                .problems(form.problems())
                .ask(FormPage.Control.LINES, form.text("reason"))
                .back("/old-lists/" + list.id(), words.the(FORM + ".one"));
        if (!undoing.stays().isEmpty()) {
            page.warning(words.the(UNDO + ".stays", undoing.stays().size()));
            page.list(undoing.stays().stream().map(this::stays).toList());
        }
        return page.made().shown();
    }

    private String stays(OldList.Stays one) {
        return words.the(
                UNDO + ".stays.one",
                one.reference(),
                one.what().stream()
                        .map(what -> words.the(UNDO + ".built." + what))
                        .collect(Collectors.joining(", ")));
    }

    private String undone(OldList.Undone one) {
        return words.the(
                UNDO + ".done",
                one.rows(),
                Days.words(one.at()),
                one.by().isEmpty() ? words.the("marac.somebody") : one.by(),
                one.because());
    }

    /// @param repeats which rows repeat an earlier one of the same list, and what that is called
    ListPage list(OldList list, List<Line> lines, Map<UUID, String> repeats, List<OldList.Undone> undone, int after) {
        Integer next = lines.size() < ROWS ? null : lines.getLast().place();
        return new ListPage(
                list.id(),
                list.waiting(),
                list.taken(),
                list.before(),
                list.refused(),
                list.isEmptied(),
                undone.stream().map(this::undone).toList(),
                lines.stream().map(line -> row(list, line, repeats)).toList(),
                after > 0,
                next);
    }

    private Row row(OldList list, Line line, Map<UUID, String> repeats) {
        String place = line.sheet() == 1
                ? words.the(FORM + ".row", line.number())
                : words.the(FORM + ".row.sheet", line.sheet(), line.number());
        String state = line.state() == State.REFUSED
                ? words.the(FORM + ".why." + line.why())
                : words.the(FORM + ".state." + line.state());
        String earlier = line.referral() == null ? null : repeats.get(line.referral());
        return new Row(
                place,
                state,
                line.state().name(),
                says(list, line),
                line.referral(),
                earlier == null ? null : words.the(FORM + ".repeat", earlier));
    }

    /// What would be taken, as it was understood: a mistake in a column is seen here.
    private String says(OldList list, Line line) {
        if (line.state() != State.WAITS
                || !(OldCase.of(list.headings(), list.columns(), line.cells(), days.today())
                        instanceof OldCase.Told read)) {
            return cut(line.cells().stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" · ")));
        }
        OldCase told = read.told();
        String harmers = told.perpetrators().stream().map(OldListPages::name).collect(Collectors.joining("; "));
        return words.the(
                FORM + ".says",
                name(told.victim()),
                harmers.isEmpty() ? words.the(FORM + ".nobody") : harmers,
                Days.words(told.referredOn()),
                told.metOn() == null
                        ? words.the(FORM + ".no-meeting")
                        : words.the(FORM + ".heard." + told.heard(), Days.words(told.metOn())));
    }

    private static String name(OldCase.Someone one) {
        return (one.given() + " " + one.family()).strip() + (one.born().isEmpty() ? "" : " (" + one.born() + ")");
    }

    record ListsPage(List<Problem> problems, Field text, List<Brought> lists) {}

    record Brought(UUID id, String words, String stands) {}

    /// @param leftOut what was not read; null when all was
    record ColumnsPage(
            UUID id,
            int version,
            String read,
            @Nullable String leftOut,
            List<Problem> problems,
            Field board,
            List<Field> columns) {}

    /// @param next the place of the last row, when more follow; null otherwise
    record ListPage(
            UUID id,
            long waiting,
            long taken,
            long before,
            long refused,
            boolean emptied,
            List<String> undone,
            List<Row> rows,
            boolean later,
            @Nullable Integer next) {}

    /// @param repeat that it repeats an earlier row of the list; null when it does not, or was not taken
    record Row(
            String place,
            String state,
            String code,
            String says,
            @Nullable UUID referral,
            @Nullable String repeat) {}
}
