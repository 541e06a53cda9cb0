package org.witan.marac.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.witan.marac.OldList;
import org.witan.marac.TakingOldLists;
import org.witan.marac.oldlist.Column;
import org.witan.marac.oldlist.ListFile;
import org.witan.marac.oldlist.UnreadableList;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Takes the list in which a partnership kept its conferences before: bring it, confirm its columns, see what would be
/// taken, take it.
@Controller
class OldListController {
    private static final int REASON = 2_000;
    private static final String COLUMN = "column-";
    private final TakingOldLists taking;
    private final OldListPages pages;
    private final Wording words;

    OldListController(TakingOldLists taking, OldListPages pages, Wording words) {
        this.taking = taking;
        this.pages = pages;
        this.words = words;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/old-lists")
    ModelAndView lists(Viewer viewer) {
        return lists(viewer, Form.blank(words, OldListPages.FORM, Map.of()));
    }

    private ModelAndView lists(Viewer viewer, Form form) {
        var page = new ModelAndView("marac/old-lists", "page", pages.lists(taking.list(viewer), form));
        if (!form.usable()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /// Takes what was copied from a table and pasted.
    @OpenTo(Role.COORDINATOR)
    @PostMapping("/old-lists")
    ModelAndView pasted(Viewer viewer, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, OldListPages.FORM, Map.copyOf(sent));
        String text = form.required("text");
        if (form.usable()) {
            try {
                return to(taking.bring(viewer, text.getBytes(StandardCharsets.UTF_8)));
            } catch (UnreadableList unreadable) {
                form.reject("text", unreadable.why().name());
            }
        }
        return lists(viewer, form);
    }

    /// Takes a file as it is. Its name is not sent.
    ///
    /// @return where it can be read on, or why it cannot be taken, in words
    @OpenTo(Role.COORDINATOR)
    @PostMapping(path = "/old-lists/file", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> brought(Viewer viewer, HttpServletRequest request) throws IOException {
        byte[] file = request.getInputStream().readNBytes(ListFile.MOST_BYTES + 1);
        try {
            return plain(HttpStatus.OK, "/old-lists/" + taking.bring(viewer, file));
        } catch (UnreadableList unreadable) {
            return plain(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    words.the(OldListPages.FORM + ".text." + unreadable.why().name()));
        }
    }

    private static ResponseEntity<String> plain(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text);
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/old-lists/{list}")
    ModelAndView list(
            Viewer viewer, @PathVariable UUID list, @RequestParam(required = false, defaultValue = "0") int after) {
        OldList found = taking.read(viewer, list);
        if (!found.isConfirmed()) {
            return columns(viewer, found, Form.blank(words, OldListPages.FORM, Map.of()));
        }
        return new ModelAndView(
                "marac/old-list",
                "page",
                listed(viewer, found, taking.lines(viewer, list, Math.max(0, after), OldListPages.ROWS), after));
    }

    private OldListPages.ListPage listed(Viewer viewer, OldList found, List<OldList.Line> lines, int after) {
        return pages.list(
                found,
                lines,
                taking.repeats(viewer, found.id(), lines),
                taking.undoing(viewer, found.id()).undone(),
                after);
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/old-lists/{list}/undo")
    ModelAndView undoing(Viewer viewer, @PathVariable UUID list) {
        return pages.undo(taking.undoing(viewer, list), Form.blank(words, OldListPages.UNDO, Map.of()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/old-lists/{list}/undo")
    ModelAndView undone(Viewer viewer, @PathVariable UUID list, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, OldListPages.UNDO, Map.copyOf(sent));
        form.required("reason");
        String reason = form.within("reason", REASON);
        if (!form.usable()) {
            return pages.undo(taking.undoing(viewer, list), form);
        }
        taking.undo(viewer, list, reason);
        return to(list);
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/old-lists/{list}/columns")
    ModelAndView columns(Viewer viewer, @PathVariable UUID list) {
        return columns(viewer, taking.read(viewer, list), Form.blank(words, OldListPages.FORM, Map.of()));
    }

    private ModelAndView columns(Viewer viewer, OldList found, Form form) {
        var page = new ModelAndView(
                "marac/old-list-columns",
                "page",
                pages.columns(viewer, found, taking.lines(viewer, found.id(), 0, 3), form));
        if (!form.usable()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/old-lists/{list}/columns")
    ModelAndView confirmed(Viewer viewer, @PathVariable UUID list, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, OldListPages.FORM, Map.copyOf(sent));
        OldList found = taking.read(viewer, list);
        var columns = new ArrayList<Column>();
        for (int at = 0; at < found.headings().size(); at++) {
            String said = form.value(COLUMN + at);
            columns.add(Stream.of(Column.values())
                    .filter(one -> one.name().equals(said))
                    .findFirst()
                    .orElse(Column.OTHER));
        }
        UUID board = Ids.read(form.value("board"));
        if (board == null) {
            form.reject("board", "missing");
        }
        check(form, columns);
        if (board == null || !form.usable()) {
            return columns(viewer, found, form);
        }
        String version = form.value("version");
        taking.confirm(viewer, list, board, columns, version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1);
        return to(list);
    }

    /// The victim and a day must be somewhere, and nothing in two columns.
    private static void check(Form form, List<Column> columns) {
        var chosen = columns.stream().filter(one -> one != Column.OTHER).toList();
        if (Stream.of(Column.VICTIM_NAME, Column.VICTIM_GIVEN, Column.VICTIM_FAMILY)
                .noneMatch(chosen::contains)) {
            form.reject("columns", "victim");
        } else if (Stream.of(Column.REFERRED_ON, Column.MET_ON).noneMatch(chosen::contains)) {
            form.reject("columns", "day");
        } else if (chosen.stream().distinct().count() < chosen.size()) {
            form.reject("columns", "twice");
        }
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/old-lists/{list}/take")
    ModelAndView taken(Viewer viewer, @PathVariable UUID list) {
        taking.take(viewer, list);
        return to(list);
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/old-lists/{list}/empty")
    ModelAndView emptied(Viewer viewer, @PathVariable UUID list) {
        taking.empty(viewer, list);
        return new ModelAndView("redirect:/old-lists");
    }

    private static ModelAndView to(UUID list) {
        return new ModelAndView("redirect:/old-lists/" + list);
    }
}
