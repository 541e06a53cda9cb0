package org.witan.hub;

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

/// Steps a case up to the MARAC, adult safeguarding or MAPPA, and down again.
///
/// Stepped up to the MARAC, it is made known to whoever coordinates there, and closed to agencies that are not of a
/// MARAC: they learn that it is discussed elsewhere.
@Component
public class SteppingCases {
    private final Witnessing witnessing;
    private final Changing changing;
    private final Cases cases;
    private final CaseFacts facts;
    private final CaseWrites writes;
    private final JdbcClient database;

    SteppingCases(
            Witnessing witnessing,
            Changing changing,
            Cases cases,
            CaseFacts facts,
            CaseWrites writes,
            JdbcClient database) {
        this.witnessing = witnessing;
        this.changing = changing;
        this.cases = cases;
        this.facts = facts;
        this.writes = writes;
        this.database = database;
    }

    /// Steps a case up.
    ///
    /// @param id made with the form
    /// @return whether it was done; false when somebody else changed the case meanwhile
    /// @throws Refused when it is not open, or stepped up already
    public boolean up(Viewer viewer, UUID id, UUID record, int version, StepUpTo to, String words) {
        return changing.change(viewer, id, record, version, "STEPPED_UP", writes::isSteppedUp, (_, found) -> {
            if (!found.isOpen() || facts.of(viewer, found, List.of()).goingOn().isPresent()) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            writes.stepUp(viewer, id, record, to, words);
            if (to == StepUpTo.MARAC) {
                database.sql("select hub.tell_marac(:record)")
                        .param("record", record)
                        .query(Integer.class)
                        .single();
                writes.closeToOthers(record);
            }
        });
    }

    /// Steps a case down: it is the hub's alone again. It keeps the visibility of the MARAC when it was there.
    ///
    /// @param step what is stepped down
    public boolean down(Viewer viewer, UUID step, UUID record, int version, String words) {
        return changing.change(
                viewer,
                step,
                record,
                version,
                "STEPPED_DOWN",
                this::isSteppedDown,
                (_, _) -> writes.stepEnd(viewer, step, record, StepEnd.STEPPED_DOWN, words));
    }

    /// Says for the MARAC whether it takes a case that was stepped up. What it does not take is none of theirs any
    /// more: it is closed to whoever coordinates the MARAC.
    ///
    /// @throws Absent when this viewer does not coordinate a MARAC to which it was stepped up
    public void settle(Viewer viewer, UUID step, UUID record, boolean taken, String words) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "hub-case").with("step", "SETTLED"), shown -> {
            shown.add(record);
            if (cases.find(record).isEmpty()) {
                throw new Absent();
            }
            return Absent.whereRefused(() -> {
                if (isSettled(step)) {
                    return 0;
                }
                return writes.stepEnd(viewer, step, record, taken ? StepEnd.TAKEN : StepEnd.NOT_TAKEN, words);
            });
        });
    }

    /// How many cases were stepped up to the MARAC of whoever coordinates it and wait for its word. Inside a witnessed
    /// piece of work.
    public long waiting() {
        return database.sql("""
                        select count(*) from hub.step_up u
                        where u.to_where = 'MARAC' and not exists (select from hub.step_end e where e.id = u.id)
                        """).query(Long.class).single();
    }

    /// Cases that were stepped up to the MARAC and wait for its word, oldest first.
    public List<HubCase> steppedUp(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "hub-case"), shown -> {
            var all = cases.on(database.sql("""
                            select u.record_id from hub.step_up u
                            where u.to_where = 'MARAC' and not exists (select from hub.step_end e where e.id = u.id)
                            order by u.at, u.id
                            """)
                    .query((row, _) -> Cases.id(row, "record_id"))
                    .list());
            all.forEach(one -> shown.add(one.id()));
            return all;
        });
    }

    private boolean isSteppedDown(UUID step) {
        return isThere("select exists (select from hub.step_end where id = :id and how = 'STEPPED_DOWN')", step);
    }

    private boolean isSettled(UUID step) {
        return isThere("select exists (select from hub.step_end where id = :id)", step);
    }

    private boolean isThere(String question, UUID id) {
        return database.sql(question).param("id", id).query(Boolean.class).single();
    }
}
