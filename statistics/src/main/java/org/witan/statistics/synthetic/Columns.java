package org.witan.statistics.synthetic;

import java.util.List;

/// The columns of a police record-level extract, in order, as `docs/extract-schema.md` describes them.
final class Columns {
    static final List<String> CRIME = List.of(
            "crime_reference",
            "offence_code",
            "recorded_on",
            "committed_from",
            "committed_to",
            "force",
            "area_code",
            "domestic",
            "honour_based",
            "child_sexual_abuse",
            "child_sexual_exploitation",
            "hate",
            "online",
            "alcohol",
            "knife",
            "firearm",
            "repeat_victim",
            "victim_sex",
            "victim_age",
            "victim_ethnicity",
            "relationship",
            "place",
            "outcome_code",
            "outcome_on",
            "record_status",
            "data_notice");

    static final List<String> PERSONS = List.of(
            "victim_reference",
            "victim_given_name",
            "victim_surname",
            "victim_date_of_birth",
            "victim_address",
            "victim_postcode",
            "victim_phone",
            "victim_email",
            "suspect_reference",
            "suspect_given_name",
            "suspect_surname",
            "suspect_date_of_birth",
            "suspect_address",
            "suspect_postcode",
            "suspect_phone",
            "suspect_email");

    private Columns() {}
}
