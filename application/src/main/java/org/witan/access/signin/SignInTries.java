package org.witan.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.shared.Identity;

/// The count of tries that slows guessing. A try is counted before anything is compared, so that a hundred at once are
/// a hundred. Nobody is kept out for ever, and not at all from where they have signed in before.
@Repository
class SignInTries {
    private final JdbcClient database;
    private final Strongbox strongbox;
    private final Clock clock;

    SignInTries(JdbcClient database, Strongbox strongbox, Clock clock) {
        this.database = database;
        this.strongbox = strongbox;
        this.clock = clock;
    }

    /// Counts a try, unless there have been too many.
    ///
    /// @param person what was typed; whether there is such a person makes no difference
    Admission admit(String person, String address) {
        UUID id = Identity.at(clock.instant());
        int seconds = database.sql("select access.try_sign_in(:id, :person, :place)")
                .param("id", id)
                .param("person", strongbox.mark("person", person.toLowerCase(Locale.ROOT)))
                .param("place", strongbox.mark("place", address))
                .query(Integer.class)
                .single();
        return new Admission(id, Duration.ofSeconds(seconds));
    }

    /// Says that a try succeeded.
    void succeeded(Admission admission) {
        database.sql("select access.try_succeeded(:id)")
                .param("id", admission.id())
                .query(_ -> {});
    }

    /// @param pause how long to wait; zero when the try was counted and may go on
    record Admission(UUID id, Duration pause) {

        boolean hasToWait() {
            return !pause.isZero();
        }
    }
}
