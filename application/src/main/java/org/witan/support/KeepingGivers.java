package org.witan.support;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Keeps which agency gives what, as the agencies told the coordinator. It names no person.
@Component
public class KeepingGivers {
    private static final String WHAT = "giver";
    private final Witnessing witnessing;
    private final JdbcClient database;

    KeepingGivers(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// An agency with somebody who makes offers real.
    ///
    /// @param gives what it gives; null while nobody said so
    public record Giver(UUID agency, String name, @Nullable Set<OfferKind> gives) {

        /// Whether it may be asked for a kind: it gives it, or nobody said what it gives.
        public boolean mayGive(OfferKind kind) {
            return gives == null || gives.contains(kind);
        }
    }

    /// Agencies that give support, by name.
    ///
    /// @param kinds of support that an agency can give, with their words
    public record Givers(List<Giver> all, List<Choice> kinds) {}

    /// All of them.
    public Givers list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, WHAT), _ -> new Givers(all(), kinds()));
    }

    /// One of them.
    ///
    /// @throws Absent when there is none, or it gives no support
    public Givers open(Viewer viewer, UUID agency) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, WHAT), _ -> new Givers(List.of(the(agency)), kinds()));
    }

    /// Writes down what an agency gives from now on. Sent twice, it is written once.
    ///
    /// @param id made with the form
    /// @throws Absent when there is no such agency, or whoever writes keeps no directory
    public void say(Viewer viewer, UUID id, UUID agency, Set<OfferKind> kinds) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, WHAT).with("agency", agency.toString()), _ -> {
            the(agency);
            return Absent.whereRefused(() -> database.sql("""
                            insert into support.gives (id, agency_id, kinds, said_at, said_by)
                            values (:id, :agency, cast(:kinds as text[]), now(), :account) on conflict do nothing
                            """)
                    .param("id", id)
                    .param("agency", agency)
                    .param("kinds", kinds.stream().map(Enum::name).sorted().toArray(String[]::new))
                    .param("account", viewer.account())
                    .update());
        });
    }

    private Giver the(UUID agency) {
        return all().stream()
                .filter(one -> one.agency().equals(agency))
                .findFirst()
                .orElseThrow(Absent::new);
    }

    /// The same, inside a witnessed piece of work.
    List<Giver> all() {
        return database.sql("""
                        select y.id, y.name,
                            (select g.kinds from support.gives g where g.agency_id = y.id
                             order by g.said_at desc, g.id desc limit 1) as kinds
                        from access.agency y
                        where y.closed_at is null
                          and y.id = any (array(select c.agency_id from access.colleague c where c.role = 'SUPPORT_WORKER'))
                        order by y.name, y.id
                        """).query((row, _) -> read(row)).list();
    }

    /// A programme for those who harm is given by its own workers, whom nobody else is shown.
    private List<Choice> kinds() {
        return database.sql("select code, words from support.offer_kind where part = 'SUPPORT' order by place")
                .query((row, _) -> new Choice(row.getString("code"), row.getString("words"), ""))
                .list();
    }

    private static Giver read(ResultSet row) throws SQLException {
        return new Giver(row.getObject("id", UUID.class), row.getString("name"), kinds(row.getArray("kinds")));
    }

    private static @Nullable Set<OfferKind> kinds(@Nullable Array kinds) throws SQLException {
        if (kinds == null) {
            return null;
        }
        Set<OfferKind> all = EnumSet.noneOf(OfferKind.class);
        Stream.of((String[]) kinds.getArray()).map(OfferKind::valueOf).forEach(all::add);
        return all;
    }
}
