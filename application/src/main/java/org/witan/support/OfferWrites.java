package org.witan.support;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;
import org.witan.support.Offering.Given;

/// Writes an offer and what is kept beside it. Asked inside a witnessed piece of work.
@Repository
class OfferWrites {
    private final JdbcClient database;

    OfferWrites(JdbcClient database) {
        this.database = database;
    }

    boolean isThere(UUID offer) {
        return database.sql("select exists (select from support.offer where id = :id)")
                .param("id", offer)
                .query(Boolean.class)
                .single();
    }

    void insert(Viewer viewer, UUID offer, String part, Given given, LocalDate day) {
        database.sql("""
                        insert into support.offer (id, part, offer_kind, strand, provider_id, reach, consent, eligibility,
                            needs, partner_link, agency_id, asked_at, asked_on, asked_by)
                        values (:id, :part, :what, cast(:strand as text), :provider, :reach, :consent, :eligibility,
                            :needs, cast(:partner as boolean), :agency, now(), :day, :account)
                        """)
                .param("id", offer)
                .param("part", part)
                .param("what", given.kind().name())
                .param("strand", given.strand())
                .param("provider", given.provider())
                .param("reach", given.isDirect() ? "DIRECT" : "IDVA")
                .param("consent", given.isAgreed() ? "YES" : "NO")
                .param("eligibility", given.eligibility())
                .param("needs", given.needs())
                .param(
                        "partner",
                        given.suggestion() == null ? null : given.suggestion().partnerIsSupported())
                .param("agency", viewer.agency())
                .param("day", day)
                .param("account", viewer.account())
                .update();
    }

    /// Why a suggestion cannot reveal that somebody said something.
    void suggest(UUID offer, Offering.Suggestion suggestion) {
        database.sql("insert into support.suggestion (record_id, cannot_reveal) values (:offer, :why)")
                .param("offer", offer)
                .param("why", suggestion.cannotReveal())
                .update();
    }

    void step(
            Viewer viewer,
            UUID offer,
            String part,
            int version,
            StepKind what,
            LocalDate day,
            @Nullable String reason) {
        database.sql("""
                        insert into support.offer_step (id, record_id, part, version, what, on_day, reason, words, agency_id,
                            at, by)
                        values (gen_random_uuid(), :offer, :part, :version, :what, :day, cast(:reason as text), '',
                            :agency, now(), :account)
                        """)
                .param("offer", offer)
                .param("part", part)
                .param("version", version)
                .param("what", what.name())
                .param("day", day)
                .param("reason", reason)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
    }

    /// What the provider is told of the person, in the part that opens that.
    void told(UUID offer, String part, Told told) {
        database.sql("""
                        insert into support.offer_told (record_id, part, name, born, contact)
                        values (:offer, :part, :name, :born, :contact) on conflict do nothing
                        """)
                .param("offer", offer)
                .param("part", part)
                .param("name", told.name())
                .param("born", told.born())
                .param("contact", told.contact())
                .update();
    }

    /// Assigns the offer to those who work for its provider.
    void tellProvider(UUID offer) {
        database.sql("select support.tell_provider(:offer)")
                .param("offer", offer)
                .query(_ -> {});
    }
}
