package org.witan.access;

import java.sql.Array;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.shared.Identity;

/// Writes an invented partnership straight into the database, as its owner, where a test needs facts and no page.
///
/// Every test gets agencies and people of its own, so that tests do not meet.
public final class Partnership {
    private final JdbcClient owner;

    public Partnership(JdbcClient owner) {
        this.owner = owner;
    }

    /// An agency whose agreement is in force.
    public UUID agency(String kind) {
        UUID id = newId();
        owner.sql("insert into access.agency (id, name, kind, added_at) values (:id, :name, :kind, now())")
                .param("id", id)
                .param("name", "Invented " + kind.toLowerCase(Locale.ROOT) + " " + id)
                .param("kind", kind)
                .update();
        UUID clerk = account("Clerk");
        owner.sql("""
                        insert into access.agreement
                            (id, agency_id, title, signed_by, signed_on, expires_on, recorded_at, recorded_by)
                        values (:id, :agency, 'Invented agreement', 'Invented Signatory', access.today() - 30,
                            access.today() + 300, now(), :clerk)
                        """)
                .param("id", newId())
                .param("agency", id)
                .param("clerk", clerk)
                .update();
        return id;
    }

    /// A person with an account.
    public UUID account(String familyName) {
        UUID id = newId();
        owner.sql("""
                        insert into access.account (id, given_name, family_name, email, added_at)
                        values (:id, 'Invented', :name, :email, now())
                        """)
                .param("id", id)
                .param("name", familyName)
                .param("email", id + "@example.org")
                .update();
        return id;
    }

    /// A membership that is in force.
    public UUID membership(UUID account, UUID agency, Role role) {
        UUID id = newId();
        owner.sql("""
                        insert into access.membership (id, account_id, agency_id, role, starts_on, granted_at)
                        values (:id, :account, :agency, :role, access.today() - 10, now())
                        """)
                .param("id", id)
                .param("account", account)
                .param("agency", agency)
                .param("role", role.name())
                .update();
        return id;
    }

    /// A new person who looks, for an agency.
    public Viewer viewer(UUID agency, Role role, Purpose purpose) {
        UUID account = account("Person");
        return new Viewer(
                account,
                membership(account, agency, role),
                agency,
                role,
                purpose,
                new Origin(Channel.PAGE, "/test", "127.0.0.1", "test"));
    }

    /// Ends a membership yesterday.
    public void end(UUID membership) {
        run("update access.membership set ends_on = access.today() - 1 where id = ?", membership);
    }

    /// A record that an agency keeps and takes part in.
    public UUID record(RecordKind kind, UUID owner) {
        UUID id = newId();
        run(
                "insert into access.record (id, kind, reference, owner_id, registered_at) values (?, ?, ?, ?, now())",
                id,
                kind.name(),
                "TEST-" + id,
                owner);
        run("insert into access.party (record_id, agency_id, from_at) values (?, ?, now())", id, owner);
        return id;
    }

    /// Runs a statement as the owner.
    public void run(String statement, Object... parameters) {
        owner.sql(statement).params(Arrays.asList(parameters)).update();
    }

    /// What a question has for an answer, as the owner: one text a row.
    public List<String> asked(String question, Object... parameters) {
        return owner.sql(question)
                .params(Arrays.asList(parameters))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Asks for a number as the owner.
    public long count(String question, Object... parameters) {
        return owner.sql(question)
                .params(Arrays.asList(parameters))
                .query(Long.class)
                .single();
    }

    /// Whether a record is there at all.
    public boolean exists(UUID record) {
        return owner.sql("select exists (select from access.record where id = ?)")
                .param(record)
                .query(Boolean.class)
                .single();
    }

    /// What the trail says of a viewer, oldest first.
    public List<Map<String, Object>> trailOf(Viewer viewer) {
        return owner.sql("""
                        select deed, role, purpose, outcome, records
                        from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                        where account_id = ? order by at
                        """)
                .param(viewer.account())
                .query((row, _) -> {
                    Array records = row.getArray("records");
                    return Map.<String, Object>of(
                            "deed", row.getString("deed"),
                            "role", row.getString("role"),
                            "purpose", row.getString("purpose"),
                            "outcome", row.getString("outcome"),
                            "records", List.of((Object[]) records.getArray()));
                })
                .list();
    }

    /// What the trail says of an account, also before it chose a membership, oldest first: deed,
    /// what, outcome and, when a rule refused, which.
    public List<String> deedsOf(UUID account) {
        return owner.sql("""
                        select concat_ws(' ', deed, what, outcome, detail::jsonb ->> 'refused')
                        from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                        where account_id = ? order by at, id
                        """).param(account).query((row, _) -> row.getString(1)).list();
    }

    /// The newest row of the trail of somebody.
    public UUID entryOf(Viewer viewer) {
        return owner.sql("select id from access.trail_entry where account_id = ? order by at desc limit 1")
                .param(viewer.account())
                .query((row, _) -> row.getObject(1, UUID.class))
                .single();
    }

    /// A row of the trail of yesterday at noon, which only the owner of the database can write; that day is then looked
    /// at anew. In the first minutes after midnight yesterday has not settled, and the day before it is taken.
    public void yesterday(Viewer viewer, String deed, String detail, UUID record) {
        UUID id = newId();
        owner.sql("""
                        with entry as (
                            insert into access.trail_entry (id, at, account_id, membership_id, agency_id, role, purpose,
                                deed, what, path, channel, detail, authenticator)
                            values (:id, (((now() - interval '3 minutes') at time zone 'Europe/London')::date - 1 + time '12:00') at time zone 'Europe/London', :account,
                                :membership, :agency, :role, :purpose, :deed, 'record', 'GET /test', 'PAGE', :detail,
                                sha256('x')) returning id)
                        insert into access.trail_outcome
                        select id, 'DONE', array[:record]::uuid[], sha256('x') from entry
                        """)
                .param("id", id)
                .param("account", viewer.account())
                .param("membership", viewer.membership())
                .param("agency", viewer.agency())
                .param("role", viewer.role().name())
                .param("purpose", viewer.purpose().name())
                .param("deed", deed)
                .param("detail", detail)
                .param("record", record)
                .update();
        run("delete from access.day_of_person where account_id = ?", viewer.account());
        run("delete from access.day_counted");
    }

    private static UUID newId() {
        return Identity.at(Instant.now());
    }
}
