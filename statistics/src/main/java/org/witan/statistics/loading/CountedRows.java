package org.witan.statistics.loading;

import java.util.List;
import org.witan.statistics.store.Table;

/// One cell of a Home Office open table. The tables print zero as ` - ` or `-00`, and small negative numbers where a
/// quarter's corrections outweigh its crimes; both are kept as what they are. A blank is missing, never zero.
record CountedRows(List<String> columns) implements RowRules {

    @Override
    public String select(String source) {
        boolean byPartnership = columns.contains("csp_code") || columns.contains("csp_name");
        return RowRules.frame(
                Table.COUNTED,
                """
                make_date(try_cast(regexp_extract(r.financial_year, '^\\s*(\\d{4})(?:\\s*[/-]\\s*\\d{2,4})?\\s*$', 1) AS INTEGER), 4, 1)
                    + to_months(3 * (try_cast(regexp_extract(r.financial_quarter, '^\\s*[Qq]?([1-4])\\s*$', 1) AS INTEGER) - 1))
                    AS quarter_start,
                  quarter_start::DATE AS quarter,
                  f.code AS force,
                  %s AS partnership,
                  %s AS partnership_printed,
                  o.code AS offence,
                  r.offence_code IS NOT NULL AND o.code IS NULL AS offence_unknown,
                  r.offence_code AS offence_printed,
                  replace(replace(r.number_of_offences, ' ', ''), ',', '') AS number_printed,
                  CASE WHEN regexp_full_match(number_printed, '-0*') THEN 0
                    ELSE try_cast(number_printed AS BIGINT) END AS number""".formatted(byPartnership ? "p.code" : "NULL::VARCHAR", partnershipPrinted()),
                source
                        + """
                         r LEFT JOIN offence_form o ON o.printed = upper(replace(r.offence_code, ' ', ''))
                        LEFT JOIN force_name f ON f.printed = trim(r.force_name)
                        %s""".formatted(
                                        byPartnership
                                                ? "LEFT JOIN partnership_name p ON p.printed = " + partnershipPrinted()
                                                : ""),
                "false",
                "false",
                """
                CASE
                    WHEN quarter IS NULL THEN 'not-a-quarter'
                    WHEN force IS NULL THEN 'unknown-force'
                    WHEN partnership_printed IS NOT NULL AND partnership IS NULL THEN 'unknown-partnership'
                    WHEN offence_printed IS NULL THEN 'no-offence'
                    WHEN offence IS NULL THEN 'unknown-offence'
                    WHEN number_printed IS NULL OR number_printed = '' THEN 'no-number'
                    WHEN number IS NULL THEN 'not-a-number'
                  END""");
    }

    private String partnershipPrinted() {
        if (columns.contains("csp_code")) {
            return "trim(r.csp_code)";
        }
        return columns.contains("csp_name") ? "trim(r.csp_name)" : "NULL::VARCHAR";
    }
}
