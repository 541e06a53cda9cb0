package org.witan.marac;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.BoardKind;
import org.witan.meeting.Meeting;
import org.witan.meeting.Rules;
import org.witan.meeting.Scheduling;

/// Follows before a conference which agencies have not answered, and asks them again. What an
/// agency answered stays its own: whoever keeps the meeting sees that it did.
@Component
public class FollowingResearch {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final Witnessing witnessing;
    private final Scheduling scheduling;
    private final AskedResearch asked;
    private final ResearchDue due;
    private final JdbcClient database;
    private final Clock clock;

    FollowingResearch(
            Witnessing witnessing,
            Scheduling scheduling,
            AskedResearch asked,
            ResearchDue due,
            JdbcClient database,
            Clock clock) {
        this.witnessing = witnessing;
        this.scheduling = scheduling;
        this.asked = asked;
        this.due = due;
        this.database = database;
        this.clock = clock;
    }

    /// Who has answered for a meeting.
    ///
    /// @throws Absent when there is no such conference that this viewer keeps
    public ResearchOfMeeting of(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, deed(Verb.READ, meeting), shown -> of(viewer, shown, meeting));
    }

    /// Asks all agencies again that owe an answer, each once a day however often it is said. They
    /// find it in "your work", and are told by e-mail that something waits.
    ///
    /// @return how many it asked
    /// @throws Absent when there is no such conference that this viewer keeps
    /// @throws Refused when it has begun, or does not take place
    public int chase(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, deed(Verb.CHANGE, meeting).with("asked", "again"), shown -> {
            ResearchOfMeeting found = of(viewer, shown, meeting);
            if (found.meeting().cancelled()) {
                throw new Refused(Rules.CANCELLED);
            }
            if (!found.canAsk()) {
                throw new Refused(Rules.NOT_TO_COME);
            }
            UUID[] owing = found.agencies().stream()
                    .filter(one -> one.missing() > 0)
                    .map(ResearchOfMeeting.OfAgency::agency)
                    .sorted()
                    .toArray(UUID[]::new);
            return Absent.whereRefused(() -> ask(viewer, meeting, owing));
        });
    }

    private int ask(Viewer viewer, UUID meeting, UUID[] agencies) {
        return database.sql("""
                        insert into marac.research_chase (meeting_id, agency_id, chased_on, chased_at, chased_by)
                        select :meeting, a.id, access.today(), now(), :account
                        from unnest(cast(:agencies as uuid[])) as a (id)
                        on conflict do nothing
                        """)
                .param("meeting", meeting)
                .param("agencies", agencies)
                .param("account", viewer.account())
                .update();
    }

    private ResearchOfMeeting of(Viewer viewer, Shown shown, UUID id) {
        Meeting meeting = scheduling.the(shown, id);
        if (meeting.kind() != BoardKind.MARAC
                || !meeting.keeps()
                || !viewer.role().leads()) {
            throw new Absent();
        }
        LocalDate day = due.counted(shown).day(meeting.board(), meeting.day(), meeting.coreOnly());
        Map<UUID, Instant> chased = chased(id);
        List<ResearchOfMeeting.OfAgency> agencies =
                asked.byAgency(new UUID[] {id}, new String[] {day.toString()}).stream()
                        .map(one -> new ResearchOfMeeting.OfAgency(
                                one.agency(),
                                one.name(),
                                one.asked(),
                                one.asked() - one.missing() - one.nothing(),
                                one.nothing(),
                                one.missing(),
                                one.late(),
                                chased.get(one.agency())))
                        .toList();
        return new ResearchOfMeeting(
                meeting,
                day,
                LocalDate.now(clock.withZone(HERE)).isAfter(day),
                !meeting.cancelled() && !meeting.hasBegun(clock.instant()),
                agencies);
    }

    private Map<UUID, Instant> chased(UUID meeting) {
        return database
                .sql("""
                        select c.agency_id, max(c.chased_at) as at from marac.research_chase c
                        where c.meeting_id = :meeting group by c.agency_id
                        """)
                .param("meeting", meeting)
                .query((row, _) -> Map.entry(
                        row.getObject("agency_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Deed deed(Verb verb, UUID meeting) {
        return Deed.of(verb, "research").with("meeting", meeting.toString());
    }
}
