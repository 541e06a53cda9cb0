package org.witan.site.signin;

import java.util.regex.Pattern;

/// E-mail addresses as they are typed.
final class Addresses {
    private static final int LONGEST = 254;
    private static final Pattern USABLE = Pattern.compile("[^\\s@<>\"\\p{Cntrl}]{1,64}@[^\\s@<>\"\\p{Cntrl}]+");

    private Addresses() {}

    /// Whether it can be one: no blank, no line break, one `@`.
    static boolean usable(String email) {
        return email.length() <= LONGEST && USABLE.matcher(email).matches();
    }
}
