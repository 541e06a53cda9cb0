package org.witan.access.signin;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Presence;

/// Says whether somebody proved their presence lately enough for a page that asks for it.
@Component
public class StepUp {
    /// Name of the attribute of the session that holds the path of the page to come back to: nothing typed, no
    /// question.
    public static final String RETURN_TO = "witan.return-to";

    private final JdbcClient database;
    private final Clock clock;

    StepUp(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Whether a proof is fresh by the setting `step_up_minutes`.
    ///
    /// @param presence what the session holds; null when it holds none
    public boolean isFresh(@Nullable Presence presence) {
        return presence != null && presence.within(minutes(), clock.instant());
    }

    private Duration minutes() {
        return Duration.ofMinutes(database.sql("select access.setting_number('step_up_minutes')")
                .query(Integer.class)
                .single());
    }
}
