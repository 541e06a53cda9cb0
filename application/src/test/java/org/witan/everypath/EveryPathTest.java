package org.witan.everypath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.witan.RunningApplication;
import org.witan.access.OpenTo;
import org.witan.access.Part;
import org.witan.access.Presence;
import org.witan.access.RecordKind;
import org.witan.site.Sessions;

/// Every kind of viewer asks for every kind of record by every way into the running application, and what appears is
/// what the rule in plain Java says.
///
/// Every viewer meets every record on its page. On the other ways each viewer meets some records:
/// those are drawn with a fixed seed, so that a failure comes again.
@Tag("everypath")
class EveryPathTest extends RunningApplication {
    private static final int SOME = 3;
    private static final Pattern COUNT = Pattern.compile(">(No|[0-9,]+) records?<");
    private static final Pattern NEXT = Pattern.compile("name=\"before\" value=\"([0-9a-f-]{36})\"");
    private static final Set<String> PASSING_HEADERS =
            Set.of("date", "content-length", "connection", "keep-alive", "ratelimit");
    /// Ways that ask for more than to see the record, and for others are not there: to take part in
    /// the board, to be the agency that referred, to handle disclosure-scheme requests.
    private static final Set<String> FOR_FEWER = Set.of(
            "GET /api/v1/research-requests/{id}",
            "GET /conference/{meeting}/{item}",
            "GET /meetings/{meeting}/items/{item}/decisions/new",
            "GET /conference/{meeting}/{item}/live/parts",
            "GET /referrals/{id}/withdraw",
            "GET /referrals/{id}/answer",
            // Only whoever sees the victim tells of further abuse, or begins another referral of the same people.
            "GET /referrals/{id}/further-abuse",
            "GET /referrals/{id}/again",
            "GET /referrals/{id}/disclosures",
            "GET /referrals/{id}/disclosures/{request}/step",
            // An offer is there for its provider and for those who offer; a person of the case is named beside it.
            "GET /support/new/{whole}/{person}",
            "POST /support/new/{whole}/{person}",
            "GET /support/plans/{id}/contact",
            "GET /support/offers/{id}",
            "GET /support/offers/{id}/unsafe",
            "GET /support/offers/{id}/home",
            "GET /support/offers/{id}/survey",
            "GET /support/offers/{id}/job",
            "GET /support/offers/{id}/housing",
            "GET /support/offers/{id}/housing/say",
            "GET /support/offers/{id}/move",
            "GET /support/offers/{id}/property",
            "GET /support/offers/{id}/property/answer",
            "GET /support/offers/{id}/steps/{what}",
            "GET /support/jobs/{id}",
            "GET /support/jobs/{id}/unsafe",
            "GET /support/jobs/{id}/steps/{what}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, HttpResponse<String>> absents = new ConcurrentHashMap<>();
    private final Map<Looker, String> cookies = new ConcurrentHashMap<>();

    @Autowired
    private ApplicationContext application;

    private World world;
    private TheRule rule;
    private Sight sight;
    private Map<String, HandlerMethod> handlers;

    @BeforeEach
    void partnershipWithEveryObstacle() {
        world = World.of(application);
        rule = new TheRule(world);
        sight = new Sight(world);
        handlers = Handlers.of(application);
    }

    @Test
    void everyWayIntoTheApplicationHasARowAndEveryRowAWay() {
        assertThat(difference(handlers.keySet(), Paths.PAGES.keySet())).isEmpty();
        assertThat(difference(Background.commands(), Paths.COMMANDS.keySet())).isEmpty();
        assertThat(difference(Background.of(application), Paths.BACKGROUND.keySet()))
                .isEmpty();
        assertThat(difference(Set.of("GET /new-page"), Set.of("GET /old-page")))
                .containsExactly("no row for GET /new-page", "no way for the row GET /old-page");
    }

    @Test
    void whatMayNotBeSeenDoesNotExistOnAnyPath() {
        Paths.PAGES.forEach((name, way) -> {
            if (!way.token() && way.shows() != Way.Shows.OUTSIDE) {
                world.lookers.parallelStream().forEach(looker -> tryIt(name, way, looker));
            }
        });
        assertThat(new TreeSet<>(wrong)).isEmpty();
    }

    /// Each viewer in turn becomes the system of an agency, with the same membership, and a person again.
    @Test
    void aSystemSeesByItsTokenWhatAPersonInItsPlaceWouldSee() {
        var systems = new SystemsInPlace(partnership());
        int tried = 0;
        for (Looker looker : world.lookers) {
            if (SystemsInPlace.fits(looker)) {
                tried++;
                String token = systems.tokenInPlaceOf(looker);
                Paths.PAGES.forEach((name, way) -> {
                    if (way.token()) {
                        tryIt(name, way, looker, "Bearer " + token);
                    }
                });
                systems.personAgain(looker);
            }
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(new TreeSet<>(wrong)).isEmpty();
    }

    @Test
    void anAnswerThatShowsTooMuchOrTooLittleIsCaught() {
        var referrer = world.lookers.stream()
                .filter(one -> one.label().equals("referrer"))
                .findFirst()
                .orElseThrow();
        File open = file("case of police and IDVAs");
        File hidden = file("restricted case");
        judge("GET /sample", referrer, "<p>" + hidden.reference + "</p>", Set.of(), Set.of());
        judge("GET /sample", referrer, "<a href='" + hidden.id + "'>", Set.of(), Set.of());
        judge("GET /sample", referrer, open.marker(Part.VICTIM_ADDRESS), whole(referrer, open), Set.of());
        judge("GET /sample", referrer, "", whole(referrer, open), whole(referrer, open));
        assertThat(wrong)
                .contains(
                        "GET /sample shows referrer restricted case: SUMMARY",
                        "GET /sample shows referrer case of police and IDVAs: VICTIM_ADDRESS",
                        "GET /sample does not show referrer case of police and IDVAs: VICTIM");
        assertThat(wrong).hasSize(3 + whole(referrer, open).size());
    }

    private void tryIt(String name, Way way, Looker looker) {
        tryIt(
                name,
                way,
                looker,
                cookies.computeIfAbsent(looker, one -> Sessions.cookieOf(one.viewer(), proved(), application)));
    }

    /// They are there for longer than all ways take on a slow machine; that proof grows old is tested elsewhere.
    private static Presence proved() {
        return new Presence(Instant.now().plus(Duration.ofHours(1)));
    }

    private void tryIt(String name, Way way, Looker looker, String cookie) {
        if (!way.asksForOne()) {
            tryList(name, way.to(new UUID(0, 0), "", world.word, new UUID(0, 0)), looker, cookie);
            return;
        }
        UUID agency = world.hats.getFirst().agency().id();
        for (File file : some(name, looker)) {
            if (!way.isOf(file.kind)) {
                continue;
            }
            Way to = way.to(file.id, file.reference, world.word, agency);
            switch (way.shows()) {
                case ONE, REFERENCE -> tryOne(name, way, to, looker, file, cookie);
                case CHANGES -> {
                    if (!rule.sees(looker, file)) {
                        hiddenIsAbsent(name, way, to, looker, cookie);
                    }
                }
                case LIST, PARTS, NOTHING ->
                    judge(name, looker, answer(to, cookie).body(), Set.of(), Set.of());
                case OUTSIDE -> throw new IllegalArgumentException(name);
            }
        }
    }

    private void tryOne(String name, Way way, Way to, Looker looker, File file, String cookie) {
        Set<Part> open = rule.parts(looker, file);
        if (open.isEmpty() || !isOpenTo(name, looker)) {
            hiddenIsAbsent(name, way, to, looker, cookie);
            return;
        }
        var may = new TreeSet<>(summaries(looker));
        Set<String> own =
                way.shows() == Way.Shows.ONE ? Sight.whole(file, open) : Set.of(Sight.glimpse(file, Part.SUMMARY));
        may.addAll(own);
        // A person is shown by all their records, a referral with its persons and a hub case with its actions, as far
        // as each
        // is open.
        if (way.kind() == RecordKind.PERSON || way.kind() == RecordKind.CASE || way.kind() == RecordKind.HUB_CASE) {
            world.files.forEach(one -> may.addAll(whole(looker, one)));
        }
        var answer = answer(to, cookie);
        // A form with something wrong in it is given back.
        int expected = way.body() == null ? 200 : 422;
        if (answer.statusCode() != expected && !(answer.statusCode() == 404 && FOR_FEWER.contains(name))) {
            wrong.add(name + " answers " + looker + " " + answer.statusCode() + " for " + file);
        }
        judge(name, looker, answer.body(), may, way.all() ? own : Set.of());
    }

    /// The answer for a record that is hidden is to the letter the one for a record that never was.
    private void hiddenIsAbsent(String name, Way way, Way to, Looker looker, String cookie) {
        if (!TheRule.acts(looker)) {
            // They are led to choose again, and after that act as nobody.
            judge(name, looker, answer(to, cookie).body(), Set.of(), Set.of());
            return;
        }
        UUID agency = world.hats.getFirst().agency().id();
        var absent = absents.computeIfAbsent(
                name + looker, _ -> answer(way.to(World.newId(), "MARAC-2026-NEVER", world.word, agency), cookie));
        var hidden = answer(to, cookie);
        judge(name, looker, hidden.body(), Set.of(), Set.of());
        boolean same = absent.statusCode() == hidden.statusCode()
                && absent.body().equals(hidden.body())
                && headers(absent).equals(headers(hidden));
        if (!same) {
            wrong.add(name + " answers " + looker + " differently for hidden and absent: " + hidden.statusCode() + " "
                    + headers(hidden) + ", " + absent.statusCode() + " " + headers(absent));
        }
        // The API says which field of a body names nothing, with another status.
        if (isOpenTo(name, looker) && hidden.statusCode() != 404 && !(way.token() && way.body() != null)) {
            wrong.add(name + " answers " + looker + " " + hidden.statusCode() + " for what is hidden");
        }
    }

    private void tryList(String name, Way way, Looker looker, String cookie) {
        var answer = answer(way, cookie);
        String all = allPages(way, answer.body(), cookie);
        boolean open = isOpenTo(name, looker) && way.shows() != Way.Shows.NOTHING;
        Set<String> may = open ? new TreeSet<>(summaries(looker)) : Set.of();
        if (open && way.shows() == Way.Shows.PARTS) {
            world.files.forEach(file -> may.addAll(whole(looker, file)));
        }
        boolean must = open && way.all() && TheRule.acts(looker);
        judge(name, looker, all, may, must ? may : Set.of());
        Matcher count = COUNT.matcher(answer.body());
        if (must && way.body() != null && count.find()) {
            String said = count.group(1).equals("No") ? "0" : count.group(1);
            if (!said.equals(String.valueOf(may.size()))) {
                wrong.add(name + " counts " + said + " for " + looker + " instead of " + may.size());
            }
        }
    }

    private String allPages(Way way, String first, String cookie) {
        var all = new StringBuilder(first);
        String page = first;
        for (Matcher next = NEXT.matcher(page); way.body() != null && next.find(); next = NEXT.matcher(page)) {
            page = answer(
                            new Way(
                                    way.shows(),
                                    way.address(),
                                    way.body() + "&before=" + next.group(1),
                                    false,
                                    false,
                                    null),
                            cookie)
                    .body();
            all.append(page);
        }
        return all.toString();
    }

    /// Compares what an answer holds with what it may and must hold.
    private void judge(String name, Looker looker, String answer, Set<String> may, Set<String> must) {
        Set<String> seen = sight.in(answer);
        seen.stream()
                .filter(one -> !may.contains(one))
                .forEach(one -> wrong.add(name + " shows " + looker + " " + one));
        must.stream()
                .filter(one -> !seen.contains(one))
                .forEach(one -> wrong.add(name + " does not show " + looker + " " + one));
    }

    private List<File> some(String name, Looker looker) {
        if (Set.of("GET /records/{id}", "GET /people/{record}").contains(name)
                && isOpenTo(name, looker)
                && TheRule.acts(looker)) {
            return world.files;
        }
        var random = new Random((name + looker).hashCode());
        if (handlers.get(name).hasMethodAnnotation(OpenTo.class) && !isOpenTo(name, looker)) {
            // Whoever the way is not for is turned away before any record is looked for: one record will do.
            return List.of(world.files.get(random.nextInt(world.files.size())));
        }
        var drawn = new ArrayList<File>();
        // At least one that is open and one that is hidden, where there are such.
        world.files.stream().filter(file -> rule.sees(looker, file)).findAny().ifPresent(drawn::add);
        while (drawn.size() < SOME) {
            drawn.add(world.files.get(random.nextInt(world.files.size())));
        }
        return drawn;
    }

    private Set<String> summaries(Looker looker) {
        return world.files.stream()
                .filter(file -> rule.sees(looker, file))
                .map(file -> Sight.glimpse(file, Part.SUMMARY))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> whole(Looker looker, File file) {
        return Sight.whole(file, rule.parts(looker, file));
    }

    private File file(String label) {
        return world.files.stream()
                .filter(file -> file.label.equals(label))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOpenTo(String name, Looker looker) {
        OpenTo open = handlers.get(name).getMethodAnnotation(OpenTo.class);
        return open != null
                && (open.value().length == 0
                        || Arrays.asList(open.value()).contains(looker.hat().role()));
    }

    private HttpResponse<String> answer(Way way, String cookie) {
        var request = HttpRequest.newBuilder(URI.create(address() + way.address()))
                .header(way.token() ? "Authorization" : "Cookie", cookie);
        if (way.body() != null) {
            request.header("Content-Type", way.token() ? "application/json" : "application/x-www-form-urlencoded")
                    .method(way.isPut() ? "PUT" : "POST", BodyPublishers.ofString(way.body()));
        }
        if (way.isPut()) {
            request.header("If-Match", "*");
        }
        if (way.body() != null && way.token()) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        var all = new TreeMap<>(answer.headers().map());
        all.keySet().removeAll(PASSING_HEADERS);
        return all;
    }

    private static List<String> difference(Collection<String> ways, Collection<String> rows) {
        return Stream.concat(
                        ways.stream().filter(way -> !rows.contains(way)).map(way -> "no row for " + way),
                        rows.stream().filter(row -> !ways.contains(row)).map(row -> "no way for the row " + row))
                .toList();
    }
}
