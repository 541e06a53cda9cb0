package org.witan.hub;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.site.draft.DraftStore;
import org.witan.site.draft.KeptDraft;
import org.witan.site.draft.TypedPages;

/// The referrals to the hub that whoever looks is writing, for the agency that they act for. Asked inside a witnessed
/// piece of work.
@Repository
class ResidentDrafts implements DraftStore {
    private static final String COLUMNS =
            "select id, begun_at, changed_at, version, answers, record_id from hub.draft ";
    private final JdbcClient database;

    ResidentDrafts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void begin(UUID id, UUID account, UUID agency) {
        database.sql("""
                        insert into hub.draft (id, account_id, agency_id, begun_at, changed_at)
                        values (:id, :account, :agency, now(), now())
                        """)
                .param("id", id)
                .param("account", account)
                .param("agency", agency)
                .update();
    }

    @Override
    public Optional<KeptDraft> find(UUID id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, _) -> KeptDraft.of(row))
                .optional();
    }

    @Override
    public Optional<KeptDraft> hold(UUID id) {
        return database.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query((row, _) -> KeptDraft.of(row))
                .optional();
    }

    @Override
    public List<KeptDraft> unsent() {
        return database.sql(COLUMNS + "where sent_at is null order by changed_at desc, id limit 50")
                .query((row, _) -> KeptDraft.of(row))
                .list();
    }

    @Override
    public void keep(UUID id, TypedPages pages) {
        database.sql("""
                        update hub.draft
                        set answers = cast(:answers as jsonb), version = version + 1, changed_at = now()
                        where id = :id
                        """).param("id", id).param("answers", pages.json()).update();
    }

    @Override
    public boolean discard(UUID id) {
        return database.sql("delete from hub.draft where id = :id and sent_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    /// It became the referral of the same id.
    void sent(UUID id) {
        database.sql("""
                        update hub.draft
                        set sent_at = now(), changed_at = now(), record_id = id, answers = '{}', version = version + 1
                        where id = :id and sent_at is null
                        """).param("id", id).update();
    }
}
