package org.witan.support;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What can be chosen: strands, reasons, aims, and agencies that give support. None of it is about a person.
@Repository
class Choices {
    private final JdbcClient database;

    Choices(JdbcClient database) {
        this.database = database;
    }

    List<Choice> strands() {
        return all("select code, words, offer_kind as of from support.strand order by place");
    }

    List<Choice> reasons() {
        return all("select code, words, step as of from support.reason order by place");
    }

    /// Why a step of one kind happens.
    List<Choice> reasons(StepKind step) {
        return reasons().stream().filter(one -> one.of().equals(step.name())).toList();
    }

    List<Choice> aims() {
        return all("select code, words, '' as of from support.aim order by place");
    }

    /// Who can have each kind of offer, in words: by kind.
    List<Choice> whoMay() {
        return all("select code, who_may as words, words as of from support.offer_kind order by place");
    }

    /// Agencies with somebody who makes an offer real; `of` says for whom: SUPPORT or PERPETRATOR_VIEW.
    List<Choice> providers() {
        return all("""
                select distinct y.id::text as code, y.name as words,
                    case c.role when 'SUPPORT_WORKER' then 'SUPPORT' else 'PERPETRATOR_VIEW' end as of
                from access.colleague c join access.agency y on y.id = c.agency_id
                where c.role in ('SUPPORT_WORKER', 'PERPETRATOR_WORKER') and y.closed_at is null order by y.name
                """);
    }

    /// Agencies that let homes.
    List<Choice> landlords() {
        return all("""
                select y.id::text as code, y.name as words, y.kind as of from access.agency y
                where y.kind in ('HOUSING_ASSOCIATION', 'DISTRICT_COUNCIL') and y.closed_at is null order by y.name
                """);
    }

    /// The part in which an offer of a kind lies.
    String part(OfferKind kind) {
        return database.sql("select part from support.offer_kind where code = :kind")
                .param("kind", kind.name())
                .query(String.class)
                .single();
    }

    /// Whether a strand is of a kind.
    boolean isStrand(String strand, OfferKind kind) {
        return strands().stream()
                .anyMatch(one -> one.code().equals(strand) && one.of().equals(kind.name()));
    }

    /// Whether an agency gives support of a part.
    boolean isProvider(UUID agency, String part) {
        return providers().stream()
                .anyMatch(
                        one -> one.code().equals(agency.toString()) && one.of().equals(part));
    }

    private List<Choice> all(String question) {
        return database.sql(question)
                .query((row, _) -> new Choice(row.getString("code"), row.getString("words"), row.getString("of")))
                .list();
    }
}
