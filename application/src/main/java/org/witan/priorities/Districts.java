package org.witan.priorities;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.TypesOfCrime;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Areas;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;

/// The areas and months that the group can look at: the districts of the force, and what is loaded.
@Component
public class Districts {
    private final Definitions definitions;
    private final Store store;
    private final String home;
    private final String district;

    Districts(
            Definitions definitions,
            Store store,
            @Value("${witan.area:E23000015}") String home,
            @Value("${witan.priorities.district:E07000196}") String district) {
        this.definitions = definitions;
        this.store = store;
        this.home = home;
        this.district = district;
    }

    /// An area that can be chosen.
    public record Choice(String code, String name) {}

    /// The districts and the force.
    public List<Choice> all() {
        Area force = definitions.areas().the(home);
        return Stream.concat(definitions.areas().within(force, AreaKind.DISTRICT).stream(), Stream.of(force))
                .map(area -> new Choice(area.code(), area.name()))
                .toList();
    }

    /// The area of the group.
    public String usual() {
        return district;
    }

    /// What an area is called; its code when it is none.
    public String name(String code) {
        return definitions.areas().find(code).map(Area::name).orElse(code);
    }

    /// Whether there is such an area.
    public boolean knows(String code) {
        return definitions.areas().find(code).isPresent();
    }

    /// The codes of the small areas of an area by their names, as the page of hot places calls them.
    public Map<String, String> smallAreas(String area) {
        return definitions.areas().find(area).stream()
                .flatMap(found -> definitions.areas().within(found, AreaKind.LSOA).stream())
                .collect(Collectors.toUnmodifiableMap(Area::name, Area::code, (first, _) -> first));
    }

    /// Whether one area lies in another, or is it.
    public boolean liesIn(String inner, String outer) {
        Optional<Area> one = definitions.areas().find(inner);
        Optional<Area> other = definitions.areas().find(outer);
        return one.isPresent()
                && other.isPresent()
                && (one.equals(other)
                        || definitions
                                .areas()
                                .within(other.get(), one.get().kind())
                                .contains(one.get()));
    }

    /// Whether two areas share crimes.
    public boolean share(String one, String other) {
        return liesIn(one, other) || liesIn(other, one);
    }

    /// The ward that a small area lies in; empty where its parts lie in several.
    public Optional<Choice> wardOf(String smallArea) {
        return placing(smallArea)
                .flatMap(placing -> Optional.ofNullable(placing.ward()))
                .flatMap(this::choice);
    }

    /// The other wards of the district of a small area: places like it, without what may move round the corner.
    public List<Choice> wardsBeside(String smallArea) {
        var placing = placing(smallArea);
        String own = placing.flatMap(one -> Optional.ofNullable(one.ward())).orElse("");
        return placing.flatMap(one -> Optional.ofNullable(one.district())).flatMap(definitions.areas()::find).stream()
                .flatMap(district -> definitions.areas().within(district, AreaKind.WARD).stream())
                .filter(ward -> !ward.code().equals(own))
                .map(ward -> new Choice(ward.code(), ward.name()))
                .toList();
    }

    private Optional<Areas.Placing> placing(String smallArea) {
        return Optional.ofNullable(definitions.areas().placings().get(smallArea));
    }

    private Optional<Choice> choice(String code) {
        return definitions.areas().find(code).map(area -> new Choice(area.code(), area.name()));
    }

    /// Whether there is such an offence set.
    boolean knowsSet(String name) {
        return definitions.sets().all().stream().anyMatch(set -> set.name().equals(name));
    }

    /// What an offence set is called; its name when there is none.
    public String offences(String name) {
        return definitions.sets().all().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .map(set -> set.title())
                .orElse(name);
    }

    /// Offence sets that have points, by name.
    public List<Choice> withPoints() {
        return TypesOfCrime.ofStreetFiles(definitions.sets())
                .map(set -> new Choice(set.name(), set.title().replace("police.uk: ", "")))
                .distinct()
                .toList();
    }

    /// Every type of crime that what is loaded can tell apart, as names of offence sets; none when nothing is loaded.
    List<String> types() {
        return store.findCurrent()
                .filter(_ -> lastYear().isPresent())
                .map(snapshot -> TypesOfCrime.in(snapshot.coverage(), definitions.sets()))
                .orElse(List.of());
    }

    /// The same, with what they are called.
    public List<Choice> typesByName() {
        return types().stream()
                .map(type -> new Choice(type, offences(type).replace("police.uk: ", "")))
                .toList();
    }

    /// The twelve months that end with the last month loaded of single crimes, or else of street files.
    public Optional<Period> lastYear() {
        return last(Table.CRIME).or(() -> last(Table.STREET)).map(Period::rolling12Months);
    }

    /// The twelve months that end with the last street file.
    public Optional<Period> lastYearWithPoints() {
        return last(Table.STREET).map(Period::rolling12Months);
    }

    private Optional<YearMonth> last(Table table) {
        return store.findCurrent()
                .flatMap(snapshot -> snapshot.coverage().spans().stream()
                        .filter(span -> span.table() == table)
                        .map(Coverage.Span::from)
                        .map(YearMonth::from)
                        .max(Comparator.naturalOrder()));
    }
}
