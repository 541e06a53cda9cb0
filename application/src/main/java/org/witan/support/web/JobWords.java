package org.witan.support.web;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.support.Job;

/// Says of a job what it is, whose it is and what came of it.
@Component
class JobWords {
    private final OfferWords offers;
    private final Wording words;

    JobWords(OfferWords offers, Wording words) {
        this.offers = offers;
        this.words = words;
    }

    /// A job in a list.
    JobLine line(Job job) {
        return new JobLine(
                job.id(),
                job.reference(),
                String.join(", ", job.items()),
                words.the("support.job.asked", job.contractor(), Days.words(job.askedAt())),
                Stream.of(state(job), left(job)).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")),
                job.isDone() ? "" : offers.stopped(job.stoppedAt()));
    }

    private String left(Job job) {
        return job.isLeft() ? words.the(job.isLeftByContractor() ? "support.job.left" : "support.job.left.asker") : "";
    }

    /// How it stands, by what was said last.
    String state(Job job) {
        return job.isOpen()
                ? words.the("support.job.open")
                : words.the(
                        "support.job.state",
                        words.the("support.job.what." + job.steps().getLast().what()),
                        Days.words(job.steps().getLast().onDay()));
    }

    /// One thing that was said of it.
    String step(Job.Said said) {
        String line = words.the(
                "support.job.step",
                Days.words(said.onDay()),
                words.the("support.job.what." + said.what()),
                said.agency());
        return said.words().isEmpty() ? line : line + " · " + said.words();
    }

    /// A job in a list.
    ///
    /// @param stopped that nobody may go there now; empty while they may
    record JobLine(UUID id, String reference, String items, String asked, String state, String stopped) {}
}
