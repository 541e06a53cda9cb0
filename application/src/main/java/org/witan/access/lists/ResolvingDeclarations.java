package org.witan.access.lists;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.RegisteredRecord;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// The coordinator reads what others declared and sets the barriers that follow from it. Whoever declared sees that it
/// was dealt with, and never whether a record was found.
@Component
public class ResolvingDeclarations {
    private final Witnessing witnessing;
    private final Records records;
    private final ListsOfRecords lists;
    private final JdbcClient database;
    private final Clock clock;

    ResolvingDeclarations(
            Witnessing witnessing, Records records, ListsOfRecords lists, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.lists = lists;
        this.database = database;
        this.clock = clock;
    }

    /// Declarations that this viewer may read: their own, and for a coordinator everybody's. Those that wait first.
    public List<Declaration> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "declaration"), _ -> declarations(viewer, null));
    }

    /// One declaration.
    ///
    /// @throws Absent when there is none for this viewer
    public Declaration open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "declaration"), _ -> the(viewer, id));
    }

    /// Bars whoever declared from records, and closes the declaration.
    ///
    /// @param references of records or persons that they must not see; none when there is no such record
    /// @return references that name no record which this coordinator sees; nothing was done unless it is empty
    public List<String> resolve(Viewer viewer, UUID id, List<String> references) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, "declaration"), shown -> {
            Declaration declaration = the(viewer, id);
            if (declaration.own()) {
                throw new Refused("records.refused.own-declaration");
            }
            var found = new ArrayList<RegisteredRecord>();
            var unknown = new ArrayList<String>();
            for (String reference : references) {
                records.named(reference).ifPresentOrElse(found::add, () -> unknown.add(reference));
            }
            if (unknown.isEmpty()) {
                close(viewer, declaration);
                found.forEach(record -> bar(viewer, declaration, record.id()));
                found.forEach(record -> shown.add(record.id()));
            }
            return List.copyOf(unknown);
        });
    }

    private void close(Viewer viewer, Declaration declaration) {
        int closed = database.sql("""
                        update access.declaration set resolved_at = now(), resolved_by = :by
                        where id = :id and resolved_at is null
                        """)
                .param("by", viewer.account())
                .param("id", declaration.id())
                .update();
        if (closed == 0) {
            throw new Refused("records.refused.already-resolved");
        }
    }

    private void bar(Viewer viewer, Declaration declaration, UUID record) {
        lists.write(
                Statements.barring(declaration.relation().name()),
                new ListsOfRecords.Parameters(
                        Identity.at(clock.instant()), record, declaration.account(), viewer.account(), ""));
    }

    private Declaration the(Viewer viewer, UUID id) {
        return declarations(viewer, id).stream().findFirst().orElseThrow(Absent::new);
    }

    private List<Declaration> declarations(Viewer viewer, @Nullable UUID id) {
        return database.sql("""
                        select d.id, d.account_id, d.relation, d.words, d.declared_at, d.resolved_at is not null as resolved,
                            (select c.given_name || ' ' || c.family_name from access.colleague c
                             where c.account_id = d.account_id limit 1) as who,
                            coalesce((select r.reference from access.declared_on o
                                      join access.record r on r.id = o.record_id
                                      where o.declaration_id = d.id), '') as reference
                        from access.declaration d
                        where cast(:id as uuid) is null or d.id = :id
                        order by d.resolved_at is not null, d.declared_at desc, d.id limit 200
                        """)
                .param("id", id)
                .query((row, _) -> new Declaration(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        Optional.ofNullable(row.getString("who")).orElse(""),
                        Relation.valueOf(row.getString("relation")),
                        row.getString("reference"),
                        row.getString("words"),
                        row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                        row.getObject("account_id", UUID.class).equals(viewer.account()),
                        row.getBoolean("resolved")))
                .list();
    }
}
