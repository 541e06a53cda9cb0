package org.witan.marac.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.witan.access.Absent;
import org.witan.access.NotAViewer;
import org.witan.marac.Following.Followed;
import org.witan.marac.LineKind;
import org.witan.marac.News;

/// News of one case, for one page that is open: that something has changed, where the conference is now, and that
/// somebody writes. Numbers and names of fields, and no word of the case: the page asks for those by the rule.
///
/// It runs on the thread of its request and holds no connection to the database. Whether the viewer
/// may still be told is asked again before they are told something, when that was last asked a while
/// ago.
final class LiveStream implements Consumer<News> {
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration TRUST = Duration.ofSeconds(30);
    private static final Duration LENGTH = Duration.ofMinutes(10);
    /// A browser that takes nothing is told later that it has missed something.
    private static final int MOST_WAITING = 200;

    private final BlockingQueue<News> waiting = new LinkedBlockingQueue<>();
    private final UUID account;
    private final Supplier<Followed> asking;
    private final BooleanSupplier session;
    private final InstantSource clock;
    private @Nullable Followed followed;
    private Instant asked = Instant.EPOCH;
    /// How often actions had changed when the page was told last; what is asked meanwhile tells it nothing.
    private long told;
    private boolean owes;
    private volatile boolean crowdedOut;

    /// @param asking what the viewer may be told, asked by the rule
    /// @param session whether their session still goes on
    LiveStream(UUID account, Supplier<Followed> asking, BooleanSupplier session, InstantSource clock) {
        this.account = account;
        this.asking = asking;
        this.session = session;
        this.clock = clock;
    }

    /// Another page of the same person takes its place; this one does not come again by itself.
    void crowdOut() {
        crowdedOut = true;
        accept(new News.Over());
    }

    @Override
    public void accept(News news) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(news);
        } else {
            waiting.clear();
            waiting.add(news instanceof News.Over ? news : new News.Missed());
        }
    }

    /// Tells until the browser leaves, the session ends, the viewer may see it no longer, or so long that the browser
    /// had better come anew.
    ///
    /// @throws Absent when there is no such item for the viewer, or they may not see its minutes
    void run(HttpServletResponse response) throws IOException, InterruptedException {
        Followed first = ask();
        response.setContentType("text/event-stream;charset=UTF-8");
        // A proxy that gathers an answer before it passes it on would keep all news back.
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        out.write("retry: 1000\n".getBytes(StandardCharsets.UTF_8));
        told = first.acted();
        say(out, "changed", String.valueOf(first.version()));
        Instant end = clock.instant().plus(LENGTH);
        boolean goesOn = true;
        while (goesOn && clock.instant().isBefore(end)) {
            News news = waiting.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            goesOn = news == null ? beat(out) : tell(out, news);
        }
    }

    /// Whether the session goes on; a database that does not answer ends nothing.
    private boolean beat(OutputStream out) throws IOException {
        out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        try {
            if (!session.getAsBoolean()) {
                say(out, "over", "");
                return false;
            }
        } catch (DataAccessException | TransactionException _) {
            return true;
        }
        return !owes || tell(out, new News.Missed());
    }

    private boolean tell(OutputStream out, News news) throws IOException {
        if (news instanceof News.Over) {
            if (crowdedOut) {
                say(out, "over", "");
            }
            return false;
        }
        Said said;
        try {
            said = said(news, followed == null ? ask() : followed);
            if (said == null) {
                return true;
            }
            if (!mayStill()) {
                say(out, "over", "");
                return false;
            }
        } catch (Absent | NotAViewer _) {
            say(out, "over", "");
            return false;
        } catch (DataAccessException | TransactionException _) {
            owes = true;
            return true;
        }
        owes = false;
        return say(out, said.event, said.data);
    }

    /// What that is for this page; null when it is not for it.
    private @Nullable Said said(News news, Followed known) {
        return switch (news) {
            case News.Changed(UUID item, long version) ->
                item.equals(known.item()) ? changed(version + known.acted(), known) : null;
            case News.Acted(UUID item) -> item.equals(known.item()) ? acted() : null;
            case News.Turned(UUID item) -> known.cases().contains(item) ? new Said("look", "") : null;
            case News.Writing(UUID item, LineKind about, UUID by) ->
                item.equals(known.item()) && !by.equals(account) ? new Said("writing", about.name()) : null;
            case News.Missed() -> new Said("look", "");
            case News.Over() -> null;
        };
    }

    /// That an action has changed, for whoever may see it; for others nothing has.
    private @Nullable Said acted() {
        Followed now = ask();
        return now.acted() == told ? null : changed(now.version(), now);
    }

    private Said changed(long version, Followed known) {
        told = known.acted();
        return new Said("changed", String.valueOf(version));
    }

    private record Said(String event, String data) {}

    /// Whether the viewer may still be told, by the rule.
    private boolean mayStill() {
        if (clock.instant().isBefore(asked.plus(TRUST))) {
            return true;
        }
        try {
            ask();
            return session.getAsBoolean();
        } catch (Absent | NotAViewer _) {
            return false;
        }
    }

    private Followed ask() {
        Followed now = asking.get();
        followed = now;
        asked = clock.instant();
        return now;
    }

    private static boolean say(OutputStream out, String event, String data) throws IOException {
        // An event without data is none.
        String text = "event: " + event + "\ndata: " + (data.isEmpty() ? "-" : data) + "\n\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return true;
    }
}
