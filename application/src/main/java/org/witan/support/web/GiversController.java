package org.witan.support.web;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.shared.Identity;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;
import org.witan.support.Choice;
import org.witan.support.KeepingGivers;
import org.witan.support.KeepingGivers.Giver;
import org.witan.support.KeepingGivers.Givers;
import org.witan.support.OfferKind;

/// Which agency gives what: a list, and for the coordinator a form of each.
@Controller
class GiversController {
    private static final String FORM = "support.giver";
    private static final String LIST = "/support/givers";
    private final KeepingGivers givers;
    private final Wording words;
    private final Clock clock;

    GiversController(KeepingGivers givers, Wording words, Clock clock) {
        this.givers = givers;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR})
    @GetMapping(LIST)
    ModelAndView list(Viewer viewer) {
        Givers found = givers.list(viewer);
        return new ModelAndView(
                "support/givers",
                "page",
                new ListPage(
                        viewer.role() == Role.COORDINATOR,
                        found.all().stream()
                                .map(one -> new Line(one.agency(), one.name(), gives(one, found.kinds())))
                                .toList()));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping(LIST + "/{agency}")
    ModelAndView ask(Viewer viewer, @PathVariable UUID agency) {
        Givers found = givers.open(viewer, agency);
        Giver giver = found.all().getFirst();
        @Nullable Set<OfferKind> gives = giver.gives();
        var known = Map.of(
                "id",
                List.of(Identity.at(clock.instant()).toString()),
                "kinds",
                gives == null
                        ? List.<String>of()
                        : gives.stream().map(Enum::name).toList());
        var form = Form.blank(words, FORM, known);
        return FormPage.titled(
                        words.the("support.giver.title", giver.name()),
                        LIST + "/" + giver.agency(),
                        words.the("support.giver.do"))
                .text(words.the("support.giver.text"))
                .hidden("id", form.value("id"))
                .ask(
                        Control.CHECKBOXES,
                        form.field(
                                "kinds",
                                found.kinds().stream()
                                        .map(kind -> new Field.Choice(kind.code(), kind.words()))
                                        .toList()))
                .back(LIST, words.the("support.givers.title"))
                .made()
                .shown();
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping(LIST + "/{agency}")
    ModelAndView say(Viewer viewer, @PathVariable UUID agency, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        @Nullable UUID id = Ids.read(form.value("id"));
        if (id == null) {
            throw new Absent();
        }
        Set<OfferKind> kinds = EnumSet.noneOf(OfferKind.class);
        Stream.of(OfferKind.values())
                .filter(kind -> form.values("kinds").contains(kind.name()))
                .forEach(kinds::add);
        givers.say(viewer, id, agency, kinds);
        return new ModelAndView("redirect:" + LIST);
    }

    private String gives(Giver giver, List<Choice> kinds) {
        @Nullable Set<OfferKind> gives = giver.gives();
        if (gives == null) {
            return words.the("support.giver.unknown");
        }
        return gives.isEmpty()
                ? words.the("support.giver.nothing")
                : kinds.stream()
                        .filter(kind -> gives.contains(OfferKind.valueOf(kind.code())))
                        .map(Choice::words)
                        .collect(Collectors.joining(", "));
    }

    /// The list.
    ///
    /// @param keeps whether whoever looks keeps it
    record ListPage(boolean keeps, List<Line> givers) {}

    /// An agency.
    ///
    /// @param gives what it gives, in words
    record Line(UUID agency, String name, String gives) {}
}
