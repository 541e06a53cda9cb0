package org.witan.statistics.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.ClaimsCheck.Relation;

/// Compares printed numbers with the store's.
final class StoredClaims {
    private StoredClaims() {}

    static List<Relation> count(Claims claims, Figure stored) {
        var relations = new ArrayList<Relation>();
        relations.add(counted("stored-count", "total", claims.total(), stored.value(), stored));
        if (claims.change() != null) {
            relations.add(
                    percent("stored-change", "change", claims.change(), stored.changePercent(), exactChange(stored)));
        }
        return relations;
    }

    static List<Relation> share(Claims claims, Figure stored) {
        var relations = new ArrayList<Relation>();
        if (claims.part() != null) {
            relations.add(counted("stored-part", "part", claims.part(), stored.numerator(), stored));
        }
        if (claims.share() != null) {
            relations.add(percent("stored-share", "share", claims.share(), stored.value(), exactShare(stored)));
        }
        return relations;
    }

    private static Relation counted(String name, String what, long printed, @Nullable Double stored, Figure figure) {
        boolean agrees = stored != null && stored == printed;
        var explanation = stored == null
                ? "The store gives no " + what + " (" + figure.state().name().toLowerCase(Locale.ROOT) + ")."
                : "Printed " + what + " " + Words.count(printed) + "; the store has " + Words.count(stored) + ".";
        return new Relation(name, Words.count(printed), stored, agrees, List.of(), explanation);
    }

    private static Relation percent(
            String name, String what, BigDecimal printed, @Nullable Double shown, @Nullable BigDecimal exact) {
        var text = (what.equals("share") ? printed.toPlainString() : CheckingClaims.signed(printed)) + " %";
        if (shown == null || exact == null) {
            return new Relation(
                    name,
                    text,
                    null,
                    false,
                    List.of(),
                    "The store gives no " + what + " in per cent for this question.");
        }
        var under = CheckingClaims.roundings(exact, printed);
        return new Relation(
                name,
                text,
                exact.doubleValue(),
                under.contains("half up") || under.contains("half even"),
                under,
                "Printed " + what + " " + text + "; the store gives " + CheckingClaims.plain(exact, 2) + " %.");
    }

    private static @Nullable BigDecimal exactChange(Figure figure) {
        var now = figure.value();
        var then = figure.previous();
        return now == null || then == null || then == 0 ? null : BigDecimal.valueOf(100 * (now - then) / then);
    }

    private static @Nullable BigDecimal exactShare(Figure figure) {
        var part = figure.numerator();
        var whole = figure.denominator();
        return part == null || whole == null || whole == 0 ? null : BigDecimal.valueOf(100 * part / whole);
    }
}
