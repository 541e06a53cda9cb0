package org.witan.statistics.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;

/// The offence sets by name: ours, then the partnership's own, which add to them or replace them.
public final class OffenceSets {
    private static final Set<String> STATUSES = Set.of("published", "proposal", "unconfirmed", "local");

    private final Map<String, OffenceSet> byName = new LinkedHashMap<>();

    /// Reads the shipped sets and lays the partnership's over them. A set of the same name takes the other's place.
    static OffenceSets read(@Nullable ReferenceFile ownSets, @Nullable ReferenceFile ownMembers, Offences offences) {
        OffenceSets sets = new OffenceSets();
        sets.add(ReferenceFile.shipped("offence-sets.csv"), ReferenceFile.shipped("offence-set-members.csv"), offences);
        if (ownSets != null) {
            sets.add(ownSets, ownMembers, offences);
        } else if (ownMembers != null) {
            throw new BadInput("offence-set-members.csv stands without an offence-sets.csv beside it.");
        }
        return sets;
    }

    public List<OffenceSet> all() {
        return List.copyOf(byName.values());
    }

    /// The newest version of the set; names are matched without case.
    ///
    /// @throws BadInput with near names when there is none
    public OffenceSet the(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        OffenceSet set = byName.get(key);
        if (set == null) {
            throw new BadInput("There is no offence set '" + name + "'." + NearNames.hint(key, byName.keySet())
                    + " See: witan statistics definitions");
        }
        return set;
    }

    private void add(ReferenceFile sets, @Nullable ReferenceFile members, Offences offences) {
        Map<String, Set<OffenceCode>> codes = new LinkedHashMap<>();
        if (members != null) {
            members.each(row -> codes.computeIfAbsent(key(row, "set"), any -> new LinkedHashSet<>())
                    .add(known(row.required("code"), offences)));
        }
        Set<String> without = new LinkedHashSet<>(codes.keySet());
        sets.each(row -> {
            without.remove(key(row, "name"));
            byName.put(row.required("name").toLowerCase(Locale.ROOT), set(row, codes));
        });
        if (!without.isEmpty()) {
            throw new BadInput(
                    "offence-set-members.csv names a set and version that offence-sets.csv beside it has not: "
                            + without.iterator().next() + ".");
        }
    }

    private static OffenceSet set(ReferenceFile.Row row, Map<String, Set<OffenceCode>> codes) {
        if (!codes.containsKey(key(row, "name"))
                && row.words("street_categories").isEmpty()) {
            throw new IllegalArgumentException(
                    "the set has neither codes in offence-set-members.csv nor street categories");
        }
        return new OffenceSet(
                row.required("name").toLowerCase(Locale.ROOT),
                row.required("title"),
                row.required("version"),
                row.oneOf("status", STATUSES),
                Set.copyOf(codes.getOrDefault(key(row, "name"), Set.of())),
                Set.copyOf(row.words("street_categories")),
                condition(row),
                row.validity(),
                new ArrayList<>(row.words("source")),
                row.text("note"));
    }

    private static String key(ReferenceFile.Row row, String column) {
        return row.required(column).toLowerCase(Locale.ROOT) + " " + row.required("version");
    }

    private static OffenceCode known(String printed, Offences offences) {
        return switch (offences.read(printed)) {
            case Offences.Reading.Known(OffenceCode code) -> code;
            case Offences.Reading.BecameADate(String date) ->
                throw new IllegalArgumentException("the offence code has become a date");
            case Offences.Reading.Unknown(String code) ->
                throw new IllegalArgumentException("the offence code '" + code + "' is not known");
        };
    }

    private static Map<String, String> condition(ReferenceFile.Row row) {
        Map<String, String> condition = new LinkedHashMap<>();
        for (String part : row.words("condition")) {
            String[] sides = part.split("=", 2);
            if (sides.length != 2) {
                throw new IllegalArgumentException("a condition is written victim_sex=female;domestic=no");
            }
            condition.put(sides[0], sides[1]);
        }
        return condition;
    }
}
