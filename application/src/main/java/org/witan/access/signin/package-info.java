/// How somebody proves who they are: passwords with a time-based code, passkeys, the provider of
/// their agency; links that work once; the count of failures that slows guessing; the sessions that
/// are open.
///
/// One piece of data walks so. An administrator opens an account; a *link* that works once goes to
/// the person; behind it they set a password with a code, or a passkey: a *credential*. At sign-in
/// the credential is *proved*; whatever comes of it is in the trail. Somebody who has lost theirs is
/// let in again by two others together.
///
/// What it does not do: it opens no record. Who has signed in still has to choose an agency, a role and a purpose.
@NullMarked
@NamedInterface("signin")
package org.witan.access.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
