package org.witan.site.api;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.witan.access.OpenTo;
import org.witan.access.Role;

/// Paths that only tests have: ours to fail, the database's to be gone, another role's, and one that nobody described.
@ApiResource
class SampleResource {

    @OpenTo
    @Needs
    @GetMapping("/api/v1/samples/fault")
    String fault() {
        throw new IllegalStateException("Invented Person lives at 1 Invented Street");
    }

    @OpenTo
    @Needs
    @GetMapping("/api/v1/samples/silence")
    String silence() {
        throw new DataAccessResourceFailureException("Invented Person");
    }

    @OpenTo(Role.CHAIR)
    @Needs
    @GetMapping("/api/v1/samples/chairs")
    String chairs() {
        return "\"chairs\"";
    }

    @Needs
    @GetMapping("/api/v1/samples/forgotten")
    String forgotten() {
        return "\"nobody said who may see this\"";
    }

    @OpenTo
    @GetMapping("/api/v1/samples/undescribed")
    String undescribed() {
        return "\"nobody said which token may use this\"";
    }
}
