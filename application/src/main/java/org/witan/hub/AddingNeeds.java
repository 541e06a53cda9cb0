package org.witan.hub;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Refused;
import org.witan.access.Viewer;

/// Adds what comes to light after the referral: a need. Where it is domestic abuse the case has the visibility of the
/// MARAC from then on, in the same transaction.
@Component
public class AddingNeeds {
    private final Changing changing;
    private final CaseFacts facts;
    private final JdbcClient database;

    AddingNeeds(Changing changing, CaseFacts facts, JdbcClient database) {
        this.changing = changing;
        this.facts = facts;
        this.database = database;
    }

    /// Adds a need. Sent twice, it is added once.
    ///
    /// @param id made with the form
    /// @param need code of one of the list that the case goes by
    /// @return whether it was done; false when somebody else changed the case meanwhile
    /// @throws Refused when the case is over, or its list has no such need
    public boolean add(Viewer viewer, UUID id, UUID record, int version, String need) {
        return changing.change(viewer, id, record, version, "NEED", _ -> has(record, need), (_, found) -> {
            if (!found.isOpen() && found.state() != CaseState.WAITS) {
                throw new Refused(HubRules.NOT_NEXT);
            }
            boolean added = database.sql("select hub.add_need(:record, :need)")
                    .param("record", record)
                    .param("need", need)
                    .query(Boolean.class)
                    .single();
            if (!added) {
                throw new Refused(HubRules.NO_SUCH_NEED);
            }
        });
    }

    /// The needs that a case does not have, of the list that it goes by.
    public List<Need> missing(HubCaseInFull found) {
        return database.sql("""
                        select n.version, n.code, n.words from hub.need n
                        where n.version = :version and n.code <> all (cast(:codes as text[])) order by n.place
                        """)
                .param(
                        "version",
                        found.needs().stream().mapToInt(Need::version).max().orElse(0))
                .param("codes", found.needs().stream().map(Need::code).toArray(String[]::new))
                .query(HubLists::need)
                .list();
    }

    private boolean has(UUID record, String need) {
        return facts.needs(record).stream().anyMatch(one -> one.code().equals(need));
    }
}
