package org.witan.marac;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// An agency looks for the persons of the next agenda and answers: nothing known, or what it knows, item by item, each
/// with whether it is shared and, if not, why.
@Component
public class Researching {
    private static final String ASKED = """
            from meeting.timing t
            join meeting.meeting m on m.id = t.meeting_id and m.cancelled_at is null
            join meeting.item i on i.meeting_id = m.id
            join marac.referral f on f.id = i.record_id
            join access.record b on b.id = i.record_id
            left join marac.research r on r.meeting_id = i.meeting_id and r.record_id = i.record_id
                and r.agency_id = :agency and r.withdrawn_at is null
            where i.off_at is null and t.starts_at > now() - interval '12 hours'
              and not exists (select from meeting.timing l where l.meeting_id = t.meeting_id and l.version > t.version)
            """;
    private final Witnessing witnessing;
    private final Records records;
    private final Researches researches;
    private final JdbcClient database;
    private final Clock clock;

    Researching(Witnessing witnessing, Records records, Researches researches, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.researches = researches;
        this.database = database;
        this.clock = clock;
    }

    /// What is asked of the agency of whoever looks: the referrals on agendas to come, the next meeting first.
    public List<Asked> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "research"), shown -> {
            List<Asked> asked = asked(viewer.agency());
            asked.forEach(one -> shown.add(one.referral()));
            return asked;
        });
    }

    /// Referrals that were withdrawn and taken off an agenda to come: research about them is no longer needed.
    public List<NoLonger> noLongerNeeded(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "research"), shown -> {
            List<NoLonger> all = database.sql("""
                            select distinct i.record_id, b.reference
                            from meeting.timing t
                            join meeting.meeting m on m.id = t.meeting_id and m.cancelled_at is null
                            join meeting.item i on i.meeting_id = m.id and i.off_at is not null
                            join access.record b on b.id = i.record_id
                            join marac.triage d on d.record_id = i.record_id and d.undone_at is null
                                and d.outcome = 'WITHDRAWN'
                            where t.starts_at > now() - interval '12 hours'
                              and not exists (select from meeting.timing l
                                              where l.meeting_id = t.meeting_id and l.version > t.version)
                            order by b.reference
                            """)
                    .query((row, _) -> new NoLonger(row.getObject("record_id", UUID.class), row.getString("reference")))
                    .list();
            all.forEach(one -> shown.add(one.referral()));
            return all;
        });
    }

    /// A referral about which nothing is asked any more.
    public record NoLonger(UUID referral, String reference) {}

    /// How many answers are still owed. Inside a witnessed piece of work.
    public long owed(Viewer viewer) {
        return database.sql("select count(*) " + ASKED + " and r.id is null")
                .param("agency", viewer.agency())
                .query(Long.class)
                .single();
    }

    /// What the agency of whoever looks answered about one referral.
    ///
    /// @throws Absent when it is not asked of them
    public Optional<Research> read(Viewer viewer, UUID meeting, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "research"), shown -> {
            check(meeting, referral);
            shown.add(referral);
            return own(viewer, meeting, referral);
        });
    }

    /// Answers that nothing is known. Said twice, it stands once.
    ///
    /// @throws Absent when it is not asked of this viewer
    /// @throws Refused when something is known already
    public void nothing(Viewer viewer, UUID meeting, UUID referral) {
        var deed = Deed.of(Verb.ADD, "research").with("answer", "nothing known");
        witnessing.witness(viewer, deed, shown -> {
            check(meeting, referral);
            shown.add(referral);
            Optional<Research> before = own(viewer, meeting, referral);
            if (before.filter(one -> !one.nothingKnown()).isPresent()) {
                throw new Refused("marac.refused.researched");
            }
            return before.map(Research::id).orElseGet(() -> answer(viewer, meeting, referral, true));
        });
    }

    /// Takes an answer back, as long as nothing of it was spoken.
    ///
    /// @throws Absent when there is none of this viewer's agency
    public void undo(Viewer viewer, UUID meeting, UUID referral) {
        var deed = Deed.of(Verb.CHANGE, "research").with("answer", "taken back");
        witnessing.witness(viewer, deed, shown -> {
            check(meeting, referral);
            shown.add(referral);
            Research answer = own(viewer, meeting, referral).orElseThrow(Absent::new);
            if (answer.items().stream().anyMatch(item -> item.sharedAt() != null)) {
                throw new Refused("marac.refused.spoken");
            }
            return database.sql("""
                            update marac.research set withdrawn_at = now(), withdrawn_by = :by
                            where id = :id and withdrawn_at is null
                            """)
                    .param("by", viewer.account())
                    .param("id", answer.id())
                    .update();
        });
    }

    /// Adds something that the agency knows. The first item is the answer; "nothing known" is taken back by it.
    ///
    /// @param id made with the form, so that a form that is sent twice adds once
    /// @throws Absent when it is not asked of this viewer
    public void add(Viewer viewer, UUID meeting, UUID referral, UUID id, Research.Given given) {
        var deed = Deed.of(Verb.ADD, "research").with("share", String.valueOf(given.isToShare()));
        witnessing.witness(viewer, deed, shown -> {
            check(meeting, referral);
            shown.add(referral);
            Optional<Research> before = own(viewer, meeting, referral);
            before.filter(Research::nothingKnown)
                    .ifPresent(nil -> database.sql("""
                            update marac.research set withdrawn_at = now(), withdrawn_by = :by where id = :id
                            """)
                            .param("by", viewer.account())
                            .param("id", nil.id())
                            .update());
            UUID answer = before.filter(one -> !one.nothingKnown())
                    .map(Research::id)
                    .orElseGet(() -> answer(viewer, meeting, referral, false));
            boolean stored = before.stream()
                    .flatMap(one -> one.items().stream())
                    .anyMatch(item -> item.id().equals(id));
            return stored || write(viewer, answer, meeting, referral, id, given);
        });
    }

    private void check(UUID meeting, UUID referral) {
        boolean listed = records.find(referral).isPresent()
                && database.sql("""
                                select exists (select from meeting.item i
                                               where i.meeting_id = :meeting and i.record_id = :referral and i.off_at is null)
                                """)
                        .param("meeting", meeting)
                        .param("referral", referral)
                        .query(Boolean.class)
                        .single();
        if (!listed) {
            throw new Absent();
        }
    }

    private Optional<Research> own(Viewer viewer, UUID meeting, UUID referral) {
        return researches.of(meeting, referral).stream()
                .filter(one -> one.agency().equals(viewer.agency()))
                .findFirst();
    }

    private UUID answer(Viewer viewer, UUID meeting, UUID referral, boolean nothing) {
        UUID id = Identity.at(clock.instant());
        try {
            Absent.whereRefused(() -> database.sql("""
                            insert into marac.research
                                (id, record_id, meeting_id, agency_id, nothing_known, answered_at, answered_by)
                            values (:id, :referral, :meeting, :agency, :nothing, now(), :by)
                            """)
                    .param("id", id)
                    .param("referral", referral)
                    .param("meeting", meeting)
                    .param("agency", viewer.agency())
                    .param("nothing", nothing)
                    .param("by", viewer.account())
                    .update());
        } catch (DuplicateKeyException _) {
            throw new Refused("marac.refused.researched");
        }
        return id;
    }

    private boolean write(Viewer viewer, UUID answer, UUID meeting, UUID referral, UUID id, Research.Given given) {
        return database.sql("""
                        insert into marac.research_item (id, research_id, record_id, meeting_id, agency_id, about, is_fact,
                            happened, words, relevance, share, withheld_because)
                        values (:id, :answer, :referral, :meeting, :agency, :about, :fact, :happened, :words, :relevance, :share, :why)
                        """)
                        .param("id", id)
                        .param("answer", answer)
                        .param("referral", referral)
                        .param("meeting", meeting)
                        .param("agency", viewer.agency())
                        .param("about", given.about().name())
                        .param("fact", given.isFact())
                        .param("happened", given.happened())
                        .param("words", given.words())
                        .param("relevance", given.relevance())
                        .param("share", given.isToShare())
                        .param("why", given.isToShare() ? "" : given.withheldBecause())
                        .update()
                == 1;
    }

    private List<Asked> asked(UUID agency) {
        return database.sql("""
                        select i.meeting_id, i.record_id, b.reference, t.starts_at, r.id is not null as answered,
                            coalesce(r.nothing_known, false) as nothing,
                            (select count(*) from marac.research_item n where n.research_id = r.id) as items
                        """ + ASKED + " order by t.starts_at, i.section, i.place, i.id limit 300")
                .param("agency", agency)
                .query((row, _) -> new Asked(
                        row.getObject("meeting_id", UUID.class),
                        row.getObject("record_id", UUID.class),
                        row.getString("reference"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("answered"),
                        row.getBoolean("nothing"),
                        row.getInt("items")))
                .list();
    }

    /// A referral about which an agency is asked.
    ///
    /// @param items how many items it gave
    public record Asked(
            UUID meeting,
            UUID referral,
            String reference,
            Instant startsAt,
            boolean isAnswered,
            boolean isNothingKnown,
            int items) {}
}
