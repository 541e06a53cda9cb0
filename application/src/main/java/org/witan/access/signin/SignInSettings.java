package org.witan.access.signin;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What signing in takes from the installation's settings.
///
/// @param demo whether anybody may use the accounts; only in a database that was made for it
/// @param breachedPasswords a file of SHA-1 digests of known passwords, in order; null when there is none
@ConfigurationProperties("witan")
record SignInSettings(
        @DefaultValue("false") boolean demo, @Nullable Path breachedPasswords) {}
