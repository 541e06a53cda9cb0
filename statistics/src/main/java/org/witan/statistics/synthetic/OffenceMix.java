package org.witan.statistics.synthetic;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.IntStream;

/// How often one class of offence is recorded in a year, and what its crimes look like.
///
/// @param counts crimes by financial year, from 2017-18 on
/// @param victim who can be harmed: `any`, `under-13`, …, or `none` for a crime without a person as its victim
/// @param online, alcohol, knife, firearm and hate: how likely the flag is "yes"
record OffenceMix(
        String code,
        List<Long> counts,
        double domesticShare,
        double femaleShare,
        double femaleShareDomestic,
        String victim,
        String place,
        String outcome,
        String delay,
        double online,
        double alcohol,
        double knife,
        double firearm,
        double hate) {

    static List<OffenceMix> staffordshire() {
        return ShippedTable.read("staffordshire-mix.csv").stream()
                .map(OffenceMix::of)
                .toList();
    }

    private static OffenceMix of(NamedCsvRecord row) {
        return new OffenceMix(
                row.getField("code"),
                IntStream.range(FinancialYears.FIRST, FinancialYears.LAST + 1)
                        .mapToObj(year -> Long.valueOf(row.getField(FinancialYears.name(year))))
                        .toList(),
                number(row, "domestic_share"),
                number(row, "female_share"),
                number(row, "female_share_domestic"),
                row.getField("victim"),
                row.getField("place"),
                row.getField("outcome"),
                row.getField("delay"),
                number(row, "online"),
                number(row, "alcohol"),
                number(row, "knife"),
                number(row, "firearm"),
                number(row, "hate"));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    long in(int year) {
        return counts.get(year - FinancialYears.FIRST);
    }

    boolean hasPersonAsVictim() {
        return !victim.equals("none");
    }

    boolean isAgainstChild() {
        return victim.startsWith("under-");
    }
}
