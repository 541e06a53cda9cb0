package org.witan.site.records;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.lists.KeepingLists;
import org.witan.access.lists.Listing;
import org.witan.site.Form;
import org.witan.site.Wording;

/// The lists and barriers of a record, for those who keep them.
@Controller
class ListsController {
    private final KeepingLists keeping;
    private final ListPages pages;
    private final Wording words;
    private final Clock clock;

    ListsController(KeepingLists keeping, ListPages pages, Wording words, Clock clock) {
        this.keeping = keeping;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.HUB_COORDINATOR})
    @GetMapping("/records/{id}/lists")
    ModelAndView lists(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("site/records/lists", "page", pages.lists(keeping.open(viewer, id)));
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.HUB_COORDINATOR})
    @GetMapping("/records/{id}/lists/{listing}/new")
    ModelAndView adding(Viewer viewer, @PathVariable UUID id, @PathVariable Listing listing) {
        return addPage(viewer, id, listing, Form.blank(words, "records.list." + listing, Map.of()));
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.HUB_COORDINATOR})
    @PostMapping("/records/{id}/lists/{listing}/new")
    ModelAndView added(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable Listing listing,
            @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "records.list." + listing, RecordsController.sent(sent));
        if (ListPages.hasReason(listing)) {
            form.required("reason");
        }
        if (!add(viewer, id, listing, form)) {
            var page = addPage(viewer, id, listing, form);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return new ModelAndView("redirect:/records/" + id + "/lists");
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.HUB_COORDINATOR})
    @PostMapping("/records/{id}/lists/{listing}/end")
    String ended(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable Listing listing,
            @RequestParam(defaultValue = "") String entry) {
        if (listing == Listing.EMBARGO) {
            keeping.endEmbargo(viewer, id, words.the("records.list.EMBARGO.ended"));
        } else {
            keeping.end(viewer, id, listing, Forms.id(entry));
        }
        return "redirect:/records/" + id + "/lists";
    }

    private boolean add(Viewer viewer, UUID id, Listing listing, Form form) {
        return switch (listing) {
            case PARTY, ASSIGNMENT, NAME, BARRIER, EMPLOYEE_CASE -> addOne(viewer, id, listing, form);
            case RESTRICTION -> restrict(viewer, id, form);
            case EMBARGO -> embargo(viewer, id, form);
        };
    }

    private boolean addOne(Viewer viewer, UUID id, Listing listing, Form form) {
        if (!Forms.chosen(form, "whom", pages.choices(viewer, listing)) || !form.usable()) {
            return false;
        }
        keeping.add(viewer, id, listing, Forms.id(form.value("whom")), form.value("reason"));
        return true;
    }

    private boolean restrict(Viewer viewer, UUID id, Form form) {
        var known = pages.choices(viewer, Listing.RESTRICTION);
        List<String> named = form.values("whom").stream()
                .filter(value -> !value.isEmpty()
                        && known.stream().anyMatch(choice -> choice.value().equals(value)))
                .toList();
        if (named.isEmpty()) {
            form.reject("whom", "missing");
        }
        if (form.usable()) {
            keeping.restrict(viewer, id, named.stream().map(Forms::id).toList(), form.value("reason"));
        }
        return form.usable();
    }

    private boolean embargo(Viewer viewer, UUID id, Form form) {
        Instant until = until(form.required("until"));
        if (form.usable() && (until == null || !until.isAfter(clock.instant()))) {
            form.reject("until", "unusable");
        }
        if (form.usable() && until != null) {
            keeping.embargo(viewer, id, until, form.value("reason"));
        }
        return form.usable();
    }

    /// The end of a day.
    private static @Nullable Instant until(String day) {
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(Times.ENGLAND).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private ModelAndView addPage(Viewer viewer, UUID id, Listing listing, Form form) {
        var kept = keeping.open(viewer, id);
        return new ModelAndView("site/records/add", "page", pages.adding(viewer, kept, listing, form));
    }
}
