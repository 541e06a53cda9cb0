package org.witan.support;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A service that people can be pointed to.
///
/// @param agency the agency of the partnership that gives it; null for most
/// @param isConfidential whether its place is told to nobody; it then has none here
/// @param closedOn null while it is open
public record ServiceListing(
        UUID id,
        int version,
        @Nullable UUID agency,
        String organization,
        String name,
        String description,
        String eligibility,
        String url,
        String email,
        String phone,
        boolean isConfidential,
        String address,
        String city,
        String postcode,
        @Nullable LocalDate closedOn) {

    /// The same without a place.
    public ServiceListing withoutPlace() {
        return new ServiceListing(
                id,
                version,
                agency,
                organization,
                name,
                description,
                eligibility,
                url,
                email,
                phone,
                true,
                "",
                "",
                "",
                closedOn);
    }

    /// The same, closed on a day or open.
    public ServiceListing closed(@Nullable LocalDate day) {
        return new ServiceListing(
                id,
                version,
                agency,
                organization,
                name,
                description,
                eligibility,
                url,
                email,
                phone,
                isConfidential,
                address,
                city,
                postcode,
                day);
    }
}
