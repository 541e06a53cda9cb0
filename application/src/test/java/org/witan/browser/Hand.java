package org.witan.browser;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;

/// The hand of somebody who does a job: it counts what they press and type. To open a list and choose from it is two
/// clicks; to go into a box to type is one.
final class Hand {
    private final List<Job> jobs = new ArrayList<>();

    /// What a job took.
    record Job(String name, int clicks, int keys) {}

    /// Begins another job.
    void begin(String name) {
        jobs.add(new Job(name, 0, 0));
    }

    void click(Locator what) {
        what.click();
        add(1, 0);
    }

    void check(Locator what) {
        what.check();
        add(1, 0);
    }

    void choose(Locator list, String value) {
        list.selectOption(value);
        add(2, 0);
    }

    void type(Locator box, String words) {
        box.fill(words);
        add(1, words.length());
    }

    /// All jobs so far.
    List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /// As a table for people.
    String table() {
        var rows = new StringBuilder("| job | clicks | keys typed |\n| --- | ---: | ---: |\n");
        jobs.forEach(job -> rows.append("| %s | %d | %d |%n".formatted(job.name(), job.clicks(), job.keys())));
        return rows.toString();
    }

    private void add(int clicks, int keys) {
        Job last = jobs.removeLast();
        jobs.add(new Job(last.name(), last.clicks() + clicks, last.keys() + keys));
    }
}
