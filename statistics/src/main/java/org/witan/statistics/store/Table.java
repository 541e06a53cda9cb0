package org.witan.statistics.store;

import java.util.List;
import java.util.stream.Collectors;

/// The three tables of a snapshot. Their columns are the contract between loading and comparison; the data
/// dictionary (`docs/data-dictionary.md`) says what each holds.
public enum Table {
    /// One row a crime, from police record-level extracts. Columns: `reference` VARCHAR (unique in a force), `offence`
    /// VARCHAR (normalised code, `8Q`), `recorded_on` DATE, `committed_from` DATE, `committed_to` DATE, `force`
    /// VARCHAR (E23…), `area_published` VARCHAR (as given), `district` VARCHAR (2024 code), `ward` VARCHAR
    /// (2024 code), `lsoa` VARCHAR (2021 code), `area_vintage` SMALLINT (of the published LSOA code: 2011, or
    /// 2021 also when the code is in both), flags `domestic`, `honour_based`, `child_sexual_abuse`,
    /// `child_sexual_exploitation`, `hate`, `online`, `alcohol`, `knife`, `firearm`, `repeat_victim` VARCHAR
    /// (`yes`, `no`, `unknown`; null: not recorded), `victim_sex` VARCHAR (`female`, `male`, `other`,
    /// `unknown`), `victim_age` SMALLINT (years), `victim_ethnicity` VARCHAR, `relationship` VARCHAR, `place`
    /// VARCHAR, `outcome` VARCHAR (Home Office outcome code, `1` to `22`; `0` or null: not yet assigned),
    /// `outcome_on` DATE. A district, ward or LSOA that is not known is null.
    CRIME("""
            reference VARCHAR
            offence VARCHAR
            recorded_on DATE
            committed_from DATE
            committed_to DATE
            force VARCHAR
            area_published VARCHAR
            district VARCHAR
            ward VARCHAR
            lsoa VARCHAR
            area_vintage SMALLINT
            domestic VARCHAR
            honour_based VARCHAR
            child_sexual_abuse VARCHAR
            child_sexual_exploitation VARCHAR
            hate VARCHAR
            online VARCHAR
            alcohol VARCHAR
            knife VARCHAR
            firearm VARCHAR
            repeat_victim VARCHAR
            victim_sex VARCHAR
            victim_age SMALLINT
            victim_ethnicity VARCHAR
            relationship VARCHAR
            place VARCHAR
            outcome VARCHAR
            outcome_on DATE"""),
    /// One row a line of a police.uk street file. Columns: `month` DATE (its first day), `crime_id` VARCHAR
    /// (null for anti-social behaviour), `category` VARCHAR (slug, `violence-and-sexual-offences`), `force`
    /// VARCHAR (E23…), `area_published` VARCHAR, `district`, `ward`, `lsoa` VARCHAR, `area_vintage` SMALLINT,
    /// `longitude`, `latitude` DOUBLE (anonymised points), `outcome` VARCHAR (as published).
    STREET("""
            month DATE
            crime_id VARCHAR
            category VARCHAR
            force VARCHAR
            area_published VARCHAR
            district VARCHAR
            ward VARCHAR
            lsoa VARCHAR
            area_vintage SMALLINT
            longitude DOUBLE
            latitude DOUBLE
            outcome VARCHAR"""),
    /// One row a cell of a Home Office open table. Columns: `quarter` DATE (its first day), `force` VARCHAR
    /// (E23…, or the name as given for bodies without an area), `partnership` VARCHAR (E22… or null in a table
    /// by force), `offence` VARCHAR (normalised code), `number` BIGINT.
    COUNTED("""
            quarter DATE
            force VARCHAR
            partnership VARCHAR
            offence VARCHAR
            number BIGINT""");

    private final String columns;

    Table(String columns) {
        this.columns = columns;
    }

    /// The columns in the order of the Parquet files.
    public List<Column> columns() {
        return columns.lines().map(Column::parse).toList();
    }

    /// The columns' names for a `SELECT`.
    public String columnNames() {
        return columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /// A column and its SQL type.
    public record Column(String name, String type) {
        private static Column parse(String line) {
            int space = line.indexOf(' ');
            return new Column(line.substring(0, space), line.substring(space + 1));
        }
    }
}
