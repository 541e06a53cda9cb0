package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.witan.access.Caller;
import org.witan.access.OpenToSignedIn;
import org.witan.access.signin.KeptWords;
import org.witan.access.signin.OpenSessions;

/// What the script for idle sessions asks: to stay signed in, to keep what was typed, to hand it back, to end.
@RestController
class IdleController {
    private final KeptWords words;
    private final OpenSessions sessions;

    IdleController(KeptWords words, OpenSessions sessions) {
        this.words = words;
        this.sessions = sessions;
    }

    /// Somebody is there: the request itself is what counts.
    @OpenToSignedIn
    @PostMapping("/session/stay")
    ResponseEntity<Void> stay() {
        return ResponseEntity.noContent().build();
    }

    /// Keeps what was typed, before the end; keeping alone is no use of the session, so it ends when it would have.
    ///
    /// @param seconds after which the session was going to end
    @OpenToSignedIn
    @PostMapping("/session/words")
    ResponseEntity<Void> keep(
            @RequestParam String place,
            @RequestParam(name = "words") String typed,
            @RequestParam int seconds,
            Caller caller,
            HttpSession session) {
        session.setMaxInactiveInterval(Math.clamp(seconds, 1, session.getMaxInactiveInterval()));
        return words.keep(caller, place, typed)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
    }

    /// Hands back what was typed on a page, once.
    @OpenToSignedIn
    @PostMapping("/session/words/back")
    ResponseEntity<String> back(@RequestParam String place, Caller caller, HttpSession session) {
        var taken = words.take(caller, place);
        List<String> left = new ArrayList<>(Idle.kept(session));
        left.remove(place);
        session.setAttribute(Idle.KEPT, left);
        return taken.map(json -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /// The time is up.
    @OpenToSignedIn
    @PostMapping("/session/over")
    ResponseEntity<Void> over(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        SessionsController.leave(sessions, caller, request, response);
        return ResponseEntity.noContent().build();
    }
}
