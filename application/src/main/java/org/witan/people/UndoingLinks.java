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

/// Undoes a link: one person is two again, each with the records that their other links hold together.
@Component
public class UndoingLinks {
    private final Witnessing witnessing;
    private final Links links;
    private final JdbcClient database;

    UndoingLinks(Witnessing witnessing, Links links, JdbcClient database) {
        this.witnessing = witnessing;
        this.links = links;
        this.database = database;
    }

    /// Undoes a link, and keeps the two records apart from then on.
    ///
    /// @return false when somebody undid it before
    /// @throws Absent when the link is not there for this viewer, or they decide about no records
    public boolean undo(Viewer viewer, UUID link, String reason) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, "link"), shown -> {
            Link found = links.findLink(link).orElseThrow(Absent::new);
            shown.addAll(List.of(found.record(), found.with()));
            return Absent.whereRefused(() -> database.sql("select people.undo(:link, :reason)")
                    .param("link", link)
                    .param("reason", reason)
                    .query(Boolean.class)
                    .single());
        });
    }
}
