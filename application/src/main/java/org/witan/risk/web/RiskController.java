package org.witan.risk.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.witan.access.Absent;
import org.witan.access.Viewer;
import org.witan.risk.DueReassessments;
import org.witan.risk.ReadingAssessments;
import org.witan.risk.RiskOfCase;
import org.witan.risk.Tools;

/// Reading the risk in a case, and what is to be assessed again.
@Controller
class RiskController {
    private final ReadingAssessments reading;
    private final DueReassessments due;
    private final Tools tools;
    private final RiskPages pages;
    private final AssessmentPages assessments;

    RiskController(
            ReadingAssessments reading,
            DueReassessments due,
            Tools tools,
            RiskPages pages,
            AssessmentPages assessments) {
        this.reading = reading;
        this.due = due;
        this.tools = tools;
        this.pages = pages;
        this.assessments = assessments;
    }

    @OpenToAssessors
    @GetMapping("/records/{record}/risk")
    String risk(Viewer viewer, @PathVariable UUID record, Model model) {
        model.addAttribute("page", pages.risk(reading.of(viewer, record), tools.inUse()));
        return "risk/risk";
    }

    @OpenToAssessors
    @GetMapping("/records/{record}/risk/{assessment}")
    String assessment(Viewer viewer, @PathVariable UUID record, @PathVariable UUID assessment, Model model) {
        RiskOfCase risk = reading.of(viewer, record);
        model.addAttribute(
                "page", assessments.page(risk.record(), risk.find(assessment).orElseThrow(Absent::new), tools.inUse()));
        return "risk/assessment";
    }

    @OpenToAssessors
    @GetMapping("/risk/due")
    String due(Viewer viewer, Model model) {
        model.addAttribute("page", pages.due(due.list(viewer)));
        return "risk/due";
    }
}
