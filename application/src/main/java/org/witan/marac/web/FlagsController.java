package org.witan.marac.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.FlagWord;
import org.witan.marac.Flagging;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Flags on the files of an agency: what is to be set, what is live and what is to be removed; for whoever coordinates,
/// how many agencies said so.
@Controller
class FlagsController {
    private static final String FLAGS = "redirect:/flags";
    private final Flagging flagging;
    private final FlagPages pages;
    private final FlagFile file;
    private final Wording words;

    FlagsController(Flagging flagging, FlagPages pages, FlagFile file, Wording words) {
        this.flagging = flagging;
        this.pages = pages;
        this.file = file;
        this.words = words;
    }

    @OpenTo({Role.REPRESENTATIVE, Role.IDVA, Role.COORDINATOR})
    @GetMapping("/flags")
    ModelAndView flags(Viewer viewer) {
        return viewer.role() == Role.COORDINATOR
                ? new ModelAndView("marac/flag-tallies", "page", pages.tallies(flagging.tallies(viewer)))
                : new ModelAndView("marac/flags", "page", pages.flags(flagging.list(viewer, Verb.LIST)));
    }

    @OpenToFlaggers
    @PostMapping("/flags/{referral}/set")
    ModelAndView set(Viewer viewer, @PathVariable UUID referral) {
        flagging.say(viewer, referral, FlagWord.SET);
        return new ModelAndView(FLAGS);
    }

    @OpenToFlaggers
    @PostMapping("/flags/{referral}/removed")
    ModelAndView removed(Viewer viewer, @PathVariable UUID referral) {
        flagging.say(viewer, referral, FlagWord.REMOVED);
        return new ModelAndView(FLAGS);
    }

    @OpenToFlaggers
    @PostMapping("/flags/{referral}/undo")
    ModelAndView undone(Viewer viewer, @PathVariable UUID referral, @RequestParam MultiValueMap<String, String> sent) {
        UUID flag = Ids.read(Form.sent(words, "marac.flag", Map.copyOf(sent)).value("flag"));
        if (flag == null) {
            throw new Absent();
        }
        flagging.undo(viewer, referral, flag);
        return new ModelAndView(FLAGS);
    }

    /// The list for whoever keeps the agency's files. Its name tells nothing.
    @ProvenPresence
    @OpenToFlaggers
    @GetMapping("/flags.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("flags.csv")
                                .build()
                                .toString())
                .body(file.of(flagging.list(viewer, Verb.EXPORT)).getBytes(StandardCharsets.UTF_8));
    }
}
