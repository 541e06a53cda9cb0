package org.witan.support;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Lists what a provider was asked for, and opens one offer.
@Component
public class ListingOffers {
    private final Witnessing witnessing;
    private final Offers offers;
    private final Vacancies vacancies;
    private final JdbcClient database;

    ListingOffers(Witnessing witnessing, Offers offers, Vacancies vacancies, JdbcClient database) {
        this.vacancies = vacancies;
        this.witnessing = witnessing;
        this.offers = offers;
        this.database = database;
    }

    /// What the agency of whoever looks was asked for.
    public List<Offer> asked(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "offer"), shown -> {
            List<Offer> all = offers.askedOf(viewer.agency());
            all.forEach(one -> shown.add(one.id()));
            return all;
        });
    }

    /// The same within a piece of work that is witnessed already.
    public List<Offer> asked(Viewer viewer, Shown shown) {
        List<Offer> all = offers.askedOf(viewer.agency());
        all.forEach(one -> shown.add(one.id()));
        return all;
    }

    /// All offers of the agency of whoever looks to persons of its cases.
    public List<Offer> offered(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "offer"), shown -> offered(viewer, shown));
    }

    /// All offers that whoever offers may see, within a piece of work that is witnessed already.
    public List<Offer> offered(Viewer viewer, Shown shown) {
        List<Offer> all = offers.offeredBy(viewer.agency());
        all.forEach(one -> shown.add(one.id()));
        return all;
    }

    /// Open offers that nobody gives any more, because an agency closed: those that the agency of
    /// whoever looks made, and all for the coordinator. Within a piece of work that is witnessed
    /// already.
    public List<Offer> left(Viewer viewer, Shown shown) {
        List<Offer> all = viewer.role() == Role.COORDINATOR ? offers.left() : offers.left(viewer.agency());
        all.forEach(one -> shown.add(one.id()));
        return all;
    }

    /// An offer, with what its provider is told of the person where that is open.
    ///
    /// @param family for a roof, how large the family is
    public record Opened(Offer offer, Optional<Told> told, Optional<Family> family) {}

    /// Opens an offer.
    ///
    /// @throws Absent when there is none for this viewer
    public Opened open(Viewer viewer, UUID offer) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "offer"), shown -> {
            Offer found = offers.find(offer).orElseThrow(Absent::new);
            shown.add(offer);
            if (found.whole() != null) {
                shown.add(found.whole());
            }
            return new Opened(found, told(offer), vacancies.family(offer));
        });
    }

    private Optional<Told> told(UUID offer) {
        return database.sql("""
                        select t.name, t.born, coalesce(
                            (select f.contact from support.contact_confirmed f where f.record_id = t.record_id
                             order by f.at desc, f.id desc limit 1), t.contact) as contact
                        from support.offer_told t where t.record_id = :offer
                        """)
                .param("offer", offer)
                .query((row, _) -> new Told(row.getString("name"), row.getString("born"), row.getString("contact")))
                .optional();
    }
}
