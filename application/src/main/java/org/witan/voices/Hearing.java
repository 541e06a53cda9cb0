package org.witan.voices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.site.Days;
import org.witan.voices.Heard.HeardArea;
import org.witan.voices.Heard.HeardPlace;
import org.witan.voices.Heard.When;
import org.witan.voices.Told.Age;
import org.witan.voices.Told.Band;
import org.witan.voices.Told.OnDays;
import org.witan.voices.Told.PlaceKind;
import org.witan.voices.Told.Sex;
import org.witan.voices.Told.Topic;

/// What the group hears: accepted reports of this month and the eleven before it, by place and time, the few hidden.
@Component
public class Hearing {
    private static final int MONTHS_BEFORE = 11;
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Days days;

    Hearing(Witnessing witnessing, JdbcClient database, Days days) {
        this.witnessing = witnessing;
        this.database = database;
        this.days = days;
    }

    /// What may be told.
    ///
    /// @param verb how it is taken: to be read or as a file
    public Heard hear(Viewer viewer, Verb verb) {
        LocalDate from = days.today().withDayOfMonth(1).minusMonths(MONTHS_BEFORE);
        return witnessing.witness(viewer, Deed.of(verb, "voice"), _ -> heard(from, accepted(from)));
    }

    /// How many places enough people named. Asked inside a witnessed piece of work.
    public long placesNamed() {
        return database.sql("""
                        select count(*) from (
                            select d.place_id from voices.decision d
                            where d.outcome = 'ACCEPTED' and voices.enough(d.place_id) group by d.place_id) named
                        """).query(Long.class).single();
    }

    private record Accepted(
            Place place,
            OnDays days,
            Band band,
            List<Topic> topics,
            @Nullable Age age,
            @Nullable Sex sex) {

        When when() {
            return new When(days, band);
        }
    }

    private List<Accepted> accepted(LocalDate from) {
        return database.sql("""
                        select p.id, p.kind, p.name, p.area, p.crime_area, r.days, r.band, r.topics, r.age, r.sex
                        from voices.decision d
                        join voices.report r on r.id = d.report_id
                        join voices.place p on p.id = d.place_id
                        where d.outcome = 'ACCEPTED' and r.told_on >= :from
                        """).param("from", from).query(Hearing::read).list();
    }

    private Heard heard(LocalDate from, List<Accepted> all) {
        if (all.size() < FewHidden.LEAST) {
            return new Heard(from, 0, !all.isEmpty(), List.of(), 0, none(), none());
        }
        FewHidden<String> shown = counted(all, one -> one.place().area());
        var areas = new ArrayList<HeardArea>();
        shown.shown()
                .forEach((name, number) -> areas.add(area(
                        name,
                        number,
                        all.stream()
                                .filter(one -> one.place().area().equals(name))
                                .toList())));
        return new Heard(
                from,
                all.size(),
                false,
                areas,
                shown.rest(),
                enough(all.stream()
                        .map(Accepted::age)
                        .filter(age -> age != null)
                        .toList()),
                enough(all.stream()
                        .map(Accepted::sex)
                        .filter(sex -> sex != null)
                        .toList()));
    }

    private HeardArea area(String name, long number, List<Accepted> all) {
        var byId = new TreeMap<UUID, List<Accepted>>();
        all.forEach(one ->
                byId.computeIfAbsent(one.place().id(), _ -> new ArrayList<>()).add(one));
        FewHidden<UUID> shown = counted(all, one -> one.place().id());
        var places = shown.shown().sequencedKeySet().stream()
                .map(id -> place(byId.getOrDefault(id, List.of())))
                .toList();
        return new HeardArea(name, number, places, shown.rest());
    }

    private HeardPlace place(List<Accepted> all) {
        Place place = all.getFirst().place();
        return new HeardPlace(place, all.size(), counted(all, Accepted::when), topics(all), words(place.id()));
    }

    private static SequencedMap<Topic, Long> topics(List<Accepted> all) {
        Map<Topic, Long> numbers = all.stream()
                .flatMap(one -> one.topics().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var most = new LinkedHashMap<Topic, Long>();
        numbers.entrySet().stream()
                .filter(one -> one.getValue() >= FewHidden.LEAST)
                .sorted(Map.Entry.<Topic, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> most.put(one.getKey(), one.getValue()));
        return most;
    }

    /// In the order of random ids, which is none.
    private List<String> words(UUID place) {
        return database.sql("select words from voices.kept_words where place_id = :place order by report_id limit 50")
                .param("place", place)
                .query((row, _) -> row.getString("words"))
                .list();
    }

    private static <K extends Comparable<K>> FewHidden<K> counted(List<Accepted> all, Function<Accepted, K> what) {
        return FewHidden.of(all.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.counting())));
    }

    /// Nothing at all when those who said it are few.
    private static <K extends Comparable<K>> FewHidden<K> enough(Collection<K> said) {
        return said.size() < FewHidden.LEAST
                ? none()
                : FewHidden.of(said.stream()
                        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting())));
    }

    private static <K extends Comparable<K>> FewHidden<K> none() {
        return new FewHidden<K>(new LinkedHashMap<K, Long>(), 0);
    }

    private static Accepted read(ResultSet row, int number) throws SQLException {
        String age = row.getString("age");
        String sex = row.getString("sex");
        var place = new Place(
                row.getObject("id", UUID.class),
                PlaceKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("area"),
                row.getString("crime_area"));
        return new Accepted(
                place,
                OnDays.valueOf(row.getString("days")),
                Band.valueOf(row.getString("band")),
                Arrays.stream((Object[]) row.getArray("topics").getArray())
                        .map(one -> Topic.valueOf(String.valueOf(one)))
                        .toList(),
                age.isEmpty() ? null : Age.valueOf(age),
                sex.isEmpty() ? null : Sex.valueOf(sex));
    }
}
