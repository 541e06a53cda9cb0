package org.witan.everypath;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.everypath.Looker.Agency;
import org.witan.everypath.Looker.Agreement;
import org.witan.everypath.Looker.Hat;
import org.witan.shared.Identity;

/// An invented partnership in which every ground and every obstacle of the rule occurs: alone, and with others.
///
/// The facts are kept here for [TheRule] and written to the database by [Writing]. One long
/// constructor, so that a reader has the whole partnership before them.
final class World {
    private static final Map<ApplicationContext, World> WORLDS = new HashMap<>();
    final String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    final List<File> files = new ArrayList<>();
    final List<Looker> lookers = new ArrayList<>();
    final List<Hat> hats = new ArrayList<>();
    private final List<UUID[]> absences = new ArrayList<>();
    private final Writing writing;

    /// The partnership of a running application: made once, because nothing that a test does changes its facts.
    static synchronized World of(ApplicationContext application) {
        return WORLDS.computeIfAbsent(application, World::new);
    }

    private World(ApplicationContext application) {
        this.writing = new Writing(application);
        Agency team = agency("PARTNERSHIP", Agreement.IN_FORCE, false);
        Agency police = agency("POLICE", Agreement.IN_FORCE, false);
        Agency health = agency("HOSPITAL", Agreement.IN_FORCE, false);
        Agency victims = agency("VICTIM_SERVICE", Agreement.IN_FORCE, false);
        Agency programme = agency("PERPETRATOR_SERVICE", Agreement.IN_FORCE, false);
        Agency late = agency("HOUSING_ASSOCIATION", Agreement.ENDED_A_WEEK_AGO, false);
        Agency expired = agency("EDUCATION", Agreement.ENDED_A_YEAR_AGO, false);
        Agency withdrawn = agency("CHARITY", Agreement.WITHDRAWN, false);
        Agency unsigned = agency("FIRE", Agreement.NOT_YET_SIGNED, false);
        Agency closed = agency("PROBATION", Agreement.IN_FORCE, true);
        var agencies = List.of(police, victims, late, expired, withdrawn, unsigned, closed);

        var coordinator = looker("coordinator", team, Role.COORDINATOR, Purpose.MARAC);
        var barredCoordinator = looker("coordinator who is barred", team, Role.COORDINATOR, Purpose.SAFEGUARDING);
        var chair = looker("chair", team, Role.CHAIR, Purpose.MARAC);
        var hubCoordinator = looker("hub coordinator", team, Role.HUB_COORDINATOR, Purpose.HUB);
        looker("hub coordinator to whom nothing is assigned", team, Role.HUB_COORDINATOR, Purpose.HUB);
        looker("data protection officer of the partnership", team, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        looker("data protection officer of the police", police, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        looker("administrator", team, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        looker("analyst", team, Role.ANALYST, Purpose.STATISTICS);
        looker("tasking member", police, Role.TASKING_MEMBER, Purpose.TASKING);
        looker("representative of a party", police, Role.REPRESENTATIVE, Purpose.MARAC);
        var named = looker("representative who is named", police, Role.REPRESENTATIVE, Purpose.MARAC);
        var doctor = looker("representative of no party", health, Role.REPRESENTATIVE, Purpose.MARAC);
        var lead = lead("representative who broke the glass", health, Role.REPRESENTATIVE, Purpose.SAFEGUARDING);
        var policeLead = lead("lead of an agency with an employee case", police, Role.REPRESENTATIVE, Purpose.MARAC);
        looker("representative for another purpose", police, Role.REPRESENTATIVE, Purpose.HUB);
        looker("representative with a purpose that is not theirs", police, Role.REPRESENTATIVE, Purpose.STATISTICS);
        looker("representative, agreement a week late", late, Role.REPRESENTATIVE, Purpose.MARAC);
        looker("representative, agreement long expired", expired, Role.REPRESENTATIVE, Purpose.MARAC);
        looker("representative, agreement withdrawn", withdrawn, Role.REPRESENTATIVE, Purpose.MARAC);
        looker("representative, agreement not yet signed", unsigned, Role.REPRESENTATIVE, Purpose.MARAC);
        looker("representative of a closed agency", closed, Role.REPRESENTATIVE, Purpose.MARAC);
        looker("coordinator, agreement long expired", expired, Role.COORDINATOR, Purpose.MARAC);
        looker("officer, agreement long expired", expired, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        hat("representative whose membership ended", account(false), police, Role.REPRESENTATIVE, true, false);
        hat("representative whose account is closed", account(true), police, Role.REPRESENTATIVE, false, true);
        var idva = looker("IDVA of a party", victims, Role.IDVA, Purpose.SUPPORT);
        var assignedIdva = looker("IDVA who is assigned", victims, Role.IDVA, Purpose.SUPPORT);
        var referrer = looker("referrer", police, Role.REFERRER, Purpose.MARAC);
        looker("another referrer", police, Role.REFERRER, Purpose.MARAC);
        var support = looker("support worker", victims, Role.SUPPORT_WORKER, Purpose.SUPPORT);
        var deputy = looker("deputy of the support worker", victims, Role.SUPPORT_WORKER, Purpose.SUPPORT);
        var elsewhere = looker("deputy in another agency", health, Role.SUPPORT_WORKER, Purpose.SUPPORT);
        var worker = looker("perpetrator worker", programme, Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        var otherWorker =
                looker("deputy of the perpetrator worker", programme, Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        var namedWorker =
                looker("perpetrator worker who is named", programme, Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        // One person with two memberships, barred as a person.
        var barred = looker("representative who is barred", police, Role.REPRESENTATIVE, Purpose.MARAC);
        hat("the same person as chair", barred.hat().account(), team, Role.CHAIR, false, false);
        // One person with two memberships, one of them in an agency with an employee case.
        var double1 = looker("coordinator who also works for the police", team, Role.COORDINATOR, Purpose.MARAC);
        hat("the same person for the police", double1.hat().account(), police, Role.REPRESENTATIVE, false, false);
        absent(support, deputy);
        absent(support, elsewhere);
        absent(worker, otherWorker);

        var victim = file("victim", RecordKind.PERSON, null, file -> file.parties.add(police.id()));
        var alleged = file("alleged perpetrator", RecordKind.PERSON, null, file -> {});
        var guarded = file("restricted person", RecordKind.PERSON, null, file -> {
            file.restricted = true;
            file.named.add(named.hat().account());
        });
        var relative = file("relative of the barred", RecordKind.PERSON, null, file -> {
            file.parties.addAll(List.of(police.id(), victims.id()));
            file.barred.addAll(List.of(idva.hat().account(), barred.hat().account()));
        });
        var plain = file("case of police and IDVAs", RecordKind.CASE, null, file -> {
            agencies.forEach(agency -> file.parties.add(agency.id()));
            file.about.addAll(List.of(victim, alleged));
            file.assigned.add(referrer.hat().account());
            file.named.add(namedWorker.hat().account());
        });
        file(
                "action for the perpetrator worker",
                RecordKind.ACTION,
                plain,
                file -> file.assigned.add(worker.hat().account()));
        file("action about the relative", RecordKind.ACTION, plain, file -> {
            file.about.add(relative);
            file.assigned.add(worker.hat().account());
        });
        file(
                "offer of support",
                RecordKind.OFFER,
                plain,
                file -> file.assigned.add(support.hat().account()));
        file("case of nobody else", RecordKind.CASE, null, file -> {});
        file("case of health", RecordKind.CASE, null, file -> {
            file.parties.add(health.id());
            file.about.add(victim);
        });
        var closedCase = file("restricted case", RecordKind.CASE, null, file -> {
            file.restricted = true;
            file.parties.addAll(List.of(police.id(), victims.id()));
            file.named.addAll(List.of(
                    coordinator.hat().account(),
                    named.hat().account(),
                    idva.hat().account()));
            file.glass.add(lead.hat().id());
        });
        file(
                "action in the restricted case",
                RecordKind.ACTION,
                closedCase,
                file -> file.assigned.addAll(
                        List.of(worker.hat().account(), support.hat().account())));
        file("action in it, worker named", RecordKind.ACTION, closedCase, file -> {
            file.assigned.add(worker.hat().account());
            file.named.add(worker.hat().account());
        });
        file("case with barriers", RecordKind.CASE, null, file -> {
            file.parties.add(police.id());
            file.assigned.add(referrer.hat().account());
            file.named.add(barred.hat().account());
            file.barred.addAll(List.of(
                    barredCoordinator.hat().account(),
                    barred.hat().account(),
                    policeLead.hat().account()));
            file.glass.add(policeLead.hat().id());
        });
        var employee = file("employee case of the police", RecordKind.CASE, null, file -> {
            file.parties.addAll(List.of(police.id(), victims.id()));
            file.barredAgencies.add(police.id());
            file.named.add(named.hat().account());
            file.assigned.add(referrer.hat().account());
            file.glass.add(policeLead.hat().id());
        });
        file(
                "action in the employee case",
                RecordKind.ACTION,
                employee,
                file -> file.assigned.add(support.hat().account()));
        var embargoed = file("embargoed case", RecordKind.CASE, null, file -> {
            file.parties.addAll(List.of(police.id(), victims.id()));
            file.embargo = File.Embargo.NOW;
            file.assigned.add(assignedIdva.hat().account());
            file.named.add(named.hat().account());
            file.glass.add(lead.hat().id());
        });
        file(
                "action in the embargoed case",
                RecordKind.ACTION,
                embargoed,
                file -> file.assigned.addAll(
                        List.of(worker.hat().account(), support.hat().account())));
        file("case whose embargo is over", RecordKind.CASE, null, file -> {
            file.parties.add(police.id());
            file.embargo = File.Embargo.PAST;
        });
        file("case whose embargo ended early", RecordKind.CASE, null, file -> {
            file.parties.add(police.id());
            file.embargo = File.Embargo.ENDED_EARLY;
        });
        file("case about the restricted person", RecordKind.CASE, null, file -> {
            file.parties.addAll(List.of(police.id(), health.id()));
            file.about.add(guarded);
            file.named.add(doctor.hat().account());
            file.glass.add(lead.hat().id());
        });
        var relatives = file("case about the relative", RecordKind.CASE, null, file -> {
            file.parties.addAll(List.of(police.id(), victims.id()));
            file.about.add(relative);
        });
        file(
                "action in that case",
                RecordKind.ACTION,
                relatives,
                file -> file.assigned.add(worker.hat().account()));
        file("case after everything ended", RecordKind.CASE, null, file -> {
            file.pastParties.add(police.id());
            file.pastAssigned.addAll(
                    List.of(referrer.hat().account(), support.hat().account()));
            file.pastNamed.add(doctor.hat().account());
            file.spentGlass.add(lead.hat().id());
        });
        file(
                "case whose glass was found unjustified",
                RecordKind.CASE,
                null,
                file -> file.rejectedGlass.add(lead.hat().id()));
        file("case without its former obstacles", RecordKind.CASE, null, file -> {
            file.parties.add(police.id());
            file.pastBarred.add(barred.hat().account());
            file.wasRestricted = true;
        });
        var linked = file(
                "linked person",
                RecordKind.PERSON,
                null,
                file -> file.parties.addAll(List.of(police.id(), victims.id())));
        file("the linked person as health gave them, with a barrier", RecordKind.PERSON, null, file -> {
            file.same = linked;
            file.parties.add(health.id());
            file.barred.addAll(
                    List.of(idva.hat().account(), barredCoordinator.hat().account()));
        });
        file("the linked person, who works for the police", RecordKind.PERSON, null, file -> {
            file.same = linked;
            file.barredAgencies.add(police.id());
            file.named.add(named.hat().account());
        });
        var aboutLinked = file("case about the linked person", RecordKind.CASE, null, file -> {
            file.parties.addAll(List.of(police.id(), victims.id(), health.id()));
            file.about.add(linked);
        });
        file(
                "action in the case about the linked person",
                RecordKind.ACTION,
                aboutLinked,
                file -> file.assigned.add(support.hat().account()));
        var hiding = file("linked person who is restricted", RecordKind.PERSON, null, file -> {
            file.restricted = true;
            file.parties.add(police.id());
            file.named.add(named.hat().account());
        });
        var unknowing = file("the restricted person as victims' service gave them", RecordKind.PERSON, null, file -> {
            file.same = hiding;
            file.parties.add(victims.id());
            file.named.add(assignedIdva.hat().account());
        });
        file("case about the restricted person's other record", RecordKind.CASE, null, file -> {
            file.parties.addAll(List.of(police.id(), victims.id()));
            file.about.add(unknowing);
            file.glass.add(policeLead.hat().id());
        });
        var hubCase = file("hub case", RecordKind.HUB_CASE, null, file -> {
            file.parties.add(police.id());
            file.assigned.addAll(
                    List.of(referrer.hat().account(), hubCoordinator.hat().account()));
        });
        file("action in the hub case", RecordKind.ACTION, hubCase, file -> {});
        var steppedUp = file("hub case that was stepped up", RecordKind.HUB_CASE, null, file -> {
            file.parties.add(police.id());
            file.about.add(victim);
            file.assigned.addAll(
                    List.of(hubCoordinator.hat().account(), coordinator.hat().account()));
        });
        file("action in the hub case that was stepped up", RecordKind.ACTION, steppedUp, file -> {});
        var restrictedHubCase = file("restricted hub case", RecordKind.HUB_CASE, null, file -> {
            file.parties.add(police.id());
            file.restricted = true;
            file.named.add(chair.hat().account());
        });
        file("action in the restricted hub case", RecordKind.ACTION, restrictedHubCase, file -> {});
        writing.write(this);
    }

    List<UUID> absentColleaguesOf(Hat hat) {
        return absences.stream()
                .filter(absence -> absence[1].equals(hat.account()))
                .map(absence -> absence[0])
                .filter(absent -> hats.stream()
                        .anyMatch(other -> other.account().equals(absent)
                                && other.agency().equals(hat.agency())
                                && other.role() == hat.role()
                                && !other.over()))
                .toList();
    }

    /// All records of the person of a record.
    List<File> samePerson(File file) {
        File first = file.same == null ? file : file.same;
        return files.stream()
                .filter(one -> one.equals(first) || first.equals(one.same))
                .toList();
    }

    List<UUID[]> absences() {
        return absences;
    }

    List<Hat> hatsOf(UUID account) {
        return hats.stream().filter(hat -> hat.account().equals(account)).toList();
    }

    private Agency agency(String kind, Agreement agreement, boolean closed) {
        var agency = new Agency(newId(), kind, agreement, closed);
        writing.agency(agency);
        return agency;
    }

    private UUID account(boolean closed) {
        UUID id = newId();
        writing.account(id, closed);
        return id;
    }

    private Looker looker(String label, Agency agency, Role role, Purpose purpose) {
        return add(label, new Hat(newId(), account(false), agency, role, false, false, false), purpose);
    }

    private Looker lead(String label, Agency agency, Role role, Purpose purpose) {
        return add(label, new Hat(newId(), account(false), agency, role, false, false, true), purpose);
    }

    private void hat(String label, UUID account, Agency agency, Role role, boolean over, boolean closed) {
        add(label, new Hat(newId(), account, agency, role, over, closed, false), Purpose.MARAC);
    }

    private Looker add(String label, Hat hat, Purpose purpose) {
        var looker = new Looker(label, hat, purpose);
        hats.add(hat);
        lookers.add(looker);
        writing.hat(hat);
        return looker;
    }

    private void absent(Looker who, Looker deputy) {
        absences.add(new UUID[] {who.hat().account(), deputy.hat().account()});
    }

    private File file(String label, RecordKind kind, @Nullable File within, Consumer<File> facts) {
        int number = files.size();
        var file = new File(
                label,
                newId(),
                kind,
                "TEST-%s-%02d".formatted(word.toUpperCase(Locale.ROOT), number),
                "mk%sn%02d".formatted(word.substring(1), number),
                within);
        facts.accept(file);
        files.add(file);
        return file;
    }

    static UUID newId() {
        return Identity.at(Instant.now());
    }
}
