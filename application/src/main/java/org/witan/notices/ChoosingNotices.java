package org.witan.notices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Choosing how often one is told, and seeing when one was.
@Component
public class ChoosingNotices {
    /// Somebody for whom the life of a person may depend on being told cannot choose never.
    public static final String MUST_BE_REACHED = "notices.refused.must-be-reached";

    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Telling telling;

    ChoosingNotices(Witnessing witnessing, JdbcClient database, Telling telling) {
        this.witnessing = witnessing;
        this.database = database;
        this.telling = telling;
    }

    /// What whoever looks has chosen.
    public Chosen look(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "message"), _ -> chosen(viewer));
    }

    /// Chooses anew.
    ///
    /// @throws Refused when they want never to be told and must be
    public void choose(Viewer viewer, Often often) {
        Deed deed = Deed.of(Verb.CHANGE, "message").with("often", often.name());
        witnessing.witness(viewer, deed, _ -> {
            if (often == Often.NONE && mustBeReached(viewer)) {
                throw new Refused(MUST_BE_REACHED);
            }
            return database.sql("""
                            insert into notices.choice (account_id, often, chosen_at) values (:account, :often, now())
                            on conflict (account_id) do update set often = excluded.often, chosen_at = excluded.chosen_at
                            """)
                    .param("account", viewer.account())
                    .param("often", often.name())
                    .update();
        });
    }

    private Chosen chosen(Viewer viewer) {
        Often often = database.sql("select often from notices.choice where account_id = :account")
                .param("account", viewer.account())
                .query(String.class)
                .optional()
                .map(Often::valueOf)
                .orElse(Often.HOURLY);
        return new Chosen(often, mustBeReached(viewer), telling.isOn(), pause(), sent(viewer));
    }

    private int pause() {
        return database.sql("select access.setting_number('notice_pause_minutes')")
                .query(Integer.class)
                .single();
    }

    private boolean mustBeReached(Viewer viewer) {
        return database.sql("select notices.must_be_reached(:account)")
                .param("account", viewer.account())
                .query(Boolean.class)
                .single();
    }

    private List<Instant> sent(Viewer viewer) {
        return database.sql("""
                        select at from notices.message where account_id = :account and outcome = 'SENT'
                        order by at desc limit 10
                        """)
                .param("account", viewer.account())
                .query((row, _) -> row.getObject("at", OffsetDateTime.class).toInstant())
                .list();
    }

    /// What somebody has chosen, and what came of it.
    ///
    /// @param mustBeReached whether a role of theirs forbids never
    /// @param on whether anybody is told by e-mail here
    /// @param minutes the pause of the partnership between two messages
    /// @param sent when they were told last, newest first
    public record Chosen(Often often, boolean mustBeReached, boolean on, int minutes, List<Instant> sent) {}
}
