package org.witan.marac.web;

import java.util.List;
import java.util.UUID;

/// What a conference agreed, by agency. The same on a page and on paper.
record ActionListPage(UUID meeting, String title, List<OfAgency> agencies) {

    /// The actions of one agency, what is due first.
    record OfAgency(String name, List<MinutesPage.ActionLine> actions) {}
}
