package org.witan.statistics.loading;

import java.time.LocalDate;
import org.witan.statistics.store.Table;

/// One line of a police.uk street file. Every published line is kept, lines with a repeated crime id and
/// lines outside the force's area included: that is what was published, and what an independent count will find.
record StreetRows(LocalDate today) implements RowRules {

    @Override
    public String select(String source) {
        return RowRules.frame(Table.STREET, """
                try_strptime(r.month || '-01', '%Y-%m-%d')::DATE AS month,
                  r.month AS month_printed,
                  nullif(trim(r.crime_id), '') AS crime_id,
                  c.slug AS category,
                  f.code AS force,
                  nullif(trim(r.lsoa_code), '') AS area_published,
                  a.district, a.ward, a.lsoa, a.vintage AS area_vintage,
                  r.longitude, r.latitude,
                  nullif(trim(r.last_outcome_category), '') AS outcome,
                  false AS offence_unknown, NULL::VARCHAR AS offence_printed""", source + """
                         r LEFT JOIN street_category c ON c.slug = replace(lower(trim(r.crime_type)), ' ', '-')
                        LEFT JOIN placed_code a ON a.printed = r.lsoa_code
                        LEFT JOIN force_name f ON f.printed = r.falls_within""", "false", "false", """
                CASE
                    WHEN month IS NULL THEN 'not-a-month'
                    WHEN month > DATE '%s' THEN 'recorded-in-future'
                    WHEN month < DATE '2010-12-01' THEN 'before-police-uk'
                    WHEN category IS NULL THEN 'unknown-category'
                    WHEN force IS NULL THEN 'unknown-force'
                    WHEN area_published IS NOT NULL AND area_vintage IS NULL THEN 'unknown-area'
                  END""".formatted(today));
    }
}
