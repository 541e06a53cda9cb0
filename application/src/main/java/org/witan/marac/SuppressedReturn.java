package org.witan.marac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.witan.marac.DataReturn.Count;
import org.witan.marac.DataReturn.Counts;
import org.witan.statistics.comparison.LinkedTable;
import org.witan.statistics.comparison.LinkedTable.Move;
import org.witan.statistics.comparison.LinkedTable.Row;
import org.witan.statistics.comparison.LinkedTable.Step;

/// The data return as it leaves the partnership: without small numbers, and without those from which they could be
/// worked out. Its meetings add up to quarters and these to all; who referred adds up to the partners, these and the
/// police to all cases, and so do repeats and first referrals, and "yes", "no" and "not known".
///
/// Meetings that heard few cases, and emergency meetings, do not leave as rows of their own: those of a quarter are one
/// row. That row is told where it has cases enough, and otherwise anybody can work it out from the sums; so it is
/// suppressed like any other in either case.
///
/// @param quarters in the order of the return
/// @param meetings those that leave, in the order of the return
/// @param others of each quarter that has some, in the order of the quarters
public record SuppressedReturn(Line all, List<Line> quarters, List<Line> meetings, List<Others> others) {
    static final List<Column> COLUMNS = Arrays.stream(ReturnCell.values())
            .flatMap(SuppressedReturn::columns)
            .toList();
    static final List<Move> MOVES = moves();

    public SuppressedReturn {
        quarters = List.copyOf(quarters);
        meetings = List.copyOf(meetings);
        others = List.copyOf(others);
    }

    /// The columns that leave, in the order of the numbers of a [Line].
    public static List<Column> columns() {
        return COLUMNS.stream().filter(Column::isShown).toList();
    }

    /// Suppresses what must not leave.
    public static SuppressedReturn of(DataReturn counted) {
        List<DataReturn.QuarterOf> quarters = counted.quarters();
        var rows = new ArrayList<Row>();
        rows.add(new Row(-1, numbers(counted.all())));
        quarters.forEach(quarter -> rows.add(new Row(0, numbers(quarter.counts()))));
        List<Quarter> order =
                quarters.stream().map(DataReturn.QuarterOf::quarter).toList();
        counted.leaving()
                .forEach(row -> rows.add(new Row(1 + order.indexOf(Quarter.of(row.day())), numbers(row.counts()))));
        List<DataReturn.QuarterOf> others = order.stream()
                .map(quarter -> new DataReturn.QuarterOf(quarter, counted.others(quarter)))
                .filter(one -> one.counts().number(ReturnCell.CASES) > 0)
                .toList();
        others.forEach(one -> rows.add(new Row(1 + order.indexOf(one.quarter()), numbers(one.counts()))));
        boolean[][] hidden = LinkedTable.hide(
                rows,
                COLUMNS.stream()
                        .map(column -> new LinkedTable.Column(column.isShown()))
                        .toList(),
                MOVES);
        List<Line> lines = IntStream.range(0, rows.size())
                .mapToObj(row -> line(rows.get(row), hidden[row]))
                .toList();
        int first = 1 + quarters.size();
        int last = lines.size() - others.size();
        return new SuppressedReturn(
                lines.getFirst(),
                lines.subList(1, first),
                lines.subList(first, last),
                IntStream.range(0, others.size())
                        .filter(one -> others.get(one).counts().number(ReturnCell.CASES) >= DataReturn.FEWEST)
                        .mapToObj(one -> new Others(others.get(one), lines.get(last + one)))
                        .toList());
    }

    /// The meetings of a quarter that do not leave as rows of their own.
    public record Others(DataReturn.QuarterOf quarter, Line line) {}

    private static Line line(Row row, boolean[] hidden) {
        return new Line(IntStream.range(0, COLUMNS.size())
                .filter(column -> COLUMNS.get(column).isShown())
                .mapToObj(column -> hidden[column]
                        ? OptionalInt.empty()
                        : OptionalInt.of(Math.toIntExact(row.counts().get(column))))
                .toList());
    }

    private static List<Long> numbers(Counts counts) {
        return COLUMNS.stream().map(column -> column.number(counts)).toList();
    }

    private static Stream<Column> columns(ReturnCell cell) {
        boolean hasRest = cell.isAboutTheVictim() || cell == ReturnCell.REPEATS;
        return Stream.of(
                        Stream.of(new Column(cell, Kind.NUMBER)),
                        cell.isSometimesUnknown() ? Stream.of(new Column(cell, Kind.UNKNOWN)) : Stream.<Column>of(),
                        hasRest ? Stream.of(new Column(cell, Kind.REST)) : Stream.<Column>of())
                .flatMap(some -> some);
    }

    private static List<Move> moves() {
        var moves = new ArrayList<Move>();
        Stream.of(
                        step(ReturnCell.CHILDREN, Kind.NUMBER, 1),
                        step(ReturnCell.HARMERS_UNDER_18, Kind.NUMBER, 1),
                        step(ReturnCell.HARMERS_UNDER_18, Kind.UNKNOWN, 1))
                .forEach(step -> moves.add(new Move(List.of(step))));
        for (List<Column> answers : answers()) {
            for (int one = 0; one < answers.size(); one++) {
                for (int other = one + 1; other < answers.size(); other++) {
                    moves.add(new Move(List.of(step(answers.get(one), 1), step(answers.get(other), -1))));
                }
            }
        }
        List<ReturnCell> partners =
                Arrays.stream(ReturnCell.values()).filter(ReturnCell::isPartner).toList();
        for (ReturnCell one : partners) {
            moves.add(new Move(List.of(
                    step(ReturnCell.FROM_POLICE, Kind.NUMBER, 1),
                    step(ReturnCell.FROM_PARTNERS, Kind.NUMBER, -1),
                    step(one, Kind.NUMBER, -1))));
            partners.stream()
                    .filter(other -> other.compareTo(one) > 0)
                    .forEach(other ->
                            moves.add(new Move(List.of(step(one, Kind.NUMBER, 1), step(other, Kind.NUMBER, -1)))));
        }
        addOneCaseMore(moves, partners);
        return List.copyOf(moves);
    }

    /// A case more, from whomever it came: nothing is said of its victim, or one thing is.
    private static void addOneCaseMore(List<Move> moves, List<ReturnCell> partners) {
        List<List<Step>> sources = Stream.concat(
                        Stream.of(List.of(step(ReturnCell.FROM_POLICE, Kind.NUMBER, 1))),
                        partners.stream()
                                .map(one -> List.of(
                                        step(ReturnCell.FROM_PARTNERS, Kind.NUMBER, 1), step(one, Kind.NUMBER, 1))))
                .toList();
        for (List<Step> source : sources) {
            List<Column> plain = answers().stream().map(List::getLast).toList();
            moves.add(oneMore(source, plain));
            for (int topic = 0; topic < plain.size(); topic++) {
                for (Column other :
                        answers().get(topic).subList(0, answers().get(topic).size() - 1)) {
                    var said = new ArrayList<>(plain);
                    said.set(topic, other);
                    moves.add(oneMore(source, said));
                }
            }
        }
    }

    private static Move oneMore(List<Step> source, List<Column> said) {
        return new Move(Stream.of(
                        Stream.of(step(ReturnCell.CASES, Kind.NUMBER, 1)),
                        source.stream(),
                        said.stream().map(column -> step(column, 1)))
                .flatMap(steps -> steps)
                .toList());
    }

    /// Of each thing that is said of every case, what may be said; last what is not shown.
    private static List<List<Column>> answers() {
        return Arrays.stream(ReturnCell.values())
                .map(cell -> columns(cell).toList())
                .filter(columns -> columns.getLast().kind() == Kind.REST)
                .toList();
    }

    private static Step step(ReturnCell cell, Kind kind, int by) {
        return step(new Column(cell, kind), by);
    }

    private static Step step(Column column, int by) {
        return new Step(COLUMNS.indexOf(column), by);
    }

    /// What a column counts.
    public enum Kind {
        NUMBER,
        UNKNOWN,
        /// The cases of which it is known that it is not so. Nobody is shown it, and anybody can work it out.
        REST
    }

    /// A column of the file.
    public record Column(ReturnCell cell, Kind kind) {
        boolean isShown() {
            return kind != Kind.REST;
        }

        long number(Counts counts) {
            Count count = counts.of(cell);
            return switch (kind) {
                case NUMBER -> count.number();
                case UNKNOWN -> count.unknown();
                case REST -> counts.number(ReturnCell.CASES) - count.number() - (long) count.unknown();
            };
        }
    }

    /// The numbers of one row, by [SuppressedReturn#columns()]; empty where one is suppressed.
    public record Line(List<OptionalInt> numbers) {
        public Line {
            numbers = List.copyOf(numbers);
        }

        /// A number of this row; empty when it is suppressed.
        public OptionalInt number(ReturnCell cell) {
            return numbers.get(columns().indexOf(new Column(cell, Kind.NUMBER)));
        }

        /// How much is not known; empty when it is suppressed.
        public OptionalInt unknown(ReturnCell cell) {
            return numbers.get(columns().indexOf(new Column(cell, Kind.UNKNOWN)));
        }
    }
}
