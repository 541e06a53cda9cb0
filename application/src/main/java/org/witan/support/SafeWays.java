package org.witan.support;

import java.util.List;
import org.witan.people.Answer;
import org.witan.people.SafeContact;
import org.witan.people.SourceRecord;

/// Whether somebody may be reached by a provider without danger, and how.
///
/// The rule `onlyWaysThatSomebodyCalledSafe`: a way counts as safe only when it was answered "yes". Not known, not
/// asked
/// and declined are not safe. One way that is marked as not safe does not spoil another that is safe, but both are
/// told, so that nobody uses the wrong one.
///
/// @param safe ways that may be used
/// @param unsafe ways that must never be used
public record SafeWays(List<SafeContact> safe, List<SafeContact> unsafe) {

    /// The ways to reach a person, by all records that tell of them.
    static SafeWays of(List<SourceRecord> records) {
        List<SafeContact> all = records.stream()
                .filter(record -> record.supersededAt() == null)
                .flatMap(record -> record.safeContacts().stream())
                .toList();
        return new SafeWays(
                all.stream().filter(one -> one.safe() == Answer.YES).toList(),
                all.stream().filter(one -> one.safe() == Answer.NO).toList());
    }

    /// Whether a provider may reach the person itself.
    public boolean mayBeReached() {
        return !safe.isEmpty();
    }
}
