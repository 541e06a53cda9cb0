package org.witan.site.api;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.systems.Scope;
import org.witan.access.systems.TrailForSystems;

/// What the trail says of an agency, for its data protection system.
@ApiResource
class TrailResource {
    private static final String PATH = "/api/v1/trail";
    private final TrailForSystems trail;
    private final Cursors cursors;

    TrailResource(TrailForSystems trail, Cursors cursors) {
        this.trail = trail;
        this.cursors = cursors;
    }

    @OpenTo(Role.DATA_PROTECTION_OFFICER)
    @Needs(Scope.TRAIL_READ)
    @GetMapping(PATH)
    Listed list(
            Viewer viewer,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = PageSize.of(limit);
        UUID after = cursor == null ? null : cursors.read(cursor, viewer, "trail");
        List<TrailForSystems.Entry> found = trail.page(viewer, after, size);
        String next = found.size() < size ? null : cursors.after(found.getLast().id(), viewer, "trail");
        if (next != null) {
            response.setHeader(HttpHeaders.LINK, PageSize.link(PATH, next, size));
        }
        return new Listed(found, next);
    }

    /// A page of the trail.
    ///
    /// @param next the cursor of the next page; null when there may be none
    record Listed(
            List<TrailForSystems.Entry> entries, @Nullable String next) {}
}
