package org.witan.support;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Answers;
import org.witan.marac.Drafting;
import org.witan.marac.Referring;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// A family of a case: a mother who can be reached safely or not, a child, and whoever is said to harm; with those who
/// offer support and those who give it.
abstract class AFamily extends RunningApplication {
    private static final Random RANDOM = new Random();
    final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    @Autowired
    Drafting drafting;

    @Autowired
    Referring referring;

    @Autowired
    ReadingPlans plans;

    @Autowired
    Offering offering;

    @Autowired
    Answering answering;

    @Autowired
    ListingOffers listing;

    @Autowired
    ApplicationContext application;

    Viewer coordinator;
    Viewer idva;
    Viewer police;
    Viewer locks;
    Viewer refuge;
    Viewer children;
    private String cookie = "";

    @BeforeEach
    void agencies() {
        coordinator = viewer("PARTNERSHIP", Role.COORDINATOR, Purpose.MARAC);
        idva = viewer("VICTIM_SERVICE", Role.IDVA, Purpose.SUPPORT);
        police = viewer("POLICE", Role.REPRESENTATIVE, Purpose.MARAC);
        locks = viewer("DISTRICT_COUNCIL", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        refuge = viewer("REFUGE", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        children = viewer("CHILDRENS_SERVICES", Role.SUPPORT_WORKER, Purpose.SUPPORT);
    }

    Viewer viewer(String kind, Role role, Purpose purpose) {
        return partnership().viewer(partnership().agency(kind), role, purpose);
    }

    /// A case, referred by the police.
    ///
    /// @param safe whether her telephone number is safe: YES, NO or UNKNOWN
    UUID family(String safe) {
        return family(safe, "Ottilie", born(), "07700 9" + (10_000 + RANDOM.nextInt(90_000)));
    }

    /// A birthday of her own: what is said of somebody who is taken for her stops what is offered to her.
    private static String born() {
        return (1 + RANDOM.nextInt(28)) + "/" + (1 + RANDOM.nextInt(12)) + "/19" + (50 + RANDOM.nextInt(45));
    }

    /// The same of somebody whom the engine takes for nobody else.
    UUID family(String safe, String given, String born, String phone) {
        return family(safe, given, born, phone, "2 Other Row", "ZZ16 6ZZ");
    }

    /// The same, with where the alleged perpetrator lives.
    UUID family(String safe, String given, String born, String phone, String lines, String postcode) {
        String family = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "inv";
        UUID draft = drafting.begin(police);
        keep(draft, "victim", Map.of("given", given, "family", family, "born", born));
        keep(draft, "address", Map.of("lines", "7 Invented Row", "town", "Inventown", "postcode", "ZZ12 3ZZ"));
        keep(draft, "contact", Map.of("means", "PHONE", "value", phone, "times", "mornings", "safe", safe));
        keep(
                draft,
                "perpetrator.1",
                Map.of(
                        "given",
                        "Wolf",
                        "family",
                        "Q" + family,
                        "born",
                        "5/6/1980",
                        "lines",
                        lines,
                        "postcode",
                        postcode));
        keep(draft, "other.1", Map.of("standing", "CHILD", "given", "Small", "family", family, "born", "1/2/2019"));
        keep(draft, "judgement", Map.of("grounds", "ESCALATION"));
        keep(draft, "aware", Map.of("consent", "YES"));
        return ((Referring.Referred) referring.refer(police, draft)).referral();
    }

    private void keep(UUID draft, String page, Map<String, String> fields) {
        var typed = new HashMap<String, List<String>>();
        fields.forEach((field, value) -> typed.put(field, List.of(value)));
        drafting.keep(police, draft, page, typed, Answers.of(Map.of()).mark(page));
    }

    UUID person(UUID whole, Standing standing) {
        return plans.read(idva, whole).persons().stream()
                .filter(one -> one.standing() == standing)
                .map(SourceRecord::id)
                .findFirst()
                .orElseThrow();
    }

    UUID offered(UUID whole, Standing standing, OfferKind kind, Viewer provider) {
        UUID offer = UUID.randomUUID();
        MoveNeed move = kind == OfferKind.MANAGED_MOVE
                ? new MoveNeed(police.agency(), 2, List.of("ZZ12", "Invented Ward"))
                : null;
        Family roof = kind.isARoof() ? new Family(1, 1, false, false) : null;
        offering.offer(
                idva,
                offer,
                whole,
                person(whole, standing),
                new Offering.Given(
                        kind,
                        null,
                        provider.agency(),
                        true,
                        null,
                        "Invented: she stays",
                        "Invented: two locks",
                        null,
                        null,
                        roof,
                        move));
        return offer;
    }

    boolean says(Viewer viewer, UUID offer, StepKind what, String reason) {
        int version = listing.open(viewer, offer).offer().now().version();
        return answering.answer(
                viewer,
                offer,
                UUID.randomUUID(),
                version,
                new Answering.Said(
                        what,
                        today,
                        reason.isEmpty() ? null : reason,
                        "",
                        what == StepKind.SESSION ? Boolean.TRUE : null,
                        null,
                        Map.of()));
    }

    void as(Viewer viewer) {
        cookie = Sessions.cookieOf(viewer, new Presence(Instant.now()), application);
    }

    HttpResponse<String> get(String path) throws Exception {
        return new Sender(address(), cookie).get(path);
    }

    HttpResponse<String> post(String path, String... fields) throws Exception {
        return new Sender(address(), cookie).post(path, fields);
    }
}
