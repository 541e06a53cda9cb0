package org.witan.site.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.directory.Agency;
import org.witan.access.directory.Agreed;
import org.witan.access.directory.Awaiting;
import org.witan.access.directory.WaysIn;
import org.witan.site.Days;
import org.witan.site.Wording;

/// What waits for whoever keeps the directory: agreements that end or ended, people without a way in, memberships that
/// end.
@Component
class DirectoryWaiting implements Waiting {
    private static final int SOON = 14;
    private static final String AGENCIES = "/administration/agencies";
    private static final String ACCOUNTS = "/administration/accounts";
    private final Awaiting awaiting;
    private final ObjectProvider<WaysIn> ways;
    private final Wording words;

    DirectoryWaiting(Awaiting awaiting, ObjectProvider<WaysIn> ways, Wording words) {
        this.awaiting = awaiting;
        this.ways = ways;
        this.words = words;
    }

    @Override
    public String words() {
        return "work.module.directory";
    }

    @Override
    public List<WaitingItem> of(Viewer viewer, Shown shown) {
        if (viewer.role() != Role.ADMINISTRATOR) {
            return List.of();
        }
        var items = new ArrayList<WaitingItem>();
        for (Agency agency : awaiting.agencies()) {
            items.add(agreement(agency));
        }
        ways.ifAvailable(one -> count(items, Section.NOW, "work.no-way-in", ACCOUNTS, one.missing(), null));
        var ending = awaiting.membershipsThatEnd(viewer, SOON);
        count(items, Section.WATCH, "work.memberships-end", ACCOUNTS, ending.number(), ending.first());
        return items;
    }

    private WaitingItem agreement(Agency agency) {
        Agreed agreed = agency.agreed();
        String path = AGENCIES + "/" + agency.id();
        return switch (agreed.state()) {
            case NONE ->
                new WaitingItem(
                        Section.NOW, words.the("work.agreement.none", agency.name()), Urgency.LATE, path, null, 1);
            case GRACE ->
                new WaitingItem(
                        Section.NOW,
                        words.the("work.agreement.grace", agency.name(), day(agreed.seesUntil())),
                        Urgency.LATE,
                        path,
                        agreed.until(),
                        1);
            case ENDING ->
                WaitingItem.ordinary(
                        Section.WATCH, words.the("work.agreement.ends", agency.name()), path, agreed.until(), 1);
            case IN_FORCE ->
                WaitingItem.ordinary(
                        Section.LATER, words.the("work.agreement.ends", agency.name()), path, agreed.until(), 1);
        };
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Days.words(day);
    }

    private void count(
            List<WaitingItem> items, Section section, String key, String path, long number, @Nullable LocalDate first) {
        if (number > 0) {
            items.add(WaitingItem.ordinary(section, words.the(key, number), path, first, number));
        }
    }
}
