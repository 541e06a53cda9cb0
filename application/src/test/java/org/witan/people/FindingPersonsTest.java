package org.witan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.FindingPersons.Hit;

/// Finding a person by whatever somebody knows, and not finding whom they may not see.
class FindingPersonsTest extends RunningApplication {
    @Autowired
    private Receiving receiving;

    @Autowired
    private FindingPersons finding;

    private Neighbourhood here;

    @BeforeEach
    void invent() {
        here = new Neighbourhood(partnership(), receiving);
    }

    @Test
    void aPersonIsFoundByAnyPartOfWhatIsKnown() {
        UUID record = here.give(
                here.officer,
                here.person(Standing.VICTIM, "Katherine", "1990-02-03")
                        .with(new Stated(Stated.Kind.PHONE, here.phone))
                        .with(new Stated(Stated.Kind.EMAIL, here.family + "@example.org"))
                        .with(new Alias(Alias.Kind.PREVIOUS, new Name("", "Ex" + here.family)))
                        .with(new Alias(Alias.Kind.ALIAS, new Name("Zozó" + here.family, ""))));
        String family = here.family;
        for (String typed : List.of(
                family,
                family.toUpperCase(java.util.Locale.UK),
                "katherine " + family,
                family + ", Katherine",
                "kate " + family,
                "kathryn " + family,
                "k " + family,
                family.substring(0, 7),
                family.substring(2, 10),
                family.substring(0, 5) + family.substring(6),
                family.substring(0, 5) + "x" + family.substring(5),
                "ex" + family,
                "zozo" + family,
                family + " 3/2/90",
                family + " 2/3/1990",
                family + " 1990",
                "kate feb 1990 " + family,
                "katherine " + here.postcode,
                family + " " + here.postcode.split(" ", 2)[0],
                "1 invented street " + family,
                "1 invented st " + family,
                here.phone,
                here.phone.replace(" ", ""),
                "+44" + here.phone.replace(" ", "").substring(1),
                here.phone.replace(" ", "").substring(5) + " " + family,
                family + "@example.org",
                partnership()
                        .asked("select reference from access.record where id = ?", record)
                        .getFirst())) {
            // Whoever else sounds alike by chance may follow.
            assertThat(found(here.coordinator, typed)).as(typed).startsWith(record);
        }
        assertThat(found(here.coordinator, family + " 4/5/1971 kate"))
                .as("all but one")
                .startsWith(record);
        assertThat(finding.find(here.coordinator, family + " 4/5/1971 kate").inPart())
                .isTrue();
        assertThat(found(here.coordinator, "no" + family.substring(6) + "body")).isEmpty();
    }

    @Test
    void theLikestComesFirst() {
        UUID like = here.give(here.officer, GivenPerson.of(Standing.VICTIM, new Name("Jonathan", here.family), ""));
        UUID same = here.give(here.officer, GivenPerson.of(Standing.CHILD, new Name("Jon", here.family), ""));
        assertThat(found(here.coordinator, "jon " + here.family)).containsExactly(same, like);
    }

    @Test
    void whoMayNotBeSeenIsNotFoundAndChangesNothing() {
        UUID ours = here.give(here.officer, here.person(Standing.VICTIM, "Amira", "1990-02-01"));
        var before = finding.find(here.officer, here.family);
        UUID theirs = here.give(here.nurse, here.person(Standing.CHILD, "Borna", "2015-05-05"));
        assertThat(finding.find(here.officer, here.family)).isEqualTo(before);
        assertThat(found(here.officer, here.family)).containsExactly(ours);
        assertThat(found(here.nurse, here.family)).containsExactly(theirs);
        assertThat(found(here.coordinator, here.family)).containsExactly(ours, theirs);
        here.bar(theirs, here.coordinator);
        assertThat(found(here.coordinator, here.family)).containsExactly(ours);
        var analyst = partnership().viewer(here.coordinator.agency(), Role.ANALYST, Purpose.STATISTICS);
        var officer = partnership().viewer(here.coordinator.agency(), Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        assertThat(found(analyst, here.family)).isEmpty();
        assertThat(found(officer, here.family)).isEmpty();
    }

    @Test
    void anAgencyThatComesToTakePartFindsIt() {
        UUID record = here.give(here.officer, here.victim());
        assertThat(found(here.nurse, here.family)).isEmpty();
        here.partnership.run(
                "insert into access.party (record_id, agency_id, from_at) values (?, ?, now())",
                record,
                here.nurse.agency());
        assertThat(found(here.nurse, here.family)).containsExactly(record);
        here.partnership.run(
                "update access.party set until_at = now() where record_id = ? and agency_id = ?",
                record,
                here.nurse.agency());
        assertThat(found(here.nurse, here.family)).isEmpty();
    }

    @Test
    void whereAVictimLivesIsNotFoundOutByAsking() {
        UUID record = here.give(here.officer, here.victim());
        var chair = here.partnership.viewer(here.coordinator.agency(), Role.CHAIR, Purpose.MARAC);
        var referrer = here.partnership.viewer(here.officer.agency(), Role.REFERRER, Purpose.MARAC);
        here.partnership.run(
                "insert into access.assignment (record_id, account_id, from_at) values (?, ?, now())",
                record,
                referrer.account());
        for (Viewer viewer : List.of(chair, referrer)) {
            assertThat(found(viewer, here.family)).startsWith(record);
            assertThat(finding.find(viewer, here.family + " " + here.postcode).inPart())
                    .as("the same answer as for a postcode of nobody")
                    .isEqualTo(finding.find(viewer, here.family + " QQ1 1QQ").inPart())
                    .isTrue();
            assertThat(found(viewer, here.postcode)).isEmpty();
        }
        assertThat(found(here.coordinator, here.postcode)).containsExactly(record);
    }

    @Test
    void recordsOfOnePersonStandTogether() {
        UUID one = here.give(here.nurse, here.victim());
        UUID other = here.give(here.officer, here.victim());
        assertThat(here.together(one, other)).isTrue();
        assertThat(finding.find(here.coordinator, "amira " + here.family).persons())
                .as("who sounds alike by chance comes after")
                .first()
                .satisfies(hits -> assertThat(hits.stream().map(Hit::record)).containsExactlyInAnyOrder(one, other));
        assertThat(found(here.officer, "amira " + here.family))
                .startsWith(other)
                .doesNotContain(one);
    }

    @Test
    void theTrailSaysWhatWasSearchedForAndWhoWasShown() {
        UUID record = here.give(here.officer, here.victim());
        finding.find(here.officer, here.family);
        assertThat(here.partnership.trailOf(here.officer)).last().satisfies(row -> {
            assertThat(row).containsEntry("deed", "SEARCH").containsEntry("outcome", "DONE");
            assertThat(row.get("records")).isEqualTo(List.of(record));
        });
    }

    private List<UUID> found(Viewer viewer, String typed) {
        return finding.find(viewer, typed).persons().stream()
                .flatMap(List::stream)
                .map(Hit::record)
                .toList();
    }
}
