package org.witan.access.systems;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// What an administrator does about the systems of agencies: registers one, makes and revokes its secrets, shuts it
/// out.
///
/// For anybody else there is no system, and nothing is written: the policies of the tables say so.
@Component
public class RegisteringSystems {
    private final Witnessing witnessing;
    private final Systems systems;
    private final Clock clock;

    RegisteringSystems(Witnessing witnessing, Systems systems, Clock clock) {
        this.witnessing = witnessing;
        this.systems = systems;
        this.clock = clock;
    }

    /// All systems, those in use first.
    public List<AgencySystem> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "system"), _ -> systems.list());
    }

    /// A system.
    ///
    /// @throws Absent when there is none
    public AgencySystem find(Viewer viewer, UUID system) {
        var deed = Deed.of(Verb.READ, "system").with("system", system.toString());
        return witnessing.witness(viewer, deed, _ -> systems.find(system).orElseThrow(Absent::new));
    }

    /// Registers a system; it has no secret yet.
    public UUID register(Viewer viewer, NewSystem given) {
        UUID system = Identity.at(clock.instant());
        var deed = Deed.of(Verb.ADD, "system")
                .with("system", system.toString())
                .with("name", given.name())
                .with("agency", given.agency().toString())
                .with("role", given.role().name())
                .with("purpose", given.purpose().name())
                .with(
                        "scopes",
                        given.scopes().stream().map(Scope::code).sorted().collect(Collectors.joining(" ")))
                .with("networks", String.join(" ", given.networks()))
                .with("expires", given.expiresOn().toString());
        return witnessing.witness(viewer, deed, _ -> {
            systems.add(given, system, Identity.at(clock.instant()), viewer.account(), clock.instant());
            return system;
        });
    }

    /// Makes a secret. It is in the answer and nowhere else.
    ///
    /// @throws Refused when the system has two already or is shut out
    public String makeSecret(Viewer viewer, UUID system) {
        UUID id = Identity.at(clock.instant());
        String secret = Credential.newSecret();
        return witnessing.witness(viewer, credential(system, "made", id), _ -> {
            if (systems.find(system).isEmpty()) {
                throw new Absent();
            }
            try {
                systems.addSecret(id, system, Credential.digest(secret), viewer.account());
            } catch (DataAccessException failure) {
                throw Refusal.of("WI152", "api.refused.secrets", failure);
            }
            return secret;
        });
    }

    /// Revokes a secret. Tokens that the system holds are of no more use.
    public void revokeSecret(Viewer viewer, UUID system, UUID secret) {
        witnessing.witness(viewer, credential(system, "revoked", secret), _ -> {
            if (!systems.revokeSecret(system, secret)) {
                throw new Absent();
            }
            return true;
        });
    }

    /// Shuts a system out for good.
    public void revoke(Viewer viewer, UUID system) {
        var deed =
                Deed.of(Verb.CHANGE, "system").with("system", system.toString()).with("change", "revoked");
        witnessing.witness(viewer, deed, _ -> {
            if (!systems.revoke(system, viewer.account())) {
                throw new Absent();
            }
            return true;
        });
    }

    private static Deed credential(UUID system, String change, UUID secret) {
        return Deed.of(Verb.CREDENTIAL, "system")
                .with("system", system.toString())
                .with("secret", secret.toString())
                .with("change", change);
    }
}
