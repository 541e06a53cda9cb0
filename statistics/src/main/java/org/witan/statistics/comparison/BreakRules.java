package org.witan.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.reference.SeriesBreak;

/// What a break in the series does to a comparison across it.
final class BreakRules {
    /// Below this share of the set a break cannot carry the change, so that a warning is enough.
    private static final double SMALL_PART = 10;

    static final Rule NOT_ACROSS_A_BREAK = new Rule(
            "notAcrossABreak",
            "Figures before and after a change of what is recorded are not compared.",
            "domain rule 20; the breaks' own sources",
            "A change in counting looks like a change in crime.",
            BreakRules::judge);

    private BreakRules() {}

    private static List<Finding> judge(Compared compared) {
        var findings = new ArrayList<Finding>();
        for (var crossing : compared.crossings()) {
            findings.add(judge(crossing, compared));
        }
        return findings.stream().distinct().toList();
    }

    private static Finding judge(Crossing crossing, Compared compared) {
        var note = crossing.note();
        if (note.to() != null) {
            return abnormal(note, compared);
        }
        return switch (crossing.touch()) {
            case NOTHING, NETTED_OUT ->
                caution(note, "Offences moved between codes that " + set(crossing, compared) + " all holds. ");
            case ALL -> acted(note, "");
            case SOME -> partly(crossing, compared);
        };
    }

    private static Finding partly(Crossing crossing, Compared compared) {
        var share = share(crossing, compared);
        if (share == null) {
            return acted(crossing.note(), "");
        }
        var held = compared.isPublic()
                ? "less than %.0f %%".formatted(SMALL_PART)
                : "%s and %s".formatted(Words.percent(share.now()), Words.percent(share.then()));
        return caution(
                crossing.note(),
                "It touches "
                        + Words.list(crossing.affected().stream()
                                .map(code -> code.value())
                                .sorted()
                                .toList()) + " only, " + held + " of " + set(crossing, compared)
                        + " in the two periods. ");
    }

    private record Share(double now, double then) {}

    /// The affected share of the set in the later and the earlier period; null when it is not small in both.
    private static @Nullable Share share(Crossing crossing, Compared compared) {
        var affected = compared.affected().getOrDefault(crossing, Tally.NONE);
        double now = percent(affected.now().n(), size(compared.total().now(), crossing, compared));
        double then = percent(affected.then().n(), size(compared.total().then(), crossing, compared));
        return now < SMALL_PART && then < SMALL_PART ? new Share(now, then) : null;
    }

    /// The crimes of the crossing's set: a share of a set counts the set itself as the numerator.
    private static long size(Counts counts, Crossing crossing, Compared compared) {
        return compared.subject().whole() != null && crossing.within() == Crossing.Within.SET
                ? counts.part()
                : counts.n();
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static Finding abnormal(SeriesBreak note, Compared compared) {
        boolean base = Crossing.overlaps(note, compared.then());
        boolean both = base && Crossing.overlaps(note, compared.now());
        var which = both ? "Both periods overlap" : base ? "The base period overlaps" : "The later period overlaps";
        var text = which + " a stretch that is not like others (" + note.title() + "). " + note.reason();
        var code = note.kind().equals("missing-data") ? "missing-data" : "abnormal-base-year";
        return switch (note.action()) {
            case WARN -> new Finding.Caution(code, text, note.source());
            case REFUSE -> new Finding.ComparisonRefused(code, text, note.source());
        };
    }

    private static Finding acted(SeriesBreak note, String more) {
        return switch (note.action()) {
            case WARN -> caution(note, more);
            case REFUSE -> new Finding.ComparisonRefused("series-break", text(note, more), note.source());
        };
    }

    private static Finding caution(SeriesBreak note, String more) {
        return new Finding.Caution("series-break", text(note, more), note.source());
    }

    private static String text(SeriesBreak note, String more) {
        return note.title() + " (from " + note.from() + "). " + more + note.reason();
    }

    private static String set(Crossing crossing, Compared compared) {
        var whole = compared.subject().whole();
        return "the set "
                + (whole != null && crossing.within() == Crossing.Within.WHOLE
                        ? whole.name()
                        : compared.subject().set().name());
    }
}
