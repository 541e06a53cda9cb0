package org.witan.marac;

/// What a referral says something about. The part that each belongs to is a row of the database, held to these names by
/// a test.
public enum Topic {
    DANGER_NOW,
    REFERRER,
    PRESENTER,
    WORKS_FOR_AGENCY,
    WHAT_HAPPENED,
    LAST_EVENT,
    NOT_ASSESSED,
    JUDGEMENT,
    WANTS,
    FEARS,
    POLICE_CONTACT,
    SAFE_TO_TALK_TO,
    NOT_SAFE_TO_TALK_TO,
    CONTACT,
    AWARE,
    CONSENT,
    ETHNICITY,
    MINORITISED,
    DISABILITY,
    LGBT,
    IMMIGRATION,
    TENURE,
    OTHER_MARACS,
    CHILDREN_CARE,
    PERPETRATOR_MORE,
    /// The checklist for victims of 16 and 17: [YoungQuestion].
    YOUNG_WORKER,
    YOUNG_CARE,
    YOUNG_SIBLINGS,
    YOUNG_EXPLOITATION,
    /// What an old list said, for referrals that were taken from one.
    OLD_REFERRER,
    OLD_REPEAT,
    OLD_OUTCOME,
    OLD_CHILDREN,
    OLD_ROW
}
