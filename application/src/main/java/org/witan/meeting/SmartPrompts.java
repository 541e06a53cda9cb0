package org.witan.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an action as a careful chair would: specific, owned, dated, and telling the alleged perpetrator nothing.
///
/// It knows English words only, and finds less than a person would; it is advice beside the field and decides nothing.
public final class SmartPrompts {
    /// Where a clause may begin that asks for another thing.
    private static final Pattern CLAUSE = Pattern.compile(
            "(?:^|[.;,:\\n]|\\band\\b|\\bthen\\b|\\bto\\b|&|\\+)\\s*" + "(?:then\\s+|also\\s+|to\\s+)*([a-z]+)");

    private static final Set<String> VERBS = Set.of(
            "add",
            "apply",
            "arrange",
            "arrest",
            "ask",
            "assess",
            "attend",
            "book",
            "call",
            "change",
            "chase",
            "check",
            "complete",
            "confirm",
            "contact",
            "discuss",
            "email",
            "explore",
            "fit",
            "flag",
            "give",
            "inform",
            "install",
            "invite",
            "issue",
            "liaise",
            "make",
            "meet",
            "monitor",
            "notify",
            "obtain",
            "offer",
            "place",
            "provide",
            "record",
            "refer",
            "remove",
            "report",
            "request",
            "review",
            "ring",
            "see",
            "send",
            "serve",
            "share",
            "speak",
            "submit",
            "support",
            "tell",
            "transfer",
            "update",
            "visit",
            "write");

    private static final Pattern TELLS = Pattern.compile(
            "\\b(maracs?|multi[- ]agency|conference|idva|victims?|disclos\\w*|"
                    + "high[- ]risk|safety plan\\w*|risk assess\\w*|refuge|dash|domestic abuse (?:meeting|panel)|"
                    + "partners? (?:said|told|reported|says)|(?:she|he|they) (?:said|told|reported|says)|information from)\\b");

    private SmartPrompts() {}

    /// What to say to whoever writes an action.
    ///
    /// @param nextMeeting the day of the meeting that will ask for it; null when none is scheduled
    public static List<Advice> of(
            Action.Term term, Action.Content content, LocalDate today, @Nullable LocalDate nextMeeting) {
        var all = new ArrayList<Advice>();
        if (term.agency() == null) {
            all.add(new Advice.NoOwner());
        }
        LocalDate due = term.due();
        if (due == null) {
            all.add(new Advice.NoDate());
        } else if (due.isBefore(today)) {
            all.add(new Advice.InThePast());
        } else if (nextMeeting != null && due.isAfter(nextMeeting)) {
            all.add(new Advice.AfterTheMeeting(nextMeeting));
        }
        List<String> verbs = verbs(content.words());
        if (verbs.size() > 1) {
            all.add(new Advice.SeveralThings(verbs));
        }
        if (content.area() == Area.PERPETRATOR || content.subject() == Subject.PERPETRATOR) {
            all.addAll(forWorker(content.words()));
        }
        return List.copyOf(all);
    }

    /// What to say to whoever writes what somebody is told who works with the alleged perpetrator.
    public static List<Advice> forWorker(String words) {
        List<String> found = found(TELLS, 0, words, null);
        return found.isEmpty() ? List.of() : List.of(new Advice.TellsOfTheMarac(found));
    }

    private static List<String> verbs(String words) {
        return found(CLAUSE, 1, words, VERBS);
    }

    private static List<String> found(Pattern pattern, int group, String words, @Nullable Set<String> among) {
        var found = new LinkedHashSet<String>();
        pattern.matcher(words.toLowerCase(Locale.UK)).results().forEach(match -> {
            String word = match.group(group);
            if (among == null || among.contains(word)) {
                found.add(word);
            }
        });
        return List.copyOf(found);
    }
}
