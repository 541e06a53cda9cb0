package org.witan.statistics.reference;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A change in the law, in the counting rules or in the world that makes figures before and after it differ.
///
/// @param kind `classification`, `counting-rule`, `new-offence`, `flag`, `abnormal-period`, `missing-data`
/// @param from the first day it holds; @param to the last day of an abnormal period, else null
/// @param codes offences it touches; empty: all
/// @param flags flags it touches (`domestic`); empty: none in particular
/// @param areas codes of the areas it touches; empty: all
/// @param action what a comparison across it gets
/// @param netsOut true when offences only moved between the codes named: a set that holds all of them is warned, not
/// refused
/// @param effect `up`, `down`, `mixed`
/// @param status `published` or `background`
public record SeriesBreak(
        String id,
        String title,
        String kind,
        LocalDate from,
        @Nullable LocalDate to,
        Set<OffenceCode> codes,
        Set<String> flags,
        Set<String> areas,
        Action action,
        boolean netsOut,
        String effect,
        String reason,
        String source,
        String status) {

    /// What a comparison across the break gets.
    public enum Action {
        WARN,
        REFUSE
    }
}
