package org.witan.statistics.place;

import java.util.List;

/// What was read for an answer, and what could not be used.
///
/// @param title the offence set
/// @param version of the set
/// @param area its name
/// @param period as a person says it
/// @param snapshot what was read from
/// @param crimes rows of the set in the area in the months that are loaded
/// @param withoutPoint of them, those without a point
/// @param outsideEngland of them, those with a point outside England
public record Read(
        String title,
        String version,
        String area,
        String period,
        List<String> months,
        String snapshot,
        int crimes,
        int withoutPoint,
        int outsideEngland) {

    public Read {
        months = List.copyOf(months);
    }
}
