package org.witan.site.records;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.lists.FindingRecords;
import org.witan.access.lists.ReadingRecords;

/// Finding, reading, printing and taking away records.
@Controller
class RecordsController {
    /// Who registers records by hand.
    static final Set<Role> REGISTERING = EnumSet.of(Role.COORDINATOR, Role.HUB_COORDINATOR);

    /// Who may be a named lead that opens a record in an emergency.
    static final Set<Role> BREAKING = EnumSet.of(
            Role.REFERRER,
            Role.REPRESENTATIVE,
            Role.COORDINATOR,
            Role.CHAIR,
            Role.IDVA,
            Role.SUPPORT_WORKER,
            Role.HUB_COORDINATOR);

    /// Who may take the list away as a file.
    static final Set<Role> EXPORTING =
            EnumSet.of(Role.REPRESENTATIVE, Role.COORDINATOR, Role.CHAIR, Role.IDVA, Role.HUB_COORDINATOR);

    private static final int LONGEST_SEARCH = 200;
    private final FindingRecords finding;
    private final ReadingRecords reading;
    private final RecordPages pages;
    private final RecordFile file;

    RecordsController(FindingRecords finding, ReadingRecords reading, RecordPages pages, RecordFile file) {
        this.finding = finding;
        this.reading = reading;
        this.pages = pages;
        this.file = file;
    }

    @OpenToReaders
    @GetMapping("/records")
    String list(Viewer viewer, @RequestParam(required = false) @Nullable UUID before, Model model) {
        model.addAttribute("page", pages.list(finding.find(viewer, "", before), "", viewer));
        return "site/records/list";
    }

    @OpenToReaders
    @PostMapping("/records/search")
    String search(
            Viewer viewer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        String asked = words.strip();
        asked = asked.substring(0, Math.min(asked.length(), LONGEST_SEARCH));
        model.addAttribute("page", pages.list(finding.find(viewer, asked, before), asked, viewer));
        return "site/records/list";
    }

    @OpenToReaders
    @GetMapping("/records/{id}")
    String open(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.record(reading.open(viewer, Verb.READ, id), viewer, false));
        return "site/records/record";
    }

    @OpenToVictimsSide
    @GetMapping("/records/{id}/print")
    String print(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.record(reading.open(viewer, Verb.PRINT, id), viewer, true));
        return "site/records/record";
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.HUB_COORDINATOR, Role.DATA_PROTECTION_OFFICER})
    @GetMapping("/records/{id}/who")
    String who(Viewer viewer, @PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.who(reading.who(viewer, id)));
        return "site/records/who";
    }

    @ProvenPresence
    @OpenTo({Role.REPRESENTATIVE, Role.COORDINATOR, Role.CHAIR, Role.IDVA, Role.HUB_COORDINATOR})
    @GetMapping("/records.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"records.csv\"")
                .body(file.of(finding.export(viewer), viewer).getBytes(StandardCharsets.UTF_8));
    }

    /// What a form sent.
    static Map<String, List<String>> sent(MultiValueMap<String, String> parameters) {
        return Map.copyOf(parameters);
    }
}
