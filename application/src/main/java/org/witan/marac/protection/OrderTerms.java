package org.witan.marac.protection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an order says.
///
/// @param issuer which court or force made it; empty when not known
/// @param madeOn null when not known
/// @param servedOn null while it was not served, or when that is not known
/// @param endsOn its last day; null until further order
/// @param conditions a line each
public record OrderTerms(
        OrderType type,
        String issuer,
        @Nullable LocalDate madeOn,
        @Nullable LocalDate servedOn,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String conditions) {

    /// What looks wrong with dates. It is asked about, and stops nothing.
    public enum Doubt {
        TOO_LONG,
        TOO_SHORT,
        MADE_AFTER_IT_STARTS,
        SERVED_BEFORE_IT_IS_MADE,
        OVER_ALREADY
    }

    /// What looks wrong.
    public List<Doubt> doubts(LocalDate today) {
        var doubts = new ArrayList<Doubt>();
        if (!type.admitsEnd(startsOn, endsOn)) {
            doubts.add(Doubt.TOO_LONG);
        }
        if (!type.isLongEnough(startsOn, endsOn)) {
            doubts.add(Doubt.TOO_SHORT);
        }
        if (madeOn != null && madeOn.isAfter(startsOn)) {
            doubts.add(Doubt.MADE_AFTER_IT_STARTS);
        }
        if (madeOn != null && servedOn != null && servedOn.isBefore(madeOn)) {
            doubts.add(Doubt.SERVED_BEFORE_IT_IS_MADE);
        }
        if (endsOn != null && endsOn.isBefore(today)) {
            doubts.add(Doubt.OVER_ALREADY);
        }
        return doubts;
    }

    @Override
    public String toString() {
        return "terms of an order";
    }
}
