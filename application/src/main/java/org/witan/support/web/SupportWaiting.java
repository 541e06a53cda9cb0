package org.witan.support.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.site.Wording;
import org.witan.site.work.Section;
import org.witan.site.work.Urgency;
import org.witan.site.work.Waiting;
import org.witan.site.work.WaitingItem;
import org.witan.support.FollowUps;
import org.witan.support.Housing;
import org.witan.support.Job;
import org.witan.support.ListingOffers;
import org.witan.support.MakingHomesSafe;
import org.witan.support.Offer;
import org.witan.support.StepKind;
import org.witan.support.WaitingActions;

/// What of support waits for whoever looks: answers and starts for those who give it; what was refused, what is late
/// and what a conference agreed for those who offer it.
@Component
class SupportWaiting implements Waiting {
    /// For so many days the refusal of a provider waits for whoever offered.
    private static final int REFUSED_DAYS = 28;

    private static final int A_WEEK = 7;

    private static final String HERE = "/support";
    private final ListingOffers listing;
    private final WaitingActions actions;
    private final FollowUps followUps;
    private final MakingHomesSafe homes;
    private final Housing housing;
    private final OfferWords offers;
    private final Wording words;

    SupportWaiting(
            ListingOffers listing,
            WaitingActions actions,
            FollowUps followUps,
            MakingHomesSafe homes,
            Housing housing,
            OfferWords offers,
            Wording words) {
        this.followUps = followUps;
        this.homes = homes;
        this.housing = housing;
        this.listing = listing;
        this.actions = actions;
        this.offers = offers;
        this.words = words;
    }

    @Override
    public String words() {
        return "support.work.module";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        var items = new ArrayList<WaitingItem>();
        if (viewer.role() == Role.SUPPORT_WORKER || viewer.role() == Role.PERPETRATOR_WORKER) {
            List<Offer> all = listing.asked(viewer, shown);
            alarm(items, all.stream().filter(Offer::isStopped).count(), "support.work.stopped.wait");
            add(items, all, one -> one.now().what() == StepKind.OFFERED, "support.work.answer", Section.NOW);
            add(
                    items,
                    all,
                    one -> one.now().what() == StepKind.ACCEPTED || one.now().what() == StepKind.WAITING,
                    "support.work.start",
                    Section.THIS_WEEK);
            clocks(all, items);
            jobs(viewer, shown, items);
            followUp(viewer, shown, items);
        } else if (viewer.role() == Role.IDVA || viewer.role() == Role.COORDINATOR) {
            List<Offer> all = listing.offered(viewer, shown);
            alarm(items, all.stream().filter(Offer::isStopped).count(), "support.work.stopped");
            add(items, all, one -> one.isLate(offers.today()), "support.work.late", Section.NOW);
            late(items, all.stream().filter(one -> isRefused(one, all)).count(), "support.work.refused");
            clocks(all, items);
            followUp(viewer, shown, items);
            long again = followUps.waiting().size();
            alarm(items, again, "support.work.again");
            late(items, listing.left(viewer, shown).size(), "support.work.left");
            late(items, homes.left(viewer, shown).size(), "support.work.left.jobs");
            long asked = actions.number();
            if (asked > 0) {
                items.add(WaitingItem.ordinary(
                        Section.THIS_WEEK, words.the("support.work.asked", asked), HERE, null, asked));
            }
        }
        return items;
    }

    /// A provider said no lately, and nobody asked another since.
    private boolean isRefused(Offer offer, List<Offer> all) {
        LocalDate day = offer.now().onDay();
        return offer.isRefused()
                && !day.isBefore(offers.today().minusDays(REFUSED_DAYS))
                && all.stream()
                        .noneMatch(one -> !one.id().equals(offer.id())
                                && one.kind() == offer.kind()
                                && Objects.equals(one.person(), offer.person())
                                && !one.askedOn().isBefore(day));
    }

    /// Clocks of applications as homeless: what ends within the week, and what was owed and did not come.
    private void clocks(List<Offer> all, List<WaitingItem> items) {
        LocalDate week = offers.today().plusDays(A_WEEK);
        List<Housing.Running> running = housing.running(all).stream()
                .filter(one -> !one.due().isAfter(week))
                .toList();
        if (!running.isEmpty()) {
            Housing.Running first = running.getFirst();
            boolean late = first.due().isBefore(offers.today());
            items.add(new WaitingItem(
                    late ? Section.NOW : Section.THIS_WEEK,
                    words.the("support.work.clocks", running.size()),
                    late ? Urgency.LATE : Urgency.ORDINARY,
                    running.size() == 1 ? "/support/offers/" + first.offer() + "/housing" : HERE,
                    first.due(),
                    running.size()));
        }
    }

    /// What a contractor could not do, and what nobody has checked, wait for whoever asked.
    private void followUp(Viewer viewer, Shown shown, List<WaitingItem> items) {
        List<Job> all = homes.toFollowUp(viewer, shown);
        job(items, all.stream().filter(Job::isNotDone).toList(), "support.work.jobs.not-done", Urgency.LATE);
        job(items, all.stream().filter(Job::isToCheck).toList(), "support.work.jobs.check", Urgency.ORDINARY);
    }

    private void job(List<WaitingItem> items, List<Job> all, String key, Urgency urgency) {
        if (!all.isEmpty()) {
            items.add(new WaitingItem(
                    urgency == Urgency.LATE ? Section.NOW : Section.THIS_WEEK,
                    words.the(key, all.size()),
                    urgency,
                    "/support/jobs/" + all.getLast().id(),
                    null,
                    all.size()));
        }
    }

    private void jobs(Viewer viewer, Shown shown, List<WaitingItem> items) {
        if (viewer.role() != Role.SUPPORT_WORKER) {
            return;
        }
        List<Job> jobs = homes.jobs(viewer, shown);
        late(items, homes.left(viewer, shown).size(), "support.work.left.jobs");
        alarm(
                items,
                jobs.stream()
                        .filter(one -> one.stoppedAt() != null && !one.isDone())
                        .count(),
                "support.work.stopped.job");
        long open = jobs.stream().filter(Job::isOpen).count();
        if (open > 0) {
            items.add(WaitingItem.ordinary(Section.THIS_WEEK, words.the("support.work.jobs", open), HERE, null, open));
        }
    }

    private void alarm(List<WaitingItem> items, long number, String key) {
        if (number > 0) {
            items.add(new WaitingItem(Section.NOW, words.the(key, number), Urgency.DANGER, HERE, null, number));
        }
    }

    private void late(List<WaitingItem> items, long number, String key) {
        if (number > 0) {
            items.add(new WaitingItem(Section.NOW, words.the(key, number), Urgency.LATE, HERE, null, number));
        }
    }

    private void add(List<WaitingItem> items, List<Offer> all, Predicate<Offer> which, String key, Section section) {
        List<Offer> found = all.stream().filter(which).toList();
        if (found.isEmpty()) {
            return;
        }
        boolean late = found.stream().anyMatch(one -> one.isLate(offers.today()));
        @Nullable
        LocalDate due = found.stream()
                .map(Offer::due)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        items.add(new WaitingItem(
                section,
                words.the(key, found.size()),
                late ? Urgency.LATE : Urgency.ORDINARY,
                HERE,
                due,
                found.size()));
    }
}
