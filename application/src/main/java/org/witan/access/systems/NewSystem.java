package org.witan.access.systems;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.witan.access.Purpose;
import org.witan.access.Role;

/// A system as an administrator registers it.
///
/// @param agency the agency it acts for
/// @param answersName the person at the agency who answers for it
/// @param networks networks it may call from, such as `192.0.2.0/24`; none for any
/// @param expiresOn last day on which it may be used
public record NewSystem(
        String name,
        UUID agency,
        Role role,
        Purpose purpose,
        Set<Scope> scopes,
        String answersName,
        String answersEmail,
        List<String> networks,
        LocalDate expiresOn) {}
