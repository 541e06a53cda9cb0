package org.witan.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// What stands around a person: who the others are, who decided about links, and why whoever looks sees any of it.
@Component
public class ReadingSurroundings {
    private final Witnessing witnessing;
    private final SourceRecords records;
    private final Links links;
    private final JdbcClient database;

    ReadingSurroundings(Witnessing witnessing, SourceRecords records, Links links, JdbcClient database) {
        this.witnessing = witnessing;
        this.records = records;
        this.links = links;
        this.database = database;
    }

    /// The surroundings of a person who was read.
    public Surroundings of(Viewer viewer, PersonInFull person) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "surroundings"), shown -> {
            List<UUID> own = person.records().stream().map(SourceRecord::id).toList();
            List<Surroundings.Pair> pairs = pairs(own);
            List<Apart> apart = apart(own);
            Set<UUID> wanted = new LinkedHashSet<>();
            person.relationships().forEach(one -> wanted.addAll(List.of(one.record(), one.other())));
            pairs.forEach(pair -> wanted.addAll(List.of(pair.victim(), pair.perpetrator())));
            apart.forEach(one -> wanted.addAll(List.of(one.record(), one.other())));
            Map<UUID, SourceRecord> others =
                    records.read(wanted).stream().collect(Collectors.toMap(SourceRecord::id, Function.identity()));
            shown.addAll(others.keySet());
            return new Surroundings(others, pairs, apart, deciders(person.links(), apart), grounds(own));
        });
    }

    /// What records are kept apart from; empty for whoever is no coordinator.
    private List<Apart> apart(List<UUID> own) {
        Map<UUID, Apart> all = new HashMap<>();
        own.forEach(record -> links.apart(record).forEach(one -> all.put(one.id(), one)));
        return List.copyOf(all.values());
    }

    /// Who harmed whom: one pair for each other person, however many records tell of them.
    private List<Surroundings.Pair> pairs(List<UUID> own) {
        Map<UUID, Surroundings.Pair> byPerson = new HashMap<>();
        database.sql("""
                        with pair as (
                            select record_id, other_id from people.pair_seen
                            where record_id = any (cast(:own as uuid[]))
                            union
                            select record_id, other_id from people.pair_seen
                            where other_id = any (cast(:own as uuid[])))
                        select p.record_id, p.other_id, least(o.id, (
                            select t.other_id from people.together t where t.record_id = o.id
                            order by t.other_id limit 1)) as person
                        from pair p
                        cross join lateral (select case when p.record_id = any (cast(:own as uuid[]))
                            then p.other_id else p.record_id end as id) o
                        order by p.record_id, p.other_id
                        """).param("own", own.toArray(UUID[]::new)).query(row -> {
            byPerson.putIfAbsent(
                    row.getObject("person", UUID.class),
                    new Surroundings.Pair(
                            row.getObject("record_id", UUID.class), row.getObject("other_id", UUID.class)));
        });
        return List.copyOf(byPerson.values());
    }

    private Map<UUID, String> deciders(Collection<Link> made, Collection<Apart> apart) {
        var accounts = new ArrayList<UUID>();
        made.stream()
                .flatMap(link -> Stream.of(link.madeBy(), link.endedBy()))
                .filter(java.util.Objects::nonNull)
                .forEach(accounts::add);
        apart.forEach(one -> accounts.add(one.madeBy()));
        Map<UUID, String> names = new HashMap<>();
        database.sql("""
                        select account_id, min(given_name || ' ' || family_name) as name from access.colleague
                        where account_id = any (cast(:accounts as uuid[])) group by account_id
                        """).param("accounts", accounts.toArray(UUID[]::new)).query(row -> {
            names.put(row.getObject("account_id", UUID.class), row.getString("name"));
        });
        return names;
    }

    private List<String> grounds(List<UUID> own) {
        return database.sql("""
                        select distinct b.words from access.sight s join access.basis b on b.code = s.basis
                        where s.record_id = any (cast(:own as uuid[])) order by b.words
                        """)
                .param("own", own.toArray(UUID[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }
}
