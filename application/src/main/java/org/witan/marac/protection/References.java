package org.witan.marac.protection;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Absent;

/// What referrals are called by. Asked inside a witnessed piece of work.
@Repository
class References {
    private final JdbcClient database;

    References(JdbcClient database) {
        this.database = database;
    }

    /// The reference of a referral.
    ///
    /// @throws Absent when there is none for whoever looks
    String the(UUID referral) {
        return database.sql("""
                        select b.reference from marac.referral r join access.record b on b.id = r.id where r.id = :id
                        """)
                .param("id", referral)
                .query(String.class)
                .optional()
                .orElseThrow(Absent::new);
    }
}
