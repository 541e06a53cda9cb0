package org.witan.statistics.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.reference.Offence;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.OffenceSet;
import org.witan.statistics.reference.Populations.Population;
import org.witan.statistics.reference.SeriesBreak;

/// What answering asks of the reference data.
interface Lookups {
    List<SeriesBreak> breaks();

    String areaName(String code);

    String offenceName(String code);

    OptionalDouble weight(String offence);

    /// The residents of an area in the year nearest to the one asked for.
    ///
    /// @param sex `female`, `male` or `all`
    Optional<Population> residents(String areaCode, int year, String sex);

    List<Area> within(Area area, AreaKind kind);

    /// The areas of a kind that a force polices.
    default List<Area> areasOf(String force, AreaKind kind) {
        return List.of();
    }

    /// The offences of a set; for a set of street categories, those that the categories hold. Empty: every
    /// offence.
    Set<OffenceCode> codes(OffenceSet set);

    /// The catalogue's offences that a set leaves out: for a set that names nearly all it is quicker to say which not.
    default Set<OffenceCode> leftOut(Set<OffenceCode> codes) {
        return Set.of();
    }

    String version();

    /// A source as a person reads it; the key itself when it is not listed.
    String source(String key);

    /// Looks up in the definitions in force.
    record InForce(Definitions definitions) implements Lookups {
        @Override
        public List<SeriesBreak> breaks() {
            return definitions.breaks();
        }

        @Override
        public String areaName(String code) {
            return definitions.areas().find(code).map(Area::name).orElse(code);
        }

        @Override
        public String offenceName(String code) {
            return definitions
                    .offences()
                    .find(new OffenceCode(code))
                    .map(Offence::description)
                    .orElse(code);
        }

        @Override
        public Set<OffenceCode> leftOut(Set<OffenceCode> codes) {
            return definitions.offences().all().stream()
                    .map(Offence::code)
                    .filter(code -> !codes.contains(code))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public OptionalDouble weight(String offence) {
            return definitions
                    .offences()
                    .find(new OffenceCode(offence))
                    .map(Offence::severityWeight)
                    .map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty());
        }

        @Override
        public Optional<Population> residents(String areaCode, int year, String sex) {
            var areas = definitions.areas();
            return areas.find(areaCode)
                    .flatMap(area -> definitions.populations().find(areas, area, year, sex));
        }

        @Override
        public List<Area> within(Area area, AreaKind kind) {
            return definitions.areas().within(area, kind);
        }

        @Override
        public List<Area> areasOf(String force, AreaKind kind) {
            return definitions
                    .areas()
                    .find(force)
                    .map(area -> definitions.areas().within(area, kind))
                    .orElse(List.of());
        }

        @Override
        public Set<OffenceCode> codes(OffenceSet set) {
            var catalogue = definitions.offences().all();
            if (!set.codes().isEmpty()) {
                boolean every = catalogue.stream().map(Offence::code).allMatch(set.codes()::contains);
                return every ? Set.of() : set.codes();
            }
            var codes = new TreeSet<>(Comparator.comparing(OffenceCode::value));
            catalogue.stream()
                    .filter(offence -> offence.policeUkCategory() != null
                            && set.streetCategories().contains(offence.policeUkCategory()))
                    .forEach(offence -> codes.add(offence.code()));
            return codes;
        }

        @Override
        public String source(String key) {
            var source = definitions.sources().get(key);
            return source == null ? key : source.title() + ", " + source.publisher();
        }

        @Override
        public String version() {
            return definitions.version();
        }
    }
}
