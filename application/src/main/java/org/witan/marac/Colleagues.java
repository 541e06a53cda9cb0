package org.witan.marac;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Absent;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;

/// Where somebody in a case works for an agency, or knows somebody who does: who could see the case, and what
/// was decided about it. Asked inside a witnessed piece of work.
@Repository
public class Colleagues {
    private final JdbcClient database;

    Colleagues(JdbcClient database) {
        this.database = database;
    }

    /// What was decided. Held to what the database says by a test.
    public enum Settled {
        /// Nobody said that anybody works for an agency.
        NOTHING_SAID,
        /// The case is restricted to named people.
        RESTRICTED,
        /// As many agencies are shut out as were said.
        SHUT_OUT,
        /// Somebody confirmed it for this board, with a reason.
        CONFIRMED,
        /// Nobody decided yet.
        OPEN
    }

    /// That somebody works for an agency, or knows somebody who does.
    ///
    /// @param line as it was typed; null where it is said by a referral that whoever looks may not see
    /// @param of the referral that says it; null as the line is
    /// @param reference of that referral; null as the line is
    public record Said(
            @Nullable String line,
            @Nullable UUID of,
            @Nullable String reference) {

        @Override
        public String toString() {
            return "said";
        }
    }

    /// An agency that sees a case, or would.
    ///
    /// @param people of it who can see the case, as far as what forbids it is known now
    /// @param already whether it takes part in the case already
    /// @param shutOut whether nobody of it sees the case, because somebody in it works there
    public record Seeing(String agency, int people, boolean already, boolean shutOut) {}

    /// That somebody confirmed it.
    ///
    /// @param wouldSee who could see it by this, as they were told
    /// @param by by name; null where whoever looks may not know them
    public record Confirmed(
            String board,
            String wouldSee,
            String reason,
            Instant at,
            @Nullable String by) {

        @Override
        public String toString() {
            return "confirmed";
        }
    }

    /// A reason for listing it all the same.
    ///
    /// @param id made with the form
    /// @param wouldSee who could see it by this, in the words of the page
    public record Reason(UUID id, String wouldSee, String words) {

        @Override
        public String toString() {
            return "a reason";
        }
    }

    /// What a referral, or any other about the same people, says of it. Nothing for anybody but a coordinator.
    List<Said> said(Shown shown, UUID referral) {
        List<Said> all = database.sql("select line, of_id, reference from marac.works_said(:referral)")
                .param("referral", referral)
                .query((row, _) ->
                        new Said(row.getString("line"), row.getObject("of_id", UUID.class), row.getString("reference")))
                .list();
        all.stream().map(Said::of).filter(Objects::nonNull).forEach(shown::add);
        return all;
    }

    /// What was decided for a board; null stands for no board in particular.
    Settled settled(UUID referral, @Nullable UUID board) {
        return database
                .sql("select marac.my_works_settled(:referral, cast(:board as uuid))")
                .param("referral", referral)
                .param("board", board)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(Settled::valueOf)
                .findFirst()
                .orElseThrow(Absent::new);
    }

    /// Who sees a case, and who would once a board hears it.
    ///
    /// @param coreOnly whether only the core agencies of the board meet
    List<Seeing> seeing(UUID referral, @Nullable UUID board, boolean coreOnly) {
        return database.sql("select * from marac.would_see(:referral, cast(:board as uuid), :core)")
                .param("referral", referral)
                .param("board", board)
                .param("core", coreOnly)
                .query((row, _) -> new Seeing(
                        row.getString("agency"),
                        row.getInt("people"),
                        row.getBoolean("already"),
                        row.getBoolean("shut_out")))
                .list();
    }

    /// What was confirmed, the latest first.
    List<Confirmed> confirmed(UUID referral) {
        return database.sql("""
                        select b.name, c.would_see, c.reason, c.at,
                            (select o.given_name || ' ' || o.family_name from access.colleague o
                             where o.account_id = c.by limit 1) as by_name
                        from marac.works_confirmed c join meeting.board b on b.id = c.board_id
                        where c.record_id = :referral order by c.at desc, c.id desc
                        """)
                .param("referral", referral)
                .query((row, _) -> new Confirmed(
                        row.getString("name"),
                        row.getString("would_see"),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name")))
                .list();
    }

    /// Keeps a reason where one is needed. A form that is sent twice confirms once.
    ///
    /// @throws Refused when nobody decided, and no reason is given
    void settle(Viewer viewer, UUID referral, UUID board, @Nullable Reason reason) {
        if (settled(referral, board) != Settled.OPEN) {
            return;
        }
        if (reason == null || reason.words().isEmpty()) {
            throw new Refused("marac.refused.works");
        }
        int kept = database.sql("""
                        insert into marac.works_confirmed (id, record_id, board_id, would_see, reason, at, by)
                        values (:id, :referral, :board, :see, :reason, now(), :account)
                        on conflict on constraint works_confirmed_is_identified do nothing
                        """)
                .param("id", reason.id())
                .param("referral", referral)
                .param("board", board)
                .param("see", reason.wouldSee())
                .param("reason", reason.words())
                .param("account", viewer.account())
                .update();
        if (kept == 0) {
            throw new Refused("marac.refused.sent-before");
        }
    }
}
