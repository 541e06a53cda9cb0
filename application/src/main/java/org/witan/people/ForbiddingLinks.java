package org.witan.people;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Says that two records are never of one person, and takes it back. Neither the engine nor a third record links them.
@Component
public class ForbiddingLinks {
    private final Witnessing witnessing;
    private final Links links;
    private final JdbcClient database;

    ForbiddingLinks(Witnessing witnessing, Links links, JdbcClient database) {
        this.witnessing = witnessing;
        this.links = links;
        this.database = database;
    }

    /// Keeps two records apart.
    ///
    /// @throws Absent when one of them is not there for this viewer, or they decide about no records
    public Decided forbid(Viewer viewer, UUID one, UUID other, String reason) {
        if (one.equals(other)) {
            throw new Absent();
        }
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "apart"), shown -> {
            shown.addAll(List.of(one, other));
            return Absent.whereRefused(() -> Decisions.of(database.sql("select people.forbid(:one, :other, :reason)")
                    .param("one", one)
                    .param("other", other)
                    .param("reason", reason)));
        });
    }

    /// Takes it back: they may be linked again.
    ///
    /// @return false when that was done before
    /// @throws Absent when it is not there for this viewer
    public boolean lift(Viewer viewer, UUID apart) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, "apart"), shown -> {
            Apart found = links.findApart(apart).orElseThrow(Absent::new);
            shown.addAll(List.of(found.record(), found.other()));
            return Absent.whereRefused(() -> database.sql("select people.lift(:apart)")
                    .param("apart", apart)
                    .query(Boolean.class)
                    .single());
        });
    }

    /// What a record is kept apart from; empty for whoever is no coordinator.
    public List<Apart> of(Viewer viewer, UUID record) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "apart"), shown -> {
            List<Apart> all = links.apart(record);
            all.forEach(one -> shown.addAll(List.of(one.record(), one.other())));
            return all;
        });
    }
}
