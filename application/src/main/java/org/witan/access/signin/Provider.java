package org.witan.access.signin;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A provider of OpenID Connect with which an agency signs its people in.
///
/// @param name its name in addresses and in the database: small letters, digits and hyphens; never changed
/// @param title its name on the button
/// @param issuer its address as it writes it in every token
/// @param clientId how it knows this site
/// @param clientSecret the secret that goes with it; belongs into the environment
/// @param agency the agency whose people it signs in: its name, or its id
/// @param acr how strongly people must have signed in there; one of these, or any when empty
/// @param amr what they must have used there, such as `mfa`; one of these, or anything when empty
/// @param everybodyUsesTwoFactors that the agency says so of all its people, for a provider whose tokens say nothing
public record Provider(
        @DefaultValue("") String name,
        @DefaultValue("") String title,
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String agency,
        @DefaultValue List<String> acr,
        @DefaultValue List<String> amr,
        @DefaultValue("false") boolean everybodyUsesTwoFactors) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    /// Where its button leads.
    public String path() {
        return "/sign-in/oidc/" + name;
    }

    /// Where it sends people back to.
    public String returnPath() {
        return path() + "/return";
    }

    /// Why it cannot be used, in a line that says what to set; absent when it can.
    Optional<String> refusal() {
        String place = "witan.providers (" + name + ")";
        return Stream.of(
                        NAME.matcher(name).matches()
                                ? ""
                                : "witan.providers: the name '" + name
                                        + "' is not made of small letters, digits and hyphens.",
                        Stream.of(title, clientId, clientSecret, agency).anyMatch(String::isBlank)
                                ? place + ": set title, client-id, client-secret and agency."
                                : "",
                        isSafe(issuer) ? "" : place + ": the issuer must be an https:// address.",
                        tokensSay() || everybodyUsesTwoFactors
                                ? ""
                                : place + ": set amr or acr to what its tokens say of people who used two factors. "
                                        + "Where they say nothing, and the agency has confirmed in writing that "
                                        + "nobody signs in there with less, set everybody-uses-two-factors=true.")
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    /// On whose word two factors are believed, for the trail.
    String factors() {
        return tokensSay() ? "the token" : "the agency";
    }

    private boolean tokensSay() {
        return Stream.concat(acr.stream(), amr.stream()).anyMatch(value -> !value.isBlank());
    }

    /// Whether it is an encrypted address, or one of this machine.
    static boolean isSafe(@Nullable String address) {
        try {
            var uri = URI.create(Objects.requireNonNullElse(address, ""));
            boolean here = "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost());
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || here);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "provider " + name;
    }
}
