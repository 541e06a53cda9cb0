package org.witan.marac;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.RecordKind;
import org.witan.access.Shown;
import org.witan.meeting.Listed;

/// Referrals on agendas: a repeat must be heard, only what is accepted goes on an agenda, and the
/// agencies of the board are asked for research by the meeting that is to hear it.
@Component
class ListedReferrals implements Listed {
    private final ReadingReferrals reading;
    private final Repeats repeats;
    private final JdbcClient database;

    ListedReferrals(ReadingReferrals reading, Repeats repeats, JdbcClient database) {
        this.reading = reading;
        this.repeats = repeats;
        this.database = database;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CASE;
    }

    @Override
    public void hold(UUID record) {
        if (reading.exists(record)) {
            reading.hold(record);
        }
    }

    @Override
    public Optional<String> warning(UUID record) {
        return repeats.last(record).map(_ -> "marac.leaves.repeat");
    }

    /// A decision that was taken back while its only meeting was cancelled is made again before the
    /// case is listed.
    @Override
    public Optional<String> unlistable(UUID record) {
        return !reading.exists(record) || isAccepted(record)
                ? Optional.empty()
                : Optional.of("marac.refused.not-accepted");
    }

    /// Agencies that joined the board since it was listed are asked too.
    @Override
    public void moved(Shown shown, UUID record, UUID to) {
        if (reading.exists(record)) {
            Absent.whereRefused(() -> database.sql("select marac.open_to_board(:referral, :meeting)")
                    .param("referral", record)
                    .param("meeting", to)
                    .query(Integer.class)
                    .single());
        }
    }

    private boolean isAccepted(UUID referral) {
        return database.sql("""
                        select exists (select from marac.triage t where t.record_id = :referral and t.undone_at is null
                                       and t.outcome in ('ACCEPTED', 'EMERGENCY'))
                        """)
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }
}
