package org.witan.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Keeps the directory of services. What is confidential has no place in it, whoever brings one.
@Component
public class KeepingDirectory {
    private static final String WHAT = "service";
    private final Witnessing witnessing;
    private final Offers offers;
    private final JdbcClient database;

    KeepingDirectory(Witnessing witnessing, Offers offers, JdbcClient database) {
        this.witnessing = witnessing;
        this.offers = offers;
        this.database = database;
    }

    /// All services as they stand now: open ones first.
    ///
    /// @param verb LIST for a page, EXPORT for a file
    public List<ServiceListing> list(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, WHAT), _ -> all());
    }

    /// One service.
    ///
    /// @throws Absent when there is none
    public ServiceListing open(Viewer viewer, UUID service) {
        return witnessing.witness(
                viewer, Deed.of(Verb.READ, WHAT), _ -> find(service).orElseThrow(Absent::new));
    }

    /// Writes services down as they stand from now on. What is the same is not written again; a service that is known
    /// as confidential stays so, and its place is left out.
    ///
    /// @return how many were written
    public int write(Viewer viewer, List<ServiceListing> services) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.CHANGE, WHAT),
                _ -> Absent.whereRefused(() ->
                        services.stream().mapToInt(one -> keep(viewer, one)).sum()));
    }

    /// Closes a service, unless something is open with the agency that gives it.
    ///
    /// @return what is open; when there is nothing, it is closed
    /// @throws Absent when there is no such service, or whoever closes it keeps no directory
    public List<Offer> close(Viewer viewer, UUID service, LocalDate day) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, WHAT), shown -> {
            ServiceListing found = find(service).orElseThrow(Absent::new);
            UUID agency = found.agency();
            List<Offer> open = agency == null
                    ? List.of()
                    : offers.askedOf(agency).stream()
                            .filter(one -> !one.now().what().isOver())
                            .toList();
            open.forEach(one -> shown.add(one.id()));
            if (open.isEmpty()) {
                Absent.whereRefused(() -> keep(viewer, found.closed(day)));
            }
            return open;
        });
    }

    private int keep(Viewer viewer, ServiceListing given) {
        Optional<ServiceListing> known = find(given.id());
        boolean confidential = given.isConfidential()
                || known.map(ServiceListing::isConfidential).orElse(false);
        ServiceListing service = confidential ? given.withoutPlace() : given;
        if (known.isPresent() && same(known.get(), service)) {
            return 0;
        }
        return database.sql("""
                        insert into support.service (id, version, agency_id, organization, name, description, eligibility, url,
                            email, phone, confidential, address, city, postcode, closed_on, changed_at, changed_by)
                        values (:id, :version, cast(:agency as uuid), :organization, :name, :description, :eligibility, :url,
                            :email, :phone, :confidential, :address, :city, :postcode, cast(:closed as date), now(), :account)
                        on conflict do nothing
                        """)
                .param("id", service.id())
                .param("version", known.map(ServiceListing::version).orElse(0) + 1)
                .param(
                        "agency",
                        service.agency() == null
                                ? known.map(ServiceListing::agency).orElse(null)
                                : service.agency())
                .param("organization", service.organization())
                .param("name", service.name())
                .param("description", service.description())
                .param("eligibility", service.eligibility())
                .param("url", service.url())
                .param("email", service.email())
                .param("phone", service.phone())
                .param("confidential", service.isConfidential())
                .param("address", service.address())
                .param("city", service.city())
                .param("postcode", service.postcode())
                .param("closed", service.closedOn())
                .param("account", viewer.account())
                .update();
    }

    private static boolean same(ServiceListing known, ServiceListing given) {
        ServiceListing other = new ServiceListing(
                given.id(),
                known.version(),
                given.agency() == null ? known.agency() : given.agency(),
                given.organization(),
                given.name(),
                given.description(),
                given.eligibility(),
                given.url(),
                given.email(),
                given.phone(),
                given.isConfidential(),
                given.address(),
                given.city(),
                given.postcode(),
                given.closedOn());
        return known.equals(other);
    }

    private Optional<ServiceListing> find(UUID service) {
        return all().stream().filter(one -> one.id().equals(service)).findFirst();
    }

    private List<ServiceListing> all() {
        return database.sql("""
                        select * from (select distinct on (s.id) s.* from support.service s order by s.id, s.version desc) latest
                        order by closed_on is not null, organization, name, id
                        """)
                .query((row, _) -> new ServiceListing(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getObject("agency_id", UUID.class),
                        row.getString("organization"),
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("eligibility"),
                        row.getString("url"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getBoolean("confidential"),
                        row.getString("address"),
                        row.getString("city"),
                        row.getString("postcode"),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }
}
