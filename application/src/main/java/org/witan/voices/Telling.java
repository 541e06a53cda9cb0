package org.witan.voices;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what somebody tells, once, without anything that says who.
///
/// It has no viewer and leaves no row in the trail, unlike everything else that is written: that row would bear the
/// moment and the address (decision 38).
@Component
public class Telling {
    private final Seal seal;
    private final Crowd crowd;
    private final JdbcClient database;

    @Autowired
    Telling(Seal seal, Crowd crowd, JdbcClient database) {
        this.seal = seal;
        this.crowd = crowd;
        this.database = database;
    }

    /// What became of it.
    public enum Outcome {
        /// It is kept; also when the same form was sent before.
        KEPT,
        /// Too many are being sent by everybody together.
        TOO_MANY
    }

    /// Keeps it.
    ///
    /// @param sealed the seal of the form, which is good
    public Outcome tell(String sealed, Told told) {
        if (!seal.use(sealed)) {
            return Outcome.KEPT;
        }
        boolean kept = false;
        try {
            kept = crowd.letIn() && write(told);
        } finally {
            if (!kept) {
                seal.giveBack(sealed);
            }
        }
        return kept ? Outcome.KEPT : Outcome.TOO_MANY;
    }

    /// One statement, so that there is no report without its words. The id is random: one that sorts by time would
    /// keep the moment.
    private boolean write(Told told) {
        return database.sql("""
                        with report as (
                            insert into voices.report (id, told_on, kind, place_id, days, band, topics, age, sex)
                            values (:id, access.today(), :kind, :place, :days, :band, cast(:topics as text[]), :age, :sex))
                        insert into voices.words (report_id, place_words, words) values (:id, :placeWords, :words)
                        """)
                        .param("id", UUID.randomUUID())
                        .param("kind", told.kind().name())
                        .param("place", told.place())
                        .param("days", told.days().name())
                        .param("band", told.band().name())
                        .param(
                                "topics",
                                told.topics().stream().map(Enum::name).sorted().toArray(String[]::new))
                        .param("age", told.age() == null ? "" : told.age().name())
                        .param("sex", told.sex() == null ? "" : told.sex().name())
                        .param("placeWords", told.placeWords())
                        .param("words", told.words())
                        .update()
                == 1;
    }
}
