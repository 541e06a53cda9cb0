package org.witan.marac.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.witan.marac.BoardArea;
import org.witan.marac.CheckingAreas;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Keeps for which postcodes each MARAC meets.
@Controller
class AreasController {
    private static final String FORM = "marac.areas.one";
    private static final int LONGEST = 2000;
    private final CheckingAreas areas;
    private final Wording words;

    AreasController(CheckingAreas areas, Wording words) {
        this.areas = areas;
        this.words = words;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/triage/areas")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView("marac/areas", "page", new AreasPage(areas.list(viewer)));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/triage/areas/{board}")
    ModelAndView open(Viewer viewer, @PathVariable UUID board) {
        BoardArea area = the(viewer, board);
        var known = Map.of("codes", List.of(String.join(", ", area.codes())));
        return page(area, Form.blank(words, FORM, known));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/triage/areas/{board}")
    ModelAndView set(Viewer viewer, @PathVariable UUID board, @RequestParam MultiValueMap<String, String> sent) {
        BoardArea area = the(viewer, board);
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        List<String> codes = BoardArea.read(form.within("codes", LONGEST));
        List<String> unknown = BoardArea.unknown(codes);
        if (!unknown.isEmpty()) {
            form.reject("codes", "unknown", String.join(", ", unknown));
        }
        if (!form.usable()) {
            return page(area, form);
        }
        areas.set(viewer, board, codes);
        return new ModelAndView("redirect:/triage/areas");
    }

    private BoardArea the(Viewer viewer, UUID board) {
        return areas.list(viewer).stream()
                .filter(one -> one.board().equals(board))
                .findFirst()
                .orElseThrow(Absent::new);
    }

    private ModelAndView page(BoardArea area, Form form) {
        return FormPage.titled(words.the("marac.areas.title"), "/triage/areas/" + area.board(), words.the(FORM + ".do"))
                .above(area.name())
                .text(words.the("marac.areas.text"))
                .problems(form.problems())
                .ask(Control.LINES, form.text("codes"))
                .back("/triage/areas", words.the("site.cancel"))
                .made()
                .shown();
    }

    record AreasPage(List<BoardArea> areas) {}
}
