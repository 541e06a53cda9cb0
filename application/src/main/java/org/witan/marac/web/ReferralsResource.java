package org.witan.marac.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.witan.access.Viewer;
import org.witan.access.systems.KeptAnswer;
import org.witan.access.systems.Scope;
import org.witan.marac.Answers;
import org.witan.marac.Completeness;
import org.witan.marac.Completeness.Wall;
import org.witan.marac.Doubt;
import org.witan.marac.NotSendable;
import org.witan.marac.Referring;
import org.witan.risk.Tool;
import org.witan.risk.Tools;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.api.ApiResource;
import org.witan.site.api.Keys;
import org.witan.site.api.Needs;
import org.witan.site.api.Reading;
import org.witan.site.api.UnusableFields;
import org.witan.site.api.UnusableFields.One;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes a referral from the system of an agency, by the same rules as from its people. The answer is the same whether
/// or not anybody in it is known.
@ApiResource
class ReferralsResource {
    private static final String PATH = "/api/v1/referrals";
    private final Referring referring;
    private final Reading reading;
    private final SentRisk risk;
    private final ReferPages pages;
    private final Tools tools;
    private final Days days;
    private final Wording words;
    private final JsonMapper json;

    ReferralsResource(
            Referring referring,
            Reading reading,
            SentRisk risk,
            ReferPages pages,
            Tools tools,
            Days days,
            Wording words,
            JsonMapper json) {
        this.referring = referring;
        this.reading = reading;
        this.risk = risk;
        this.pages = pages;
        this.tools = tools;
        this.days = days;
        this.words = words;
        this.json = json;
    }

    @OpenToReferrers
    @Needs(Scope.REFERRALS_WRITE)
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> refer(
            Viewer viewer,
            @RequestHeader(name = Keys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body) {
        var write = Keys.write(key, "POST " + PATH, body);
        Answers sent = answers(reading.read(body, JsonNode.class));
        try {
            return Keys.answer(referring.refer(viewer, write, sent, made -> answer(made, sent)));
        } catch (NotSendable lacking) {
            throw new UnusableFields(lacking.completeness().walls().stream()
                    .map(wall -> new One(place(wall), wall.name(), words.the("marac.wall." + wall)))
                    .toList());
        }
    }

    private Answers answers(JsonNode sent) {
        var choices = tools.inUse().stream().map(Tool::key).collect(Collectors.toCollection(HashSet::new));
        choices.add("CANNOT");
        SentReferral referral = SentReferral.of(sent, code -> words.the("marac.api." + code), choices);
        var wrong = new ArrayList<One>(referral.wrong());
        Answers answers = wrong.isEmpty() ? risk.read(sent, referral.answers(), wrong) : referral.answers();
        if (!wrong.isEmpty()) {
            throw new UnusableFields(wrong);
        }
        return answers;
    }

    /// Where it is put right.
    private static String place(Wall wall) {
        return switch (wall) {
            case UNDER_16, IMPOSSIBLE_BIRTH -> "victim.born";
            case NO_GROUND -> "judgement.grounds";
            case NO_WORDS_OF_JUDGEMENT -> "judgement.words";
            case FUTURE_EVENT -> "happened.last";
            case NAMELESS -> "others";
            case NO_PERPETRATOR -> "perpetrators";
            case NO_VICTIM, NO_SHARING_DECISION -> wall.page();
        };
    }

    private KeptAnswer answer(Referring.Referred made, Answers sent) {
        var completeness = Completeness.of(sent, days.today());
        var answer = new Made(
                made.referral(),
                made.reference(),
                Doubt.of(sent, days.today()).stream()
                        .map(one -> new One(
                                SentReferral.member(one.page(), one.field()),
                                one.what().name(),
                                pages.words(one)))
                        .toList(),
                completeness.missing().stream().map(this::lacking).toList(),
                completeness.checklist());
        return new KeptAnswer(
                201, "/api/v1/records/" + made.referral(), json.writeValueAsString(answer), made.referral());
    }

    private One lacking(Completeness.Missing one) {
        return new One(SentReferral.member(one.page(), one.field()), "MISSING", pages.words(one));
    }

    /// What became of it.
    ///
    /// @param reference what people call it by; never a name
    /// @param doubts what looks wrong; it stopped nothing
    /// @param missing what would help whoever reads it
    /// @param youngPerson whether the victim is 16 or 17, for whom the page of the referral has a checklist
    record Made(UUID id, String reference, List<One> doubts, List<One> missing, boolean youngPerson) {}
}
