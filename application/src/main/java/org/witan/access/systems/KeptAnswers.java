package org.witan.access.systems;

import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;

/// Does a write once, however often it is sent: the answer is kept for 24 hours in the transaction of the write itself.
///
/// Of two that come at the same time, the database lets the second wait for the first: it finds the answer when that
/// one commits, and does the work itself when that one is undone.
@Repository
public class KeptAnswers {
    private final JdbcClient database;

    KeptAnswers(JdbcClient database) {
        this.database = database;
    }

    /// The answer to a write: kept from before, or new. Called within a witnessed piece of work.
    ///
    /// @throws KeyReused when the key belongs to another write
    public KeptAnswer once(Viewer viewer, Write write, Supplier<KeptAnswer> work) {
        database.sql("delete from access.kept_answer where kept_at < now() - interval '24 hours'")
                .update();
        if (!begin(viewer, write)) {
            return kept(viewer, write);
        }
        KeptAnswer answer = work.get();
        database.sql("""
                        update access.kept_answer set status = :status, place = :place, body = :body, record_id = :record
                        where system_id = :system and key = :key
                        """)
                .param("status", answer.status())
                .param("place", answer.place())
                .param("body", answer.body())
                .param("record", answer.record())
                .param("system", viewer.account())
                .param("key", write.key())
                .update();
        return answer;
    }

    private boolean begin(Viewer viewer, Write write) {
        return database.sql("""
                        insert into access.kept_answer (system_id, key, request) values (:system, :key, :request)
                        on conflict do nothing
                        """)
                        .param("system", viewer.account())
                        .param("key", write.key())
                        .param("request", HexFormat.of().parseHex(write.digest()))
                        .update()
                == 1;
    }

    private KeptAnswer kept(Viewer viewer, Write write) {
        return database.sql("""
                        select status, place, body, record_id from access.kept_answer
                        where system_id = :system and key = :key and request = :request and status is not null
                        """)
                .param("system", viewer.account())
                .param("key", write.key())
                .param("request", HexFormat.of().parseHex(write.digest()))
                .query((row, _) -> new KeptAnswer(
                        row.getInt("status"),
                        row.getString("place"),
                        row.getString("body"),
                        row.getObject("record_id", UUID.class)))
                .optional()
                .orElseThrow(KeyReused::new);
    }
}
