package org.witan.statistics.loading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.witan.statistics.store.Table;

/// The three inputs and the columns that show which one a file is. A column is written once as the schema names it,
/// then with the other names seen for it; `!` marks a column without which the file is not of this kind.
enum InputFormat {
    /// A police record-level extract; see docs/extract-schema.md.
    EXTRACT(Table.CRIME, "police record-level extract", """
            !crime_reference,crime_ref,reference,crime_number
            !offence_code,ho_code,home_office_code
            !recorded_on,date_recorded,recorded_date
            committed_from,date_committed_from,committed_on
            committed_to,date_committed_to
            force,force_name
            area_code,lsoa_code,lsoa
            domestic,domestic_abuse,da_flag
            honour_based
            child_sexual_abuse
            child_sexual_exploitation
            hate
            online
            alcohol
            knife
            firearm
            repeat_victim
            victim_sex
            victim_age
            victim_ethnicity
            relationship
            place,place_type
            outcome_code,outcome
            outcome_on,outcome_date
            record_status
            data_notice""", """
            victim_reference
            victim_given_name
            victim_surname
            victim_date_of_birth
            victim_address
            victim_postcode
            victim_phone
            victim_email
            suspect_reference
            suspect_given_name
            suspect_surname
            suspect_date_of_birth
            suspect_address
            suspect_postcode
            suspect_phone
            suspect_email"""),
    /// A month of a force's crimes as police.uk publishes it.
    STREET(Table.STREET, "police.uk street file", """
            crime_id
            !month
            reported_by
            !falls_within
            longitude
            latitude
            location
            !lsoa_code
            lsoa_name
            !crime_type
            last_outcome_category
            context""", ""),
    /// Counts by force or partnership, quarter and offence, as the Home Office publishes them.
    COUNTED(Table.COUNTED, "Home Office open table", """
            !financial_year
            !financial_quarter
            !force_name
            csp_name,community_safety_partnership_name
            csp_code,ons_code,ons_csp_code,community_safety_partnership_code
            offence_description
            offence_group
            offence_subgroup
            !offence_code
            !number_of_offences,offence_count,offences""", "");

    private final Table table;
    private final String words;
    private final String columns;
    private final String personColumns;

    InputFormat(Table table, String words, String columns, String personColumns) {
        this.table = table;
        this.words = words;
        this.columns = columns;
        this.personColumns = personColumns;
    }

    Table table() {
        return table;
    }

    String words() {
        return words;
    }

    /// Every accepted header name, normalised, to the schema's own name.
    Map<String, String> names() {
        return columns.lines()
                .map(line -> line.replace("!", "").split(","))
                .flatMap(names -> Arrays.stream(names).map(name -> Map.entry(name, names[0])))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<String> required() {
        return columns.lines()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1).split(",", 2)[0])
                .toList();
    }

    List<String> personColumns() {
        return personColumns.lines().toList();
    }

    /// A header name without case, spaces or punctuation: `Crime ID` and `crime_id` are one.
    static String normalised(String header) {
        return header.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }

    /// The SQL type in which a column is read; what cannot be cast becomes a rejection with its line.
    static String sqlType(String column) {
        Function<String, Boolean> in = names -> Arrays.asList(names.split(",")).contains(column);
        if (in.apply("recorded_on,committed_from,committed_to,outcome_on")) {
            return "DATE";
        }
        if (in.apply("longitude,latitude")) {
            return "DOUBLE";
        }
        if (column.equals("victim_age")) {
            return "SMALLINT";
        }
        return CodedColumn.find(column).map(CodedColumn::type).orElse("VARCHAR");
    }
}
