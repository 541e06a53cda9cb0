package org.witan.statistics.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.reference.OffenceSets;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Table;

/// The offence sets that a profile of an area is made of: every type of crime, each once.
public final class TypesOfCrime {
    private static final String STREET = "police-uk-";
    private static final String BEHAVIOUR = "police-uk-anti-social-behaviour";
    private static final List<String> RECORDED = List.of(
            "homicide",
            "violence-with-injury",
            "violence-without-injury",
            "stalking-and-harassment",
            "rape",
            "other-sexual-offences",
            "robbery",
            "domestic-burglary",
            "non-domestic-burglary",
            "theft-from-a-vehicle",
            "theft-of-a-motor-vehicle",
            "vehicle-interference",
            "theft-from-the-person",
            "bicycle-theft",
            "shoplifting",
            "other-theft-offences",
            "arson",
            "criminal-damage",
            "trafficking-of-drugs",
            "possession-of-drugs",
            "possession-of-weapons-offences",
            "public-order-offences",
            "miscellaneous-crimes");

    private TypesOfCrime() {}

    /// Where records of single crimes are loaded, the types of the Home Office, and of street files only anti-social
    /// behaviour, which is no crime and in no record; where only street files are, the categories of police.uk.
    public static List<String> in(Coverage coverage, OffenceSets sets) {
        if (!holds(coverage, Table.CRIME)) {
            return ofStreetFiles(sets).map(OffenceSet::name).toList();
        }
        var all = new ArrayList<>(RECORDED);
        if (holds(coverage, Table.STREET)) {
            all.add(BEHAVIOUR);
        }
        return all;
    }

    /// The sets that have points, each once.
    public static Stream<OffenceSet> ofStreetFiles(OffenceSets sets) {
        return sets.all().stream().filter(set -> set.name().startsWith(STREET)).distinct();
    }

    private static boolean holds(Coverage coverage, Table table) {
        return coverage.spans().stream().anyMatch(span -> span.table() == table);
    }
}
