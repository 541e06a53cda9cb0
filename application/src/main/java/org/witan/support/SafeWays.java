package org.witan.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.witan.access.Refused;
import org.witan.people.Answer;
import org.witan.people.SafeContact;
import org.witan.people.SourceRecord;

/// Whether somebody may be reached by a provider without danger, and how.
///
/// The rule `onlyWaysThatSomebodyCalledSafe`: a way counts as safe only when it was answered "yes".
/// Not known, not asked and declined are not safe. One way that is marked as not safe does not spoil
/// another that is safe, but both are told, so that nobody uses the wrong one. Where one record calls
/// a way safe and another calls it unsafe, unsafe wins: a number is the same for calls and texts, and
/// with +44 or 0.
///
/// @param safe ways that may be used
/// @param unsafe ways that must never be used
public record SafeWays(List<SafeContact> safe, List<SafeContact> unsafe) {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    private static final Pattern BEFORE_NUMBER = Pattern.compile("^0*(44)?0*");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}@]");

    /// The ways to reach a person, by all records that tell of them.
    static SafeWays of(List<SourceRecord> records) {
        List<SafeContact> all = records.stream()
                .filter(record -> record.supersededAt() == null)
                .flatMap(record -> record.safeContacts().stream())
                .toList();
        List<SafeContact> bad =
                all.stream().filter(one -> one.safe() == Answer.NO).toList();
        return new SafeWays(all.stream().filter(one -> one.safe() == Answer.YES).toList(), bad).without(bad);
    }

    /// What happened before contact was stopped can be written down; nothing is begun or gone on with from that day on.
    ///
    /// @param stopped since when reaching the person may not be safe; null while nothing says so
    /// @throws Refused when the day is not before that
    static void checkDay(@Nullable Instant stopped, boolean isContact, LocalDate day) {
        if (stopped != null && isContact && !day.isBefore(LocalDate.ofInstant(stopped, HERE))) {
            throw new Refused("support.refused.stopped");
        }
    }

    /// The same without ways that another record calls unsafe; these are told as unsafe.
    SafeWays without(List<SafeContact> doubted) {
        var bad = new ArrayList<>(unsafe);
        safe.stream()
                .filter(way -> isAmong(doubted, way))
                .filter(way -> unsafe.stream().noneMatch(one -> one.means() == way.means() && isSame(one, way)))
                .forEach(bad::add);
        return new SafeWays(safe.stream().filter(way -> !isAmong(doubted, way)).toList(), List.copyOf(bad));
    }

    private static boolean isAmong(List<SafeContact> doubted, SafeContact way) {
        return doubted.stream().anyMatch(one -> isSame(one, way));
    }

    private static boolean isSame(SafeContact one, SafeContact other) {
        return key(one).equals(key(other));
    }

    /// A way as it is compared; the same as `support.way_key` of the database.
    private static String key(SafeContact way) {
        boolean number = way.means() == SafeContact.Means.PHONE || way.means() == SafeContact.Means.TEXT;
        String digits = NOT_DIGITS.matcher(way.value()).replaceAll("");
        return number && !digits.isEmpty()
                ? "NUMBER:" + BEFORE_NUMBER.matcher(digits).replaceFirst("")
                : way.means() + ":"
                        + SIGNS.matcher(way.value().toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /// Whether a provider may reach the person itself.
    public boolean mayBeReached() {
        return !safe.isEmpty();
    }
}
