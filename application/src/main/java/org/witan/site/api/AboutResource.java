package org.witan.site.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.witan.access.OpenTo;
import org.witan.access.OpenToEveryone;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.systems.Agency;
import org.witan.access.systems.RecordsForSystems;
import org.witan.access.systems.Scope;

/// What a system needs to find its way: the paths, whom it acts for, the agencies, and the description of the API.
@ApiResource
class AboutResource {
    private final RecordsForSystems records;
    private final byte[] description;

    AboutResource(RecordsForSystems records) {
        this.records = records;
        try {
            this.description = new ClassPathResource("openapi/v1.json").getContentAsByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @OpenTo
    @Needs
    @GetMapping("/api/v1")
    Map<String, String> index() {
        return Map.of(
                "description", "/api/v1/openapi.json",
                "me", "/api/v1/me",
                "agencies", "/api/v1/agencies",
                "records", "/api/v1/records",
                "referrals", "/api/v1/referrals",
                "researchRequests", "/api/v1/research-requests",
                "trail", "/api/v1/trail");
    }

    @OpenTo
    @Needs
    @GetMapping("/api/v1/me")
    Me me(Viewer viewer) {
        List<String> scopes = SecurityContextHolder.getContext().getAuthentication()
                        instanceof TokenAuthentication token
                ? token.bearer().scopes().stream().map(Scope::code).sorted().toList()
                : List.of();
        return new Me(viewer.account(), viewer.agency(), viewer.role(), viewer.purpose(), scopes);
    }

    @OpenTo
    @Needs
    @GetMapping("/api/v1/agencies")
    Agencies agencies(Viewer viewer) {
        return new Agencies(records.agencies(viewer));
    }

    /// It names no data, so it is open to everyone.
    @OpenToEveryone
    @GetMapping("/api/v1/openapi.json")
    byte[] description() {
        return description;
    }

    /// Whom a token acts for.
    ///
    /// @param scopes what it was given for
    record Me(UUID system, UUID agency, Role role, Purpose purpose, List<String> scopes) {}

    /// The agencies that take part.
    record Agencies(List<Agency> agencies) {}
}
