package org.witan.marac.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.OpenSessions;
import org.witan.marac.Conferring;
import org.witan.marac.Following;
import org.witan.marac.HearingNews;
import org.witan.marac.LineKind;

/// What a page of the conference asks by itself: news, and the parts of the page that have changed.
@Controller
class LiveController {
    /// A browser keeps few connections to one server; the next page takes the place of the oldest.
    private static final int MOST_OF_A_SESSION = 3;

    private final Map<String, Deque<LiveStream>> streams = new ConcurrentHashMap<>();
    private final Following following;
    private final HearingNews news;
    private final Conferring conferring;
    private final LivePages pages;
    private final OpenSessions sessions;
    private final Clock clock;

    LiveController(
            Following following,
            HearingNews news,
            Conferring conferring,
            LivePages pages,
            OpenSessions sessions,
            Clock clock) {
        this.following = following;
        this.news = news;
        this.conferring = conferring;
        this.pages = pages;
        this.sessions = sessions;
        this.clock = clock;
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/{item}/live")
    void live(
            Viewer viewer,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            HttpSession session,
            HttpServletResponse response)
            throws InterruptedException {
        String id = session.getId();
        var stream = new LiveStream(
                viewer.account(), () -> following.follow(viewer, meeting, item), () -> sessions.isOpen(id), clock);
        try {
            keep(id, stream);
            // Listens before it asks how things stand, so that nothing falls between the two.
            news.listen(stream);
            stream.run(response);
        } catch (IOException _) {
            // The browser has gone.
        } finally {
            news.leave(stream);
            forget(id, stream);
        }
    }

    private void keep(String session, LiveStream stream) {
        streams.compute(session, (_, known) -> {
            Deque<LiveStream> all = known == null ? new ArrayDeque<>() : known;
            all.addLast(stream);
            if (all.size() > MOST_OF_A_SESSION) {
                all.removeFirst().crowdOut();
            }
            return all;
        });
    }

    private void forget(String session, LiveStream stream) {
        streams.computeIfPresent(session, (_, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
        });
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA})
    @GetMapping("/conference/{meeting}/{item}/live/parts")
    ModelAndView parts(Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item) {
        return new ModelAndView(
                "marac/live :: parts", "live", pages.page(viewer, conferring.now(viewer, meeting, item)));
    }

    @OpenTo({Role.COORDINATOR, Role.CHAIR})
    @PostMapping("/conference/{meeting}/{item}/live/writing")
    ResponseEntity<Void> writing(
            Viewer viewer, @PathVariable UUID meeting, @PathVariable UUID item, @RequestParam LineKind about) {
        following.writing(viewer, meeting, item, about);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }
}
