package org.witan.people;

/// How somebody may be reached without danger, and how not.
///
/// @param value number or address
/// @param times when, in words
/// @param voicemail whether a message may be left
/// @param safe whether it is safe to use this at all
public record SafeContact(Means means, String value, String times, Answer voicemail, Answer safe, String remark) {

    /// By which means.
    public enum Means {
        PHONE,
        TEXT,
        EMAIL,
        POST,
        THROUGH_SOMEBODY
    }

    /// Whether it tells where somebody lives.
    public boolean tellsWhere() {
        return means == Means.POST || means == Means.THROUGH_SOMEBODY;
    }

    @Override
    public String toString() {
        return "a safe contact";
    }
}
