package org.witan.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.reference.Populations.Population;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Table;

/// Puts a figure together from the counts and the findings; what must not be seen is left out here and
/// nowhere else.
///
/// Longer than most classes because a figure has many fields; each method makes one of them.
final class FigureOf {
    private final Compared compared;
    private final List<Finding> findings;
    private final List<Line> lines;
    private final Snapshot snapshot;
    private final Lookups lookups;
    private final Reckoning reckoning;
    private final Disclosure.Hidden hiddenNow;
    private final Disclosure.Hidden hiddenThen;

    FigureOf(Compared compared, List<Finding> findings, List<Line> lines, Snapshot snapshot, Lookups lookups) {
        this.compared = compared;
        this.findings = findings;
        this.lines = lines;
        this.snapshot = snapshot;
        this.lookups = lookups;
        this.reckoning = new Reckoning(compared.subject().question().measure());
        this.hiddenNow = hidden(
                compared.total().now(),
                lines.stream().map(line -> line.tally().now()).toList());
        this.hiddenThen = hidden(
                compared.total().then(),
                lines.stream().map(line -> line.tally().then()).toList());
    }

    Figure figure() {
        var now =
                side(compared.total().now(), residentsNow(), !compared.heldNow().isEmpty(), hiddenNow.total());
        var then = side(
                compared.total().then(), residentsThen(), !compared.heldThen().isEmpty(), hiddenThen.total());
        if (findings.stream().anyMatch(Finding.ValueRefused.class::isInstance)) {
            now = now.unusable();
        }
        boolean comparable = isComparable() && now.value() != null && then.value() != null;
        boolean change = comparable && findings.stream().noneMatch(Finding.ChangeWithheld.class::isInstance);
        var figure = new Figure(
                compared.subject().question(),
                now.value(),
                now.numerator(),
                now.denominator(),
                denominatorName(),
                then.value(),
                then.numerator(),
                then.denominator(),
                change ? reckoning.change(compared.total(), residentsNow(), residentsThen()) : null,
                comparable
                        ? reckoning
                                .interval(compared.total(), residentsNow(), residentsThen())
                                .orElse(null)
                        : null,
                oneIn(now),
                reckoning.rounding(),
                refusal(),
                hiddenNow.any() || hiddenThen.any(),
                now.state(),
                warnings(),
                definition(),
                snapshot.id(),
                compared.synthetic(),
                sources(),
                rows(),
                "");
        return Sentence.in(figure, compared);
    }

    private Disclosure.Hidden hidden(Counts total, List<Counts> rows) {
        if (!compared.isPublic()) {
            return Disclosure.Hidden.NOTHING;
        }
        boolean additive = compared.subject().question().by() != Question.By.YEAR;
        var hidden = compared.disclosure()
                .hide(
                        reckoning.disclosed(total),
                        rows.stream().map(reckoning::disclosed).toList(),
                        additive);
        // Known weights would tell hidden counts apart from a sum of harm.
        boolean weighted = compared.subject().question().measure() instanceof Measure.Harm;
        return weighted && !hidden.lines().isEmpty() ? new Disclosure.Hidden(true, hidden.lines()) : hidden;
    }

    /// One period of the figure or of a line, as it may be shown.
    private record Side(
            @Nullable Double value,
            @Nullable Double numerator,
            @Nullable Double denominator,
            Figure.State state) {
        Side unusable() {
            return state == Figure.State.MISSING || state == Figure.State.SUPPRESSED
                    ? this
                    : new Side(null, numerator, denominator, Figure.State.NOT_USABLE);
        }
    }

    private Side side(Counts counts, double residents, boolean held, boolean hidden) {
        if (!held) {
            return new Side(null, null, null, Figure.State.MISSING);
        }
        if (hidden) {
            return new Side(null, null, null, Figure.State.SUPPRESSED);
        }
        var value = reckoning.value(counts, residents);
        var state = value == null
                ? Figure.State.NOT_USABLE
                : reckoning.numerator(counts) == 0 ? Figure.State.ZERO : Figure.State.NUMBER;
        return new Side(value, reckoning.numerator(counts), reckoning.denominator(counts, residents), state);
    }

    private List<Figure.Row> rows() {
        return IntStream.range(0, lines.size()).mapToObj(this::row).toList();
    }

    private Figure.Row row(int index) {
        var line = lines.get(index);
        var now = side(line.tally().now(), line.residentsNow(), line.heldNow(), hiddenNow.line(index));
        var then = side(line.tally().then(), line.residentsThen(), line.heldThen(), hiddenThen.line(index));
        boolean change = isComparable()
                && now.value() != null
                && then.value() != null
                && line.tally().then().n() >= BaseRules.SMALL_BASE;
        return new Figure.Row(
                line.code(),
                line.name(),
                now.value(),
                now.numerator(),
                now.denominator(),
                then.value(),
                change ? reckoning.change(line.tally(), line.residentsNow(), line.residentsThen()) : null,
                hiddenNow.line(index) || hiddenThen.line(index),
                now.state());
    }

    private boolean isComparable() {
        return refusal() == null;
    }

    private Figure.@Nullable Refusal refusal() {
        return findings.stream()
                .map(this::refusal)
                .flatMap(refusal -> Stream.ofNullable(refusal))
                .findFirst()
                .orElse(null);
    }

    private Figure.@Nullable Refusal refusal(Finding finding) {
        return switch (finding) {
            case Finding.ComparisonRefused refused ->
                new Figure.Refusal(refused.code(), refused.reason(), lookups.source(refused.source()));
            case Finding.ValueRefused refused ->
                new Figure.Refusal(refused.code(), refused.reason(), lookups.source(refused.source()));
            case Finding.Caution caution -> null;
            case Finding.ChangeWithheld withheld -> null;
        };
    }

    /// Cautions, and every refusal after the first, which is the figure's own.
    private List<Figure.Warning> warnings() {
        var warnings = new ArrayList<Figure.Warning>();
        boolean refused = false;
        for (var finding : findings) {
            var refusal = refusal(finding);
            if (refusal != null && refused) {
                warnings.add(new Figure.Warning(refusal.code(), refusal.reason(), refusal.source()));
            }
            refused |= refusal != null;
            switch (finding) {
                case Finding.Caution caution -> warnings.add(warning(caution));
                case Finding.ChangeWithheld withheld ->
                    warnings.add(new Figure.Warning(withheld.code(), withheld.text(), null));
                case Finding.ComparisonRefused other -> {}
                case Finding.ValueRefused other -> {}
            }
        }
        return warnings.stream().distinct().toList();
    }

    private Figure.Warning warning(Finding.Caution caution) {
        var source = caution.source();
        return new Figure.Warning(caution.code(), caution.text(), source == null ? null : lookups.source(source));
    }

    private @Nullable Double oneIn(Side now) {
        var part = now.numerator();
        var whole = now.denominator();
        boolean share = compared.subject().question().measure().isShare();
        return share && part != null && whole != null && part > 0 && now.value() != null
                ? Words.round(whole / part, 1)
                : null;
    }

    private @Nullable String denominatorName() {
        var subject = compared.subject();
        return switch (subject.question().measure()) {
            case Measure.Count count -> null;
            case Measure.Harm harm -> null;
            case Measure.Rate rate ->
                subject.residents().equals("all") ? "residents" : subject.residents() + " residents";
            case Measure.ShareWithFlag share -> Sentence.crimes(subject.set());
            case Measure.ShareOfSet share -> {
                var whole = subject.whole();
                yield Sentence.crimes(whole == null ? subject.set() : whole);
            }
            case Measure.OutcomeShare share -> Sentence.crimes(subject.set()) + " recorded in the period";
        };
    }

    private Figure.Definition definition() {
        OffenceSet set = compared.subject().set();
        var offences = compared.table() == Table.STREET
                ? set.streetCategories().stream().sorted().toList()
                : set.codes().stream().map(code -> code.value()).sorted().toList();
        var condition = set.condition().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return new Figure.Definition(
                set.name(), set.title(), set.version(), set.status(), offences, String.join(",", condition));
    }

    private List<Figure.SourceNote> sources() {
        var sources = new ArrayList<Figure.SourceNote>();
        snapshot.sources().stream()
                .filter(source -> source.kind() == compared.table())
                .forEach(source -> sources.add(new Figure.SourceNote(
                        source.name(),
                        source.kind().name().toLowerCase(Locale.ROOT),
                        source.sha256(),
                        source.loadedAt().toString())));
        sources.add(reference("definitions " + lookups.version()));
        var residents = compared.residentsNow();
        if (residents != null) {
            sources.add(reference(lookups.source(residents.source())));
        }
        if (compared.subject().question().measure() instanceof Measure.Harm) {
            sources.add(reference("ONS Crime Severity Score weights"));
        }
        return sources;
    }

    private static Figure.SourceNote reference(String name) {
        return new Figure.SourceNote(name, "reference", null, null);
    }

    private double residentsNow() {
        return number(compared.residentsNow());
    }

    private double residentsThen() {
        return number(compared.residentsThen());
    }

    private static double number(@Nullable Population population) {
        return population == null ? Double.NaN : population.number();
    }
}
