package org.witan.marac;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.site.Days;

/// Cases of a demonstration: handed in by its invented people as anybody would, or found among those that
/// its meetings heard.
@Component
class InventedCases {
    private final Drafting drafting;
    private final Referring referring;
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Days days;

    InventedCases(Drafting drafting, Referring referring, Witnessing witnessing, JdbcClient database, Days days) {
        this.drafting = drafting;
        this.referring = referring;
        this.witnessing = witnessing;
        this.database = database;
        this.days = days;
    }

    /// Who coordinates in a demonstration, and who refers for agencies.
    ///
    /// @param representatives at least one
    record Roles(Viewer coordinator, List<Viewer> representatives) {

        /// Empty where one of them is missing.
        static Optional<Roles> of(List<Acting> people) {
            List<Viewer> coordinators = Acting.of(people, Role.COORDINATOR, Purpose.MARAC);
            List<Viewer> representatives = Acting.of(people, Role.REPRESENTATIVE, Purpose.MARAC);
            return coordinators.isEmpty() || representatives.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Roles(coordinators.getFirst(), representatives));
        }
    }

    /// A household that does not exist.
    ///
    /// @param number of the house, and the last two figures of a number for tests
    /// @param harmer the given name of the alleged perpetrator
    record Who(String given, String family, String born, int number, String harmer) {

        /// One of the household from which a demonstration has several referrals.
        static Who of(String given) {
            return new Who(given, "Inventley", "4/5/1988", 7, "Wolf");
        }

        @Override
        public String toString() {
            return "an invented household";
        }
    }

    /// Refers a victim of an invented household.
    UUID refer(Viewer viewer, Who who, String danger, String ground) {
        UUID draft = drafting.begin(viewer);
        keep(viewer, draft, "danger", Map.of("now", danger));
        keep(viewer, draft, "referrer", Map.of("name", "Invented Person", "post", "Invented post"));
        keep(
                viewer,
                draft,
                "victim",
                Map.of("given", who.given(), "family", who.family(), "born", who.born(), "sex", "Female"));
        keep(viewer, draft, "address", Map.of("lines", who.number() + " Invented Row", "postcode", "ZZ12 3ZZ"));
        String telephone = "07700 9003%02d".formatted(14 + who.number());
        keep(viewer, draft, "contact", Map.of("means", "PHONE", "value", telephone, "safe", "UNKNOWN"));
        keep(
                viewer,
                draft,
                "perpetrator.1",
                Map.of("given", who.harmer(), "family", "Madeupsen", "born", "9/9/1980", "relation", "EX_PARTNER"));
        keep(viewer, draft, "other.1", Map.of("standing", "CHILD", "given", "Small", "family", who.family()));
        keep(
                viewer,
                draft,
                "happened",
                Map.of("words", "Invented: he came back at night.", "last", Days.typed(days.today())));
        keep(viewer, draft, "judgement", Map.of("grounds", ground, "words", "Invented: she is more afraid."));
        keep(viewer, draft, "wants", Map.of("wants", "Invented: to stay in her home"));
        keep(viewer, draft, "aware", Map.of("consent", "YES", "aware", "YES"));
        return switch (referring.refer(viewer, draft)) {
            case Referring.Referred done -> done.referral();
            case Referring.NotYet lacking ->
                throw new IllegalStateException(
                        "An invented referral lacks " + lacking.completeness().walls());
        };
    }

    private void keep(Viewer viewer, UUID draft, String page, Map<String, String> fields) {
        var typed = new HashMap<String, List<String>>();
        fields.forEach((field, value) -> typed.put(field, List.of(value)));
        drafting.keep(viewer, draft, page, typed, Answers.of(Map.of()).mark(page));
    }

    /// The cases that were referred last of those that a meeting heard, and that went nowhere and had nothing
    /// told of since.
    List<UUID> heard(Viewer coordinator, int most) {
        return witnessing.witness(coordinator, Deed.of(Verb.LIST, "referral"), shown -> {
            List<UUID> all = database.sql("""
                            select r.id from marac.referral r
                            where exists (select from meeting.item i join meeting.heard h on h.item_id = i.id
                                          where i.record_id = r.id offset 0)
                              and not exists (select from marac.transfer t where t.record_id = r.id offset 0)
                              and not exists (select from marac.further_report f where f.record_id = r.id offset 0)
                            order by r.referred_at desc, r.id limit :most
                            """)
                    .param("most", most)
                    .query((row, _) -> row.getObject("id", UUID.class))
                    .list();
            all.forEach(shown::add);
            return all;
        });
    }
}
