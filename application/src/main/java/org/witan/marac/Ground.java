package org.witan.marac;

/// Grounds of a referral. Any one is enough, and several may be given.
public enum Ground {
    VISIBLE_HIGH_RISK,
    PROFESSIONAL_JUDGEMENT,
    ESCALATION,
    REPEAT
}
