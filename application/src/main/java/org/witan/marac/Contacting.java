package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// An IDVA writes down that they tried to reach the victim: before the conference, so as to speak for
/// them, and after it where that is safe. Nothing here writes to anybody.
@Component
public class Contacting {
    private final Witnessing witnessing;
    private final ReadingReferrals reading;
    private final JdbcClient database;

    Contacting(Witnessing witnessing, ReadingReferrals reading, JdbcClient database) {
        this.witnessing = witnessing;
        this.reading = reading;
        this.database = database;
    }

    /// The referral with how to reach the victim safely, and what was tried.
    ///
    /// @throws Absent when there is no such referral for this viewer
    public Tried open(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "contact"), shown -> {
            Referral found = reading.inFull(referral, shown);
            return new Tried(found, of(shown, referral));
        });
    }

    /// Writes it down. Sent twice, it is written once.
    ///
    /// @param id made with the form
    /// @throws Absent when there is no such referral for this viewer, or they are no IDVA
    /// @throws Refused when something else was sent from the same form before
    public void write(
            Viewer viewer,
            UUID id,
            UUID referral,
            boolean after,
            LocalDate day,
            Contact.Outcome outcome,
            String words) {
        var deed = Deed.of(Verb.ADD, "contact").with("outcome", outcome.name());
        witnessing.witness(viewer, deed, shown -> {
            shown.add(referral);
            if (!reading.exists(referral)) {
                throw new Absent();
            }
            int written = Absent.whereRefused(() -> database.sql("""
                            insert into marac.contact
                                (id, record_id, after_meeting, on_day, outcome, words, agency_id, written_at, written_by)
                            values (:id, :referral, :after, :day, :outcome, :words, :agency, now(), :account)
                            on conflict do nothing
                            """)
                    .param("id", id)
                    .param("referral", referral)
                    .param("after", after)
                    .param("day", day)
                    .param("outcome", outcome.name())
                    .param("words", words)
                    .param("agency", viewer.agency())
                    .param("account", viewer.account())
                    .update());
            if (written == 0 && !isWritten(id, referral, after, day, outcome, words)) {
                throw new Refused("marac.refused.sent-before");
            }
            return id;
        });
    }

    private boolean isWritten(
            UUID id, UUID referral, boolean after, LocalDate day, Contact.Outcome outcome, String words) {
        return database.sql("""
                        select exists (select from marac.contact c
                                       where c.id = :id and c.record_id = :referral and c.after_meeting = :after
                                         and c.on_day = :day and c.outcome = :outcome and c.words = :words)
                        """)
                .param("id", id)
                .param("referral", referral)
                .param("after", after)
                .param("day", day)
                .param("outcome", outcome.name())
                .param("words", words)
                .query(Boolean.class)
                .single();
    }

    private List<Contact> of(Shown shown, UUID referral) {
        shown.add(referral);
        return tried(List.of(referral)).getOrDefault(referral, List.of());
    }

    /// What was tried for some referrals, the latest first, by referral: only those of which whoever looks may read it.
    /// Asked inside a witnessed piece of work that has shown them.
    Map<UUID, List<Contact>> tried(Collection<UUID> referrals) {
        var tried = new HashMap<UUID, List<Contact>>();
        database.sql("""
                        select r.id as record_id, c.after_meeting, c.on_day, c.outcome, c.words, y.name as agency,
                            access.person(c.written_by) as by_name
                        from unnest(cast(:referrals as uuid[])) as r (id)
                        left join marac.contact c on c.record_id = r.id
                        left join access.agency y on y.id = c.agency_id
                        where access.may_see(r.id, 'VICTIM')
                        order by c.on_day desc, c.id desc
                        """).param("referrals", referrals.toArray(UUID[]::new)).query(row -> {
            List<Contact> all = tried.computeIfAbsent(row.getObject("record_id", UUID.class), _ -> new ArrayList<>());
            if (row.getString("outcome") != null) {
                all.add(contact(row));
            }
        });
        return tried;
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getBoolean("after_meeting"),
                row.getObject("on_day", LocalDate.class),
                Contact.Outcome.valueOf(row.getString("outcome")),
                row.getString("words"),
                row.getString("agency"),
                row.getString("by_name"));
    }

    /// A referral and what was tried, the latest first.
    public record Tried(Referral referral, List<Contact> contacts) {}
}
