package sample.provider;

/// What is wrong with the tokens of the invented provider.
public enum Mischief {
    NONE,
    SIGNED_BY_ANOTHER_KEY,
    SIGNED_BY_THE_SHARED_SECRET,
    NOT_SIGNED,
    EXPIRED,
    A_LITTLE_LATE,
    FROM_THE_FUTURE,
    OTHER_NONCE,
    OTHER_AUDIENCE,
    OTHER_ISSUER,
    EMAIL_NOT_VERIFIED,
    PROVED_AN_HOUR_AGO,
    PROVED_YESTERDAY,
    SAYS_NOT_WHEN
}
