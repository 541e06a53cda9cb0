package org.witan.support.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Days;
import org.witan.support.Job;
import org.witan.support.ListingOffers;
import org.witan.support.MakingHomesSafe;
import org.witan.support.Offer;
import org.witan.support.ReadingPlans;
import org.witan.support.StepKind;

/// Support: the cases in which something is open, for those who offer; what they were asked for, for those who give it;
/// and the plan of one case.
@Controller
class PlanController {
    private final ReadingPlans plans;
    private final ListingOffers listing;
    private final PlanPages pages;
    private final OfferWords words;
    private final OffersFile file;
    private final PlanFile planFile;
    private final MakingHomesSafe homes;
    private final JobWords jobs;

    PlanController(
            ReadingPlans plans,
            ListingOffers listing,
            PlanPages pages,
            OfferWords words,
            OffersFile file,
            PlanFile planFile,
            MakingHomesSafe homes,
            JobWords jobs) {
        this.file = file;
        this.planFile = planFile;
        this.homes = homes;
        this.jobs = jobs;
        this.plans = plans;
        this.listing = listing;
        this.pages = pages;
        this.words = words;
    }

    @OpenToSupport
    @GetMapping("/support")
    ModelAndView support(Viewer viewer) {
        return viewer.role() == Role.IDVA || viewer.role() == Role.COORDINATOR
                ? new ModelAndView(
                        "support/plans", "page", cases(plans.open(viewer), homes.left(viewer), viewer.role()))
                : new ModelAndView(
                        "support/asked",
                        "page",
                        new AskedPage(
                                asked(listing.asked(viewer, Verb.LIST)),
                                viewer.role() == Role.SUPPORT_WORKER,
                                viewer.role() == Role.SUPPORT_WORKER
                                        ? homes.jobs(viewer, Verb.LIST).stream()
                                                .map(jobs::line)
                                                .toList()
                                        : List.of()));
    }

    /// The list for whoever works on it. Its name tells nothing, and it names nobody.
    @ProvenPresence
    @OpenToSupport
    @GetMapping("/support.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        boolean offers = viewer.role() == Role.IDVA || viewer.role() == Role.COORDINATOR;
        List<Offer> all = offers ? listing.offered(viewer, Verb.EXPORT) : listing.asked(viewer, Verb.EXPORT);
        return file.of(all);
    }

    private PlansPage cases(ReadingPlans.Open open, List<Job> left, Role role) {
        return new PlansPage(
                open.needs().stream().map(this::need).toList(),
                open.asked().stream()
                        .map(one -> new AskedLine(
                                one.whole(),
                                words.the(
                                        "support.plans.asked.line",
                                        words.the("support.area." + one.area()),
                                        Days.words(one.agreedOn()),
                                        words.the("support.subject." + one.subject()),
                                        one.reference())))
                        .toList(),
                left.stream().map(jobs::line).toList(),
                role == Role.COORDINATOR);
    }

    @OpenToOfferers
    @GetMapping("/support/plans/{id}")
    ModelAndView plan(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("support/plan", "page", pages.page(viewer, plans.read(viewer, id)));
    }

    /// The plan of one case for whoever speaks for the victim. It tells what somebody is in the case, and names nobody.
    @ProvenPresence
    @OpenToOfferers
    @GetMapping("/support/plans/{id}.csv")
    ResponseEntity<byte[]> exported(Viewer viewer, @PathVariable UUID id) {
        return planFile.of(plans.read(viewer, id, Verb.EXPORT));
    }

    private CaseLine need(ReadingPlans.Need need) {
        long refused = need.offers().stream().filter(Offer::isRefused).count();
        long late =
                need.offers().stream().filter(one -> one.isLate(words.today())).count();
        long stopped = need.offers().stream().filter(Offer::isStopped).count();
        long left = need.offers().stream().filter(Offer::isLeft).count();
        return new CaseLine(
                need.whole(),
                need.reference(),
                Stream.of(
                                stopped == 0 ? "" : words.the("support.plan.stopped", stopped),
                                left == 0 ? "" : words.the("support.plans.left", left),
                                refused == 0 ? "" : words.the("support.plans.refused", refused),
                                late == 0 ? "" : words.the("support.plans.late", late),
                                words.the("support.plans.open", need.offers().size() - refused))
                        .filter(text -> !text.isEmpty())
                        .toList(),
                stopped + left + refused + late > 0);
    }

    private List<Group> asked(List<Offer> all) {
        return Stream.of(
                        group("answer", all, one -> one.now().what() == StepKind.OFFERED),
                        group(
                                "start",
                                all,
                                one -> one.now().what() == StepKind.ACCEPTED
                                        || one.now().what() == StepKind.WAITING),
                        group("running", all, one -> one.now().what().isRunning()),
                        group("over", all, one -> one.now().what().isOver()))
                .toList();
    }

    private Group group(String key, List<Offer> all, Predicate<Offer> which) {
        return new Group(
                words.the("support.asked." + key),
                words.the("support.asked." + key + ".none"),
                key,
                all.stream().filter(which).map(pages::line).toList());
    }

    /// Cases in which something is open, and what was agreed and not offered.
    ///
    /// @param left jobs that wait for an agency that closed
    /// @param counts whether whoever looks reads the numbers
    record PlansPage(List<CaseLine> cases, List<AskedLine> asked, List<JobWords.JobLine> left, boolean counts) {}

    /// An agreed action, by its case.
    record AskedLine(UUID id, String words) {}

    /// What an agency was asked for.
    ///
    /// @param tells whether it can tell what room it has
    /// @param jobs what it does at an address for another agency
    record AskedPage(List<Group> groups, boolean tells, List<JobWords.JobLine> jobs) {}

    /// A case in which something is open.
    record CaseLine(UUID id, String reference, List<String> lines, boolean late) {}

    /// Offers that stand alike.
    record Group(String title, String none, String key, List<PlanPages.OfferLine> offers) {}
}
