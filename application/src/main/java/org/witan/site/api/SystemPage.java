package org.witan.site.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.witan.access.systems.AgencySystem;
import org.witan.access.systems.Scope;
import org.witan.access.systems.SystemChoices.Offered;
import org.witan.site.Wording;

/// The page of one system.
///
/// @param state whether it may be used
/// @param inUse false when it is shut out for good
/// @param facts what it is for
/// @param secrets those in use
/// @param mayMakeSecret whether there is room for another secret
/// @param secret a secret that was just made; null when there is none to show
record SystemPage(
        String id,
        String name,
        String agency,
        String state,
        boolean inUse,
        List<Fact> facts,
        List<Line> secrets,
        boolean mayMakeSecret,
        @Nullable String secret) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final int MOST_SECRETS = 2;

    static SystemPage of(
            AgencySystem system, Offered offered, Wording words, LocalDate today, @Nullable String secret) {
        boolean inUse = system.revokedAt() == null;
        var secrets = system.secrets().stream()
                .map(known -> new Line(known.id().toString(), words.the("api.system.secret-made", day(known.madeAt()))))
                .toList();
        return new SystemPage(
                system.id().toString(),
                system.name(),
                system.agency(),
                state(system, words, today),
                inUse,
                facts(system, offered, words),
                secrets,
                inUse && secrets.size() < MOST_SECRETS,
                secret);
    }

    private static String state(AgencySystem system, Wording words, LocalDate today) {
        if (system.revokedAt() != null) {
            return words.the("api.system.state.revoked", day(system.revokedAt()));
        }
        if (system.expiresOn().isBefore(today)) {
            return words.the("api.system.state.expired", DAY.format(system.expiresOn()));
        }
        String key = system.secrets().isEmpty() ? "api.system.state.no-secret" : "api.system.state.in-use";
        return words.the(key, DAY.format(system.expiresOn()));
    }

    private static List<Fact> facts(AgencySystem system, Offered offered, Wording words) {
        return List.of(
                new Fact(words.the("api.system.id"), List.of(system.id().toString())),
                new Fact(words.the("api.system.agency"), List.of(system.agency())),
                new Fact(
                        words.the("api.system.role"),
                        List.of(Offered.words(offered.roles(), system.role().name()))),
                new Fact(
                        words.the("api.system.purpose"),
                        List.of(Offered.words(
                                offered.purposes(), system.purpose().name()))),
                new Fact(
                        words.the("api.system.scopes"),
                        system.scopes().stream().map(Scope::code).toList()),
                new Fact(words.the("api.system.answers"), List.of(system.answersName(), system.answersEmail())),
                new Fact(
                        words.the("api.system.networks"),
                        system.networks().isEmpty() ? List.of(words.the("api.system.any-network")) : system.networks()),
                new Fact(words.the("api.system.expires"), List.of(DAY.format(system.expiresOn()))));
    }

    private static String day(Instant moment) {
        return DAY.format(moment.atZone(ENGLAND));
    }

    /// A fact about a system.
    record Fact(String term, List<String> details) {}

    /// A secret in use: when it was made, never what it is.
    record Line(String id, String words) {}
}
