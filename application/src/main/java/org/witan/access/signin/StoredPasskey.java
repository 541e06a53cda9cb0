package org.witan.access.signin;

import java.util.UUID;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/// A passkey with all that is needed to check an answer.
///
/// @param id its row
/// @param account whose it is
/// @param credential its public half and its count; the handle of the account is in it
record StoredPasskey(UUID id, UUID account, CredentialRecord credential) {}
