package org.witan.support;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Services of the directory for the demonstration: plainly invented, with numbers and postcodes
/// that nobody has. One is a refuge, which has no place.
final class InventedServices {

    private InventedServices() {}

    /// The services, each with an id of its own.
    ///
    /// @param refuge the agency of the partnership that gives the refuge
    static List<ServiceListing> all(Supplier<UUID> ids, UUID refuge) {
        return List.of(
                of(
                        ids,
                        "Invented Helpline",
                        "Telephone advice at any hour",
                        "Invented: somebody to talk to, and what can be done next.",
                        "Anybody who is or was harmed, and whoever is worried about them",
                        "01632 960001"),
                of(
                        ids,
                        "Invented Counselling for Children",
                        "Counselling for children and young people",
                        "Invented: up to twelve sessions, in school or elsewhere.",
                        "Children of 5 to 17 who live or lived with domestic abuse",
                        "01632 960002"),
                of(
                        ids,
                        "Invented Debt Advice",
                        "Advice on debt and economic abuse",
                        "Invented: debts in somebody else's name, benefits, and a bank account of one's own.",
                        "Anybody",
                        "01632 960003"),
                new ServiceListing(
                        ids.get(),
                        0,
                        refuge,
                        "Invented Refuge",
                        "Refuge for women and their children",
                        "Invented: where it is, is told by the refuge to her alone.",
                        "Women, with or without children",
                        "",
                        "",
                        "01632 960004",
                        true,
                        "",
                        "",
                        "",
                        null));
    }

    private static ServiceListing of(
            Supplier<UUID> ids,
            String organization,
            String name,
            String description,
            String eligibility,
            String phone) {
        return new ServiceListing(
                ids.get(),
                0,
                null,
                organization,
                name,
                description,
                eligibility,
                "https://example.org",
                "invented@example.org",
                phone,
                false,
                "1 Invented Square",
                "Inventown",
                "ZZ11 1ZZ",
                null);
    }
}
