package org.witan.marac.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.witan.access.Absent;
import org.witan.access.Viewer;
import org.witan.access.systems.Scope;
import org.witan.marac.AnsweringRequests;
import org.witan.marac.ResearchRequest;
import org.witan.site.Wording;
import org.witan.site.api.ApiResource;
import org.witan.site.api.Cursors;
import org.witan.site.api.Fault;
import org.witan.site.api.Needs;
import org.witan.site.api.PageSize;
import org.witan.site.api.Reading;
import org.witan.site.api.Unusable;
import org.witan.site.api.Versions;

/// What the next agendas ask of an agency, for its system, and the answer. The answer is put as a whole, against the
/// version that the system has read: what a colleague wrote meanwhile is never overwritten unseen.
@ApiResource
class ResearchResource {
    private static final String PATH = "/api/v1/research-requests";
    private static final String LIST = "research requests";
    private final AnsweringRequests answering;
    private final Cursors cursors;
    private final Reading reading;
    private final Wording words;

    ResearchResource(AnsweringRequests answering, Cursors cursors, Reading reading, Wording words) {
        this.answering = answering;
        this.cursors = cursors;
        this.reading = reading;
        this.words = words;
    }

    @OpenToMembers
    @Needs(Scope.RESEARCH_READ)
    @GetMapping(PATH)
    ShownRequest.Listed list(
            Viewer viewer,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = PageSize.of(limit);
        List<ResearchRequest> found = page(viewer, cursor, size);
        String next = found.size() < size ? null : cursors.after(found.getLast().id(), viewer, LIST);
        if (next != null) {
            response.setHeader(HttpHeaders.LINK, PageSize.link(PATH, next, size));
        }
        return new ShownRequest.Listed(found.stream().map(ShownRequest::of).toList(), next);
    }

    @OpenToMembers
    @Needs(Scope.RESEARCH_READ)
    @GetMapping(PATH + "/{id}")
    ShownRequest request(Viewer viewer, @PathVariable UUID id, HttpServletResponse response) {
        return tagged(answering.read(viewer, id), response);
    }

    @OpenToMembers
    @Needs(Scope.RESEARCH_WRITE)
    @PutMapping(path = PATH + "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ShownRequest answer(
            Viewer viewer,
            @PathVariable UUID id,
            WebRequest request,
            HttpServletResponse response,
            @RequestBody byte[] body) {
        var given = reading.read(body, SentResearch.class).given(code -> words.the("marac.api." + code));
        return tagged(
                answering.answer(viewer, id, standing -> Versions.demand(request, tag(standing)), given), response);
    }

    private List<ResearchRequest> page(Viewer viewer, @Nullable String cursor, int size) {
        if (cursor == null) {
            return answering.list(viewer, null, size);
        }
        UUID after = cursors.read(cursor, viewer, LIST);
        try {
            return answering.list(viewer, after, size);
        } catch (Absent gone) {
            throw new Unusable(Fault.BAD_CURSOR);
        }
    }

    private static ShownRequest tagged(ResearchRequest found, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, tag(found));
        return ShownRequest.of(found);
    }

    private static String tag(ResearchRequest found) {
        return "\"" + found.version() + "\"";
    }
}
