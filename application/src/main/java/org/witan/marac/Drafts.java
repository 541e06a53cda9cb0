package org.witan.marac;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.site.draft.DraftStore;
import org.witan.site.draft.KeptDraft;
import org.witan.site.draft.TypedPages;

/// The drafts of whoever looks, for the agency that they act for. Asked inside a witnessed piece of work.
@Repository
class Drafts implements DraftStore {
    private static final String COLUMNS =
            "select id, begun_at, changed_at, version, answers, record_id from marac.draft ";
    private final JdbcClient database;

    Drafts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void begin(UUID id, UUID account, UUID agency) {
        database.sql("""
                        insert into marac.draft (id, account_id, agency_id, begun_at, changed_at)
                        values (:id, :account, :agency, now(), now())
                        """)
                .param("id", id)
                .param("account", account)
                .param("agency", agency)
                .update();
    }

    /// Begins a draft whose id was made with a form; false when there is one of this id.
    boolean beginOnce(UUID id, UUID account, UUID agency) {
        return database.sql("""
                        insert into marac.draft (id, account_id, agency_id, begun_at, changed_at)
                        values (:id, :account, :agency, now(), now())
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("account", account)
                        .param("agency", agency)
                        .update()
                == 1;
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

    /// How many nobody touched for as many days as the setting says, and how many days that is.
    Drafting.Untouched untouched() {
        return database.sql("""
                        select count(*) as number, access.setting_number('marac_draft_days') as days from marac.draft
                        where sent_at is null
                          and changed_at < now() - make_interval(days => access.setting_number('marac_draft_days'))
                        """)
                .query((row, _) -> new Drafting.Untouched(row.getLong("number"), row.getInt("days")))
                .single();
    }

    @Override
    public void keep(UUID id, TypedPages pages) {
        database.sql("""
                        update marac.draft
                        set answers = cast(:answers as jsonb), version = version + 1, changed_at = now()
                        where id = :id
                        """).param("id", id).param("answers", pages.json()).update();
    }

    void sent(UUID id, UUID referral) {
        database.sql("""
                        update marac.draft
                        set sent_at = now(), changed_at = now(), record_id = :referral, answers = '{}', version = version + 1
                        where id = :id
                        """).param("id", id).param("referral", referral).update();
    }

    @Override
    public boolean discard(UUID id) {
        return database.sql("delete from marac.draft where id = :id and sent_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }
}
