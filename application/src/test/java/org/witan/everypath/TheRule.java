package org.witan.everypath;

import static org.witan.access.Part.ACTIONS;
import static org.witan.access.Part.CHILDREN;
import static org.witan.access.Part.MINUTES;
import static org.witan.access.Part.PERPETRATOR;
import static org.witan.access.Part.PERPETRATOR_VIEW;
import static org.witan.access.Part.RESEARCH;
import static org.witan.access.Part.RISK;
import static org.witan.access.Part.SUMMARY;
import static org.witan.access.Part.SUPPORT;
import static org.witan.access.Part.THIRD_PARTY;
import static org.witan.access.Part.VICTIM;
import static org.witan.access.Part.VICTIM_ADDRESS;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.witan.access.Part;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.everypath.Looker.Agreement;
import org.witan.everypath.Looker.Hat;

/// The one rule once more, in plain Java and from the words of the house, not from the SQL.
///
/// Somebody sees a part of a record when their role opens it, they have a ground, and nothing forbids it. Nothing here
/// knows a table, a view or a policy.
final class TheRule {
    private static final Set<Role> COORDINATORS = EnumSet.of(Role.COORDINATOR, Role.HUB_COORDINATOR);
    private static final Set<Role> MARAC_KEEPERS = EnumSet.of(Role.COORDINATOR, Role.CHAIR);
    private static final Set<RecordKind> MARAC_KINDS =
            EnumSet.of(RecordKind.PERSON, RecordKind.CASE, RecordKind.ACTION, RecordKind.OFFER);

    /// What each role needs to be to a record before it opens anything.
    private static final Map<Role, Ground> NEEDS = Map.of(
            Role.COORDINATOR, Ground.NONE,
            Role.CHAIR, Ground.NONE,
            Role.HUB_COORDINATOR, Ground.NONE,
            Role.DATA_PROTECTION_OFFICER, Ground.NONE,
            Role.REPRESENTATIVE, Ground.PARTY,
            Role.IDVA, Ground.PARTY,
            Role.REFERRER, Ground.ASSIGNED,
            Role.SUPPORT_WORKER, Ground.ASSIGNED,
            Role.PERPETRATOR_WORKER, Ground.ASSIGNED);

    private static final Map<Role, Set<Purpose>> PURPOSES = Map.ofEntries(
            Map.entry(Role.COORDINATOR, EnumSet.of(Purpose.MARAC, Purpose.SAFEGUARDING)),
            Map.entry(Role.CHAIR, EnumSet.of(Purpose.MARAC, Purpose.SAFEGUARDING)),
            Map.entry(Role.HUB_COORDINATOR, EnumSet.of(Purpose.HUB, Purpose.SAFEGUARDING)),
            Map.entry(Role.REPRESENTATIVE, EnumSet.of(Purpose.MARAC, Purpose.SAFEGUARDING, Purpose.HUB)),
            Map.entry(Role.REFERRER, EnumSet.of(Purpose.MARAC, Purpose.SAFEGUARDING, Purpose.HUB)),
            Map.entry(Role.IDVA, EnumSet.of(Purpose.SUPPORT, Purpose.MARAC, Purpose.SAFEGUARDING)),
            Map.entry(Role.SUPPORT_WORKER, EnumSet.of(Purpose.SUPPORT, Purpose.SAFEGUARDING)),
            Map.entry(Role.PERPETRATOR_WORKER, EnumSet.of(Purpose.PERPETRATOR)),
            Map.entry(Role.DATA_PROTECTION_OFFICER, EnumSet.of(Purpose.OVERSIGHT)),
            Map.entry(Role.TASKING_MEMBER, EnumSet.of(Purpose.TASKING)),
            Map.entry(Role.ANALYST, EnumSet.of(Purpose.STATISTICS)),
            Map.entry(Role.ADMINISTRATOR, EnumSet.of(Purpose.ADMINISTRATION)));

    private final World world;

    TheRule(World world) {
        this.world = world;
    }

    /// The parts of a record that are open to somebody; none when it does not exist for them.
    Set<Part> parts(Looker looker, File file) {
        Hat hat = looker.hat();
        Set<Part> opens = opens(hat.role(), file.kind);
        if (!acts(looker) || opens.isEmpty() || !hasGround(hat, file) || isForbidden(hat, file)) {
            return Set.of();
        }
        return opens;
    }

    boolean sees(Looker looker, File file) {
        return parts(looker, file).contains(SUMMARY);
    }

    /// Whether somebody acts for an agency at all today.
    static boolean acts(Looker looker) {
        Hat hat = looker.hat();
        return PURPOSES.getOrDefault(hat.role(), Set.of()).contains(looker.purpose())
                && !hat.over()
                && !hat.closed()
                && !hat.agency().closed()
                // A renewal that is a few days late does not blind an agency.
                && EnumSet.of(Agreement.IN_FORCE, Agreement.ENDED_A_WEEK_AGO)
                        .contains(hat.agency().agreement());
    }

    private static Set<Part> opens(Role role, RecordKind kind) {
        boolean marac = MARAC_KINDS.contains(kind);
        return switch (role) {
            case COORDINATOR ->
                marac
                        ? EnumSet.allOf(Part.class)
                        : EnumSet.of(SUMMARY, VICTIM, VICTIM_ADDRESS, CHILDREN, RISK, MINUTES, ACTIONS, SUPPORT);
            case CHAIR ->
                marac
                        ? EnumSet.of(SUMMARY, VICTIM, CHILDREN, PERPETRATOR, THIRD_PARTY, RISK, MINUTES, ACTIONS)
                        : Set.of();
            case REPRESENTATIVE ->
                marac
                        ? EnumSet.of(SUMMARY, VICTIM, VICTIM_ADDRESS, CHILDREN, PERPETRATOR, RISK, MINUTES, ACTIONS)
                        : EnumSet.of(SUMMARY, VICTIM, RISK, MINUTES, ACTIONS, SUPPORT);
            case IDVA -> marac ? EnumSet.complementOf(EnumSet.of(RESEARCH, PERPETRATOR_VIEW)) : Set.of();
            case REFERRER ->
                marac ? EnumSet.of(SUMMARY, VICTIM, CHILDREN, PERPETRATOR, RISK) : EnumSet.of(SUMMARY, VICTIM);
            case SUPPORT_WORKER ->
                marac ? EnumSet.of(SUMMARY, VICTIM, VICTIM_ADDRESS, CHILDREN, RISK, ACTIONS, SUPPORT) : Set.of();
            case PERPETRATOR_WORKER ->
                kind == RecordKind.ACTION || kind == RecordKind.OFFER
                        ? EnumSet.of(SUMMARY, PERPETRATOR_VIEW)
                        : Set.of();
            case HUB_COORDINATOR ->
                switch (kind) {
                    case HUB_CASE -> EnumSet.complementOf(EnumSet.of(PERPETRATOR_VIEW));
                    case ACTION -> EnumSet.of(SUMMARY, ACTIONS);
                    case PERSON, CASE, OFFER -> Set.of();
                };
            case DATA_PROTECTION_OFFICER -> EnumSet.of(SUMMARY);
            case TASKING_MEMBER, ANALYST, ADMINISTRATOR -> Set.of();
        };
    }

    private boolean hasGround(Hat hat, File file) {
        if (hat.role() == Role.PERPETRATOR_WORKER) {
            return isAssigned(hat, file);
        }
        return hasOrdinaryGround(hat, file)
                || onChain(file, one -> one.named, hat.account())
                || onChain(file, one -> one.glass, hat.id());
    }

    private boolean hasOrdinaryGround(Hat hat, File file) {
        boolean party = onChain(file, one -> one.parties, hat.agency().id());
        return switch (needs(hat.role(), file.kind)) {
            // Only the partnership's own officer reviews the partnership.
            case NONE ->
                hat.role() != Role.DATA_PROTECTION_OFFICER
                        || party
                        || hat.agency().kind().equals("PARTNERSHIP");
            case PARTY -> party;
            case ASSIGNED -> file.chain().stream().anyMatch(one -> isAssigned(hat, one));
        };
    }

    /// A coordinator of the MARAC has no word about the hub's cases, nor one of the hub about actions, before these are
    /// assigned to them.
    private static Ground needs(Role role, RecordKind kind) {
        boolean foreign = (role == Role.COORDINATOR && kind == RecordKind.HUB_CASE)
                || (role == Role.HUB_COORDINATOR && kind == RecordKind.ACTION);
        return foreign ? Ground.ASSIGNED : NEEDS.getOrDefault(role, Ground.ASSIGNED);
    }

    private boolean isAssigned(Hat hat, File file) {
        var hands = new HashSet<UUID>(Set.of(hat.account()));
        hands.addAll(world.absentColleaguesOf(hat));
        return file.assigned.stream().anyMatch(hands::contains);
    }

    private boolean isForbidden(Hat hat, File file) {
        var deciders = new HashSet<File>(file.chain());
        file.chain().forEach(one -> deciders.addAll(one.about));
        // What keeps somebody from one record of a person keeps them from all.
        List.copyOf(deciders).forEach(one -> deciders.addAll(world.samePerson(one)));
        boolean glass = hat.role() != Role.PERPETRATOR_WORKER && onChain(file, one -> one.glass, hat.id());
        boolean named = onChain(file, one -> one.named, hat.account());
        for (File decider : deciders) {
            boolean namedForIt = named || onChain(decider, one -> one.named, hat.account());
            if (decider.barred.contains(hat.account())
                    || (works(hat.account(), decider.barredAgencies) && !namedForIt)
                    || (decider.restricted && !namedForIt && !glass)) {
                return true;
            }
        }
        return ((isEmbargoed(file) && !COORDINATORS.contains(hat.role())) || isOfTheHubAlone(hat, file))
                && !named
                && !glass
                && file.chain().stream().noneMatch(one -> isAssigned(hat, one));
    }

    /// What is done for a resident of the hub is none of the MARAC's before the case is assigned to those who keep it.
    private static boolean isOfTheHubAlone(Hat hat, File file) {
        return MARAC_KEEPERS.contains(hat.role())
                && file.kind == RecordKind.ACTION
                && file.within != null
                && file.within.kind == RecordKind.HUB_CASE;
    }

    private static boolean isEmbargoed(File file) {
        return file.chain().stream().anyMatch(one -> one.embargo == File.Embargo.NOW);
    }

    /// Whether somebody works for one of some agencies, whichever of their hats they wear now.
    private boolean works(UUID account, Set<UUID> agencies) {
        return world.hatsOf(account).stream()
                .anyMatch(hat -> !hat.over() && agencies.contains(hat.agency().id()));
    }

    private static boolean onChain(File file, Function<File, Collection<UUID>> list, UUID who) {
        return file.chain().stream().anyMatch(one -> list.apply(one).contains(who));
    }

    private enum Ground {
        NONE,
        PARTY,
        ASSIGNED
    }
}
