package org.witan.marac.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.witan.access.Viewer;
import org.witan.access.systems.KeptAnswer;
import org.witan.access.systems.Scope;
import org.witan.marac.ReportingFurtherAbuse;
import org.witan.marac.ReportingFurtherAbuse.Reported;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.api.ApiResource;
import org.witan.site.api.Keys;
import org.witan.site.api.Needs;
import org.witan.site.api.Reading;
import tools.jackson.databind.json.JsonMapper;

/// Takes further abuse between the persons of a referral from the system of an agency, as the page of
/// the referral takes it from its people. The answer is the same whatever comes of it.
@ApiResource
class IncidentsResource {
    private static final String REFERRALS = "/api/v1/referrals/";
    private static final String INCIDENTS = "/incidents";
    private final ReportingFurtherAbuse reporting;
    private final Reading reading;
    private final Days days;
    private final Wording words;
    private final JsonMapper json;

    IncidentsResource(ReportingFurtherAbuse reporting, Reading reading, Days days, Wording words, JsonMapper json) {
        this.reporting = reporting;
        this.reading = reading;
        this.days = days;
        this.words = words;
        this.json = json;
    }

    @OpenToReferrers
    @Needs(Scope.REFERRALS_WRITE)
    @PostMapping(path = REFERRALS + "{id}" + INCIDENTS, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> report(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestHeader(name = Keys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body) {
        var write = Keys.write(key, "POST " + REFERRALS + id + INCIDENTS, body);
        var told = reading.read(body, SentFurtherAbuse.class)
                .told(days.today(), reporting.kinds(), code -> words.the("marac.api." + code));
        return Keys.answer(reporting.report(viewer, write, id, told, this::answer));
    }

    private KeptAnswer answer(Reported made) {
        return new KeptAnswer(
                201, "/api/v1/records/" + made.referral(), json.writeValueAsString(made), made.referral());
    }
}
