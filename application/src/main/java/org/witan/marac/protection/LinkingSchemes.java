package org.witan.marac.protection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.protection.SchemeLink.Grade;
import org.witan.marac.protection.SchemeLink.Told;

/// Writes down that MAPPA, MATAC or child protection knows people of a referral, and that it does no more.
/// Nothing flows.
@Component
public class LinkingSchemes {
    private static final String LINK = "link";
    private static final String LINKS = """
            select l.*, access.viewer_role() = 'COORDINATOR' or l.agency_id = access.viewer_agency() as own,
                s.words as scheme_words, v.words as level_words, c.words as category_words, o.from_marac
            from marac.scheme_link l join marac.scheme s on s.code = l.scheme
            left join marac.scheme_grade v on v.scheme = l.scheme and v.code = l.level
            left join marac.scheme_grade c on c.scheme = l.scheme and c.code = l.category
            left join marac.transfer_in o on o.record_id = l.came_with
            """;
    private final Witnessing witnessing;
    private final References references;
    private final JdbcClient database;

    LinkingSchemes(Witnessing witnessing, References references, JdbcClient database) {
        this.witnessing = witnessing;
        this.references = references;
        this.database = database;
    }

    /// What can be chosen.
    ///
    /// @param reference of the referral
    /// @param schemes the bodies
    /// @param grades their levels and categories
    public record Choices(String reference, List<Grade> schemes, List<Grade> grades) {}

    /// What a new link of a referral can say.
    ///
    /// @throws Absent when there is no such referral for this viewer
    public Choices begin(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, LINK), shown -> {
            String reference = references.the(referral);
            shown.add(referral);
            return new Choices(
                    reference,
                    database.sql("select code, words from marac.scheme order by place")
                            .query((row, _) -> new Grade(row.getString("code"), "", row.getString("words"), false))
                            .list(),
                    database.sql("select scheme, code, words, is_level from marac.scheme_grade order by place")
                            .query((row, _) -> new Grade(
                                    row.getString("scheme"),
                                    row.getString("code"),
                                    row.getString("words"),
                                    row.getBoolean("is_level")))
                            .list());
        });
    }

    /// A link.
    ///
    /// @throws Absent when there is none for this viewer
    public SchemeLink open(Viewer viewer, UUID link) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, LINK), shown -> {
            SchemeLink found = find(link);
            shown.add(found.referral());
            return found;
        });
    }

    /// Links of some referrals, those that stand first. Inside a witnessed piece of work.
    public List<SchemeLink> of(Collection<UUID> referrals) {
        return read(database.sql(LINKS + """
                         where l.record_id = any (cast(:referrals as uuid[]))
                        order by l.ended_at is not null, s.place, l.since_on desc, l.id
                        """).param("referrals", referrals.toArray(UUID[]::new)));
    }

    /// Writes down a link. Sent twice, it is written once.
    ///
    /// @param id made with the form
    /// @throws Absent when there is no such referral for this viewer, or they write down none of this scheme
    /// @throws Refused when something else was sent from the same form before
    public void add(Viewer viewer, UUID id, UUID referral, Told told) {
        witnessing.witness(viewer, Deed.of(Verb.ADD, LINK).with("scheme", told.scheme()), shown -> {
            references.the(referral);
            shown.add(referral);
            int written = Absent.whereRefused(() -> insert(viewer, id, referral, told));
            if (written == 0 && !isWritten(viewer, id, referral, told)) {
                throw new Refused("marac.refused.sent-before");
            }
            return id;
        });
    }

    /// Says that a link is over, or was written down in error.
    ///
    /// @throws Absent when there is none for this viewer, or it is another agency's
    /// @throws Refused when that was said before
    public void end(Viewer viewer, UUID link, LocalDate day, String reason) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, LINK), shown -> {
            SchemeLink found = find(link);
            shown.add(found.referral());
            if (!found.stands()) {
                throw new Refused("marac.refused.link-ended");
            }
            int ended = database.sql("""
                            update marac.scheme_link set ended_on = :day, ended_because = :reason, ended_at = now(),
                                ended_by = :by
                            where id = :id and ended_at is null
                            """)
                    .param("day", day)
                    .param("reason", reason)
                    .param("by", viewer.account())
                    .param("id", link)
                    .update();
            if (ended == 0) {
                throw new Absent();
            }
            return true;
        });
    }

    private SchemeLink find(UUID link) {
        return read(database.sql(LINKS + " where l.id = :id").param("id", link)).stream()
                .findFirst()
                .orElseThrow(Absent::new);
    }

    /// Whether the same was written by the same before.
    private boolean isWritten(Viewer viewer, UUID id, UUID referral, Told told) {
        return ofLink(viewer, id, referral, told, """
                        select exists (select from marac.scheme_link
                                       where id = :id and record_id = :referral and scheme = :scheme
                                         and reference = :reference and lead = :lead and contact = :contact
                                         and level is not distinct from cast(:level as text)
                                         and category is not distinct from cast(:category as text)
                                         and since_on = :since and until_on is not distinct from cast(:until as date)
                                         and agency_id = :agency and written_by = :account)
                        """).query(Boolean.class).single();
    }

    private int insert(Viewer viewer, UUID id, UUID referral, Told told) {
        return ofLink(viewer, id, referral, told, """
                        insert into marac.scheme_link (id, record_id, part, scheme, reference, level, category, since_on, until_on,
                            lead, contact, agency_id, written_at, written_by)
                        select :id, :referral, s.part, s.code, :reference, cast(:level as text), cast(:category as text), :since,
                            cast(:until as date), :lead, :contact, :agency, now(), :account
                        from marac.scheme s where s.code = :scheme
                        on conflict do nothing
                        """).update();
    }

    private JdbcClient.StatementSpec ofLink(Viewer viewer, UUID id, UUID referral, Told told, String statement) {
        return database.sql(statement)
                .param("id", id)
                .param("referral", referral)
                .param("reference", told.reference())
                .param("level", told.level())
                .param("category", told.category())
                .param("since", told.since())
                .param("until", told.until())
                .param("lead", told.lead())
                .param("contact", told.contact())
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .param("scheme", told.scheme());
    }

    private static List<SchemeLink> read(JdbcClient.StatementSpec question) {
        return question.query((row, _) -> new SchemeLink(
                        row.getObject("id", UUID.class),
                        row.getObject("record_id", UUID.class),
                        row.getString("scheme_words"),
                        row.getString("reference"),
                        row.getString("level_words"),
                        row.getString("category_words"),
                        row.getObject("since_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class),
                        row.getString("lead"),
                        row.getString("contact"),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("ended_because"),
                        row.getBoolean("own"),
                        row.getString("from_marac")))
                .list();
    }
}
