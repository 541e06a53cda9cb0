package org.witan.hub.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.hub.HubCaseInFull;
import org.witan.site.Wording;

/// What whoever looks can do about a case, as it stands.
@Component
class CaseLinks {
    private final Wording words;

    CaseLinks(Wording words) {
        this.words = words;
    }

    List<CaseLink> of(Viewer viewer, HubCaseInFull found) {
        String path = "/hub/cases/" + found.line().id() + "/";
        var step = found.goingOn();
        if (viewer.role() == Role.COORDINATOR) {
            return step.filter(HubCaseInFull.Step::waits).stream()
                    .flatMap(one ->
                            Stream.of(link(path + "settle/" + one.id(), "settle"), link("/refer", "refer-to-marac")))
                    .toList();
        }
        if (found.keeps()) {
            return switch (found.line().state()) {
                case WAITS ->
                    List.of(link(path + "add", "add"), link(path + "not-add", "not-add"), link(path + "need", "need"));
                case OPEN -> {
                    var links = new ArrayList<>(List.of(
                            link(path + "lead", "lead"),
                            link(path + "ask", "ask"),
                            link(path + "actions", "actions"),
                            link(path + "measure", "measure"),
                            link(path + "review-day", "review-day"),
                            link(path + "need", "need"),
                            link(path + "add", "add-again")));
                    links.add(
                            step.isEmpty()
                                    ? link(path + "step-up", "step-up")
                                    : link(path + "step-down/" + step.get().id(), "step-down"));
                    links.add(link(path + "remove", "remove"));
                    yield links;
                }
                case NOT_ADDED, REMOVED -> List.of();
            };
        }
        return found.leads() && found.line().isOpen()
                ? List.of(
                        link(path + "measure", "measure"),
                        link(path + "review-day", "review-day"),
                        link(path + "need", "need"))
                : List.of();
    }

    private CaseLink link(String path, String key) {
        return new CaseLink(path, words.the("hub.do." + key));
    }

    /// Something that can be done about a case.
    record CaseLink(String path, String words) {}
}
