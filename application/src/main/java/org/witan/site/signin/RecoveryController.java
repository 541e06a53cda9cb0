package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Link;
import org.witan.access.signin.Recovering;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Where two people let somebody in again: the first opens a recovery, the second confirms it.
@Controller
class RecoveryController {
    private static final String WORDS = "sign-in.recovery";
    private static final String LIST = "redirect:/recoveries";
    private static final int LONGEST_REASON = 500;
    private final Recovering recovering;
    private final Wording words;

    RecoveryController(Recovering recovering, Wording words) {
        this.recovering = recovering;
        this.words = words;
    }

    @OpenTo({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.COORDINATOR})
    @GetMapping("/recoveries")
    String page(Viewer viewer, Model model) {
        return show(viewer, model, Form.blank(words, WORDS, Map.of()), null);
    }

    @OpenTo(Role.ADMINISTRATOR)
    @PostMapping("/recoveries")
    String open(
            @RequestParam MultiValueMap<String, String> sent,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        Form form = Form.sent(words, WORDS, sent);
        String email = form.required("email");
        String reason = form.required("reason");
        if (reason.length() > LONGEST_REASON) {
            form.reject("reason", "long");
        }
        Optional<String> code = form.usable() ? recovering.open(viewer, email, reason) : Optional.empty();
        if (form.usable() && code.isEmpty()) {
            form.reject("email", "nobody");
        }
        if (code.isEmpty()) {
            response.setStatus(Answering.UNPROCESSABLE);
            return show(viewer, model, form, null);
        }
        return show(viewer, model, Form.blank(words, WORDS, Map.of()), code.get());
    }

    /// The link is in this answer and nowhere else, so the page is shown at once and not after another request.
    @OpenTo({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.COORDINATOR})
    @PostMapping("/recoveries/{recovery}/confirm")
    String confirm(@PathVariable UUID recovery, Viewer viewer, HttpServletRequest request, Model model) {
        Link link = recovering.confirm(viewer, recovery);
        String port = request.getServerPort() == usualPort(request) ? "" : ":" + request.getServerPort();
        String address = request.getScheme() + "://" + request.getServerName() + port + "/join/" + link.token();
        model.addAttribute("page", new Confirmed(address, Answering.dayAndTime(link.expiresAt())));
        return "site/signin/recovered";
    }

    @OpenTo({Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER, Role.COORDINATOR})
    @PostMapping("/recoveries/{recovery}/cancel")
    String cancel(@PathVariable UUID recovery, Viewer viewer) {
        recovering.cancel(viewer, recovery);
        return LIST;
    }

    private static int usualPort(HttpServletRequest request) {
        return request.getScheme().equals("https") ? 443 : 80;
    }

    private String show(Viewer viewer, Model model, Form form, @Nullable String code) {
        var all = recovering.look(viewer);
        var waiting = all.waiting().stream()
                .map(one -> new Line(
                        one.id(),
                        one.person(),
                        one.opener(),
                        one.reason(),
                        Answering.dayAndTime(one.expiresAt()),
                        one.confirmable()))
                .toList();
        var done = all.done().stream()
                .map(one -> new Done(
                        one.person(), one.opener(), one.confirmer(), one.reason(), Answering.dayAndTime(one.at())))
                .toList();
        model.addAttribute(
                "page",
                new Page(
                        waiting,
                        done,
                        viewer.role() == Role.ADMINISTRATOR,
                        form.text("email", "email", "off"),
                        form.text("reason"),
                        form.problems(),
                        code));
        return "site/signin/recoveries";
    }

    /// @param opens whether whoever looks may be a first person
    /// @param code the code of the recovery that was just opened, shown this once; null otherwise
    record Page(
            List<Line> waiting,
            List<Done> done,
            boolean opens,
            Field email,
            Field reason,
            List<Problem> problems,
            @Nullable String code) {}

    /// A recovery that waits.
    record Line(UUID id, String person, String opener, String reason, String until, boolean confirmable) {}

    /// A recovery that two people finished.
    record Done(String person, String opener, String confirmer, String reason, String at) {}

    /// @param link for the person, shown this once
    record Confirmed(String link, String until) {}
}
