package org.witan.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Possible matches that wait for the coordinator, with both records. For anybody else there is none.
@Component
public class WaitingMatches {
    /// It is not listed or counted any further.
    public static final int MOST = 100;

    private final Witnessing witnessing;
    private final Links links;
    private final SourceRecords records;
    private final JdbcClient database;

    WaitingMatches(Witnessing witnessing, Links links, SourceRecords records, JdbcClient database) {
        this.witnessing = witnessing;
        this.links = links;
        this.records = records;
        this.database = database;
    }

    /// What waits, the likeliest first.
    public List<SideBySide> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "suggestion"), shown -> {
            List<Suggestion> waiting = links.waiting(MOST);
            Set<UUID> both = new LinkedHashSet<>();
            waiting.forEach(one -> both.addAll(List.of(one.record(), one.other())));
            Map<UUID, SourceRecord> read =
                    records.read(both).stream().collect(Collectors.toMap(SourceRecord::id, Function.identity()));
            shown.addAll(read.keySet());
            return waiting.stream()
                    .filter(one -> read.containsKey(one.record()) && read.containsKey(one.other()))
                    .map(one -> new SideBySide(
                            one,
                            Objects.requireNonNull(read.get(one.record())),
                            Objects.requireNonNull(read.get(one.other()))))
                    .toList();
        });
    }

    /// How many wait that may say more of some persons, whichever of their records they name. For anybody but the
    /// coordinator there is none.
    public int countOf(Viewer viewer, Collection<UUID> persons) {
        return witnessing.witness(viewer, Deed.of(Verb.COUNT, "suggestion"), _ -> countOf(persons));
    }

    private int countOf(Collection<UUID> persons) {
        return database.sql("""
                        with theirs as (
                            select x.id from unnest(cast(:persons as uuid[])) x (id)
                            union
                            select t.other_id from people.together t
                            where t.record_id = any (cast(:persons as uuid[])))
                        select count(*) from people.suggestion s
                        where (s.decision is null or s.decision = 'UNSURE')
                          and (s.record_id = any (array(select id from theirs))
                               or s.other_id = any (array(select id from theirs)))
                        """)
                .param("persons", persons.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /// How many wait, up to [#MOST]. Asked inside a witnessed piece of work.
    public int count() {
        return database.sql("""
                        select count(*) from (
                            select from people.suggestion
                            where decision is null or decision = 'UNSURE' order by weight desc, id limit :most) waiting
                        """).param("most", MOST).query(Integer.class).single();
    }
}
