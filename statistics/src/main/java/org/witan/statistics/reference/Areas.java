package org.witan.statistics.reference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;

/// Places, what they lie in, and how one vintage maps to another. The geography is that of 2024; a code of an
/// earlier vintage is placed in it by look-up, never by its point.
public final class Areas {
    /// When several kinds of area share a name, the kind that people mean first.
    private static final List<AreaKind> MEANT_FIRST = List.of(
            AreaKind.ENGLAND_AND_WALES,
            AreaKind.FORCE,
            AreaKind.DISTRICT,
            AreaKind.COUNTY,
            AreaKind.PARTNERSHIP,
            AreaKind.REGION,
            AreaKind.WARD,
            AreaKind.LSOA);

    private final Map<String, PlacedArea> byCode = new LinkedHashMap<>();
    private final Map<String, List<Area>> byName = new HashMap<>();
    private final Once<List<Lsoa>> lsoas = new Once<>(Areas::readLsoas);
    private final Once<Map<String, Lsoa>> lsoaByCode =
            new Once<>(() -> lsoas().stream().collect(Collectors.toMap(Lsoa::code, Function.identity())));
    private final Once<Map<String, String>> forceNames = new Once<>(Areas::readForceNames);
    private final Once<Map<String, String>> districtChanges = new Once<>(Areas::readDistrictChanges);

    private Areas() {}

    static Areas read() {
        Areas areas = new Areas();
        ReferenceFile.shipped("areas.csv").rows(PlacedArea::of).forEach(placed -> {
            areas.byCode.put(placed.area().code(), placed);
            areas.byName
                    .computeIfAbsent(key(placed.area().name()), any -> new java.util.ArrayList<>())
                    .add(placed.area());
        });
        return areas;
    }

    /// Every area but the LSOAs.
    public List<Area> all() {
        return byCode.values().stream().map(PlacedArea::area).toList();
    }

    public Optional<Area> find(String code) {
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        PlacedArea placed = byCode.get(wanted);
        if (placed != null) {
            return Optional.of(placed.area());
        }
        return isLsoa(wanted)
                ? Optional.ofNullable(lsoaByCode.value().get(wanted)).map(Lsoa::area)
                : Optional.empty();
    }

    /// The area a person names by name or code, without case. When kinds share a name, the police force area is meant
    /// first, then the district, county, partnership, ward: `Staffordshire` is the force,
    /// `Staffordshire (county)` the county.
    ///
    /// @throws BadInput with near names when there is none, or when the name is that of several wards
    public Area the(String nameOrCode) {
        Optional<Area> byItsCode = find(nameOrCode);
        if (byItsCode.isPresent()) {
            return byItsCode.get();
        }
        String typed = key(nameOrCode);
        for (AreaKind kind : AreaKind.values()) {
            String suffix = " (" + kind.name().toLowerCase(Locale.ROOT) + ")";
            if (typed.endsWith(suffix)) {
                return only(
                        nameOrCode,
                        named(typed.substring(0, typed.length() - suffix.length())).stream()
                                .filter(area -> area.kind() == kind)
                                .toList());
            }
        }
        List<Area> named = named(typed);
        Optional<AreaKind> meant = named.stream().map(Area::kind).min(Comparator.comparingInt(MEANT_FIRST::indexOf));
        return only(
                nameOrCode,
                named.stream()
                        .filter(area ->
                                meant.filter(kind -> kind == area.kind()).isPresent())
                        .toList());
    }

    /// The areas of one kind that lie in another: the districts of a force.
    public List<Area> within(Area area, AreaKind kind) {
        if (kind == AreaKind.LSOA) {
            return lsoas().stream()
                    .filter(lsoa -> lsoa.vintage() == 2021 && contains(area, lsoa))
                    .map(Lsoa::area)
                    .toList();
        }
        return byCode.values().stream()
                .filter(placed -> placed.area().kind() == kind && placed.liesIn(area))
                .map(PlacedArea::area)
                .toList();
    }

    /// The codes of the 2024 districts that make up an area of district size or larger.
    public Set<String> districtsOf(Area area) {
        if (area.kind() == AreaKind.DISTRICT) {
            return Set.of(area.code());
        }
        return within(area, AreaKind.DISTRICT).stream().map(Area::code).collect(Collectors.toUnmodifiableSet());
    }

    /// True for a partnership that is only part of a district: its crimes and its residents cannot be told from those
    /// of the whole district.
    public boolean sharesADistrict(Area partnership) {
        return byCode.values().stream()
                .filter(placed -> placed.area().kind() == AreaKind.DISTRICT && placed.liesIn(partnership))
                .anyMatch(placed -> placed.partnerships().size() > 1);
    }

    /// The force whose area the district lies in.
    public String forceOf(String districtCode) {
        PlacedArea placed = byCode.get(districtCode);
        if (placed == null) {
            throw new IllegalArgumentException("No district " + districtCode);
        }
        return placed.force();
    }

    /// The force area by any printed name: `Staffordshire`, `Staffordshire Police`, `Avon & Somerset`.
    public Optional<Area> findForce(String printed) {
        String code = forceNames().get(printed.strip());
        return Optional.ofNullable(code == null ? null : byCode.get(code)).map(PlacedArea::area);
    }

    /// Every printed name and code of a force to its code; bodies without an area (British Transport Police, Action
    /// Fraud) to their own name. For a join over millions of rows.
    public Map<String, String> forceNames() {
        return forceNames.value();
    }

    /// Where each published area code (LSOA 2011 and 2021, ward 2024, district) lies in the geography of 2024; for a
    /// join over millions of rows.
    public Map<String, Placing> placings() {
        Map<String, Placing> placings = new HashMap<>();
        for (PlacedArea placed : byCode.values()) {
            Area area = placed.area();
            if (area.kind() == AreaKind.DISTRICT) {
                placings.put(area.code(), new Placing(area.code(), 2024, null, null, area.code(), placed.force()));
            } else if (area.kind() == AreaKind.WARD) {
                placings.put(
                        area.code(),
                        new Placing(area.code(), 2024, null, area.code(), placed.district(), placed.force()));
            }
        }
        districtChanges
                .value()
                .forEach((old, now) -> placings.put(old, new Placing(old, 2024, null, null, now, forceOf(now))));
        for (Lsoa lsoa : lsoas()) {
            String district = lsoa.district();
            String force = district == null ? null : forceOf(district);
            placings.put(
                    lsoa.code(),
                    new Placing(lsoa.code(), lsoa.vintage(), lsoa.lsoa2021(), lsoa.ward(), district, force));
        }
        return placings;
    }

    /// The LSOAs of 2011 inside an area that were split, merged or redrawn by 2021.
    public int redrawnLsoas(Area area) {
        return (int) lsoas().stream()
                .filter(lsoa -> lsoa.vintage() == 2011 && contains(area, lsoa))
                .count();
    }

    private boolean contains(Area area, Lsoa lsoa) {
        return switch (area.kind()) {
            case ENGLAND_AND_WALES -> true;
            case LSOA -> area.code().equals(lsoa.code()) || area.code().equals(lsoa.lsoa2021());
            case WARD -> area.code().equals(lsoa.ward());
            case DISTRICT -> area.code().equals(lsoa.district());
            case REGION, FORCE, COUNTY, PARTNERSHIP -> {
                String district = lsoa.district();
                PlacedArea placed = district == null ? null : byCode.get(district);
                yield placed != null && placed.liesIn(area);
            }
        };
    }

    private List<Area> named(String key) {
        List<Area> named = byName.get(key);
        if (named != null) {
            return named;
        }
        return forceNames().entrySet().stream()
                .filter(entry -> key(entry.getKey()).equals(key))
                .flatMap(entry -> Stream.ofNullable(byCode.get(entry.getValue())))
                .map(PlacedArea::area)
                .distinct()
                .toList();
    }

    private Area only(String typed, List<Area> areas) {
        if (areas.isEmpty()) {
            throw new BadInput("There is no area '" + typed + "'."
                    + NearNames.hint(typed, all().stream().map(Area::name).toList())
                    + " See: witan statistics areas");
        }
        if (areas.size() > 1) {
            throw new BadInput("'" + typed + "' names several areas: "
                    + areas.stream().map(Area::code).sorted().limit(8).collect(Collectors.joining(", "))
                    + ". Use the code.");
        }
        return areas.getFirst();
    }

    private List<Lsoa> lsoas() {
        return lsoas.value();
    }

    private static List<Lsoa> readLsoas() {
        return ReferenceFile.shipped("lsoa.csv").rows(Lsoa::of);
    }

    private static Map<String, String> readForceNames() {
        Map<String, String> names = new LinkedHashMap<>();
        ReferenceFile.shipped("force-names.csv").each(row -> names.put(row.required("printed"), row.required("force")));
        return Map.copyOf(names);
    }

    private static Map<String, String> readDistrictChanges() {
        Map<String, String> changes = new HashMap<>();
        ReferenceFile.shipped("district-changes.csv")
                .each(row -> changes.put(row.required("code"), row.required("district")));
        return Map.copyOf(changes);
    }

    /// The 2024 district that took in a district of an earlier year; itself when it still stands.
    String districtToday(String code) {
        return districtChanges.value().getOrDefault(code, code);
    }

    private static boolean isLsoa(String code) {
        return code.startsWith("E01") || code.startsWith("W01");
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /// Where a published code lies in the geography of 2024.
    ///
    /// @param vintage 2011 for a code that exists in 2011 only, else 2021 (LSOA) or 2024
    /// @param lsoa the 2021 LSOA; null where a 2011 code was split, or for larger areas
    /// @param ward the 2024 ward; null where the parts of a split LSOA lie in several
    /// @param district null for the three LSOAs of 2011 whose parts now lie in two districts; so is then the force
    public record Placing(
            String code,
            int vintage,
            @Nullable String lsoa,
            @Nullable String ward,
            @Nullable String district,
            @Nullable String force) {}
}
