package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.Standing;

/// Managed moves: a landlord learns no name and no area before a property is taken, and is owed one after it.
class MovesTest extends AFamily {
    @Autowired
    private Moving moving;

    private Viewer landlord;
    private UUID offer;

    @BeforeEach
    void aLandlordIsAsked() {
        landlord = viewer("HOUSING_ASSOCIATION", Role.SUPPORT_WORKER, Purpose.SUPPORT);
        UUID whole = family("YES");
        offer = offered(whole, Standing.VICTIM, OfferKind.MANAGED_MOVE, landlord);
    }

    private static Property property(String postcode, String ward) {
        return new Property(UUID.randomUUID(), postcode, ward, 2, "", null);
    }

    @Test
    void aManagedMoveIntoThePerpetratorsWard() throws Exception {
        as(landlord);
        assertThat(get("/support/offers/" + offer).body()).doesNotContain("Ottilie", "07700");
        assertThat(get("/support/offers/" + offer + "/move").body())
                .contains("2 bedrooms")
                .doesNotContain("Invented Ward", "ZZ12", "Areas to avoid");
        // Where the alleged perpetrator lives, what she said herself, and a ward by its name.
        for (var near :
                List.of(property("ZZ16 6AA", ""), property("ZZ12 9AA", ""), property("ZZ99 9AA", "invented ward"))) {
            var answer = post(
                    "/support/offers/" + offer + "/property",
                    "id",
                    near.id().toString(),
                    "postcode",
                    near.postcode(),
                    "ward",
                    near.ward(),
                    "bedrooms",
                    "2",
                    "words",
                    "Invented: a garden");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("This property cannot be offered for this request", "Invented: a garden")
                    .doesNotContain("perpetrator", "Wolf", "avoid");
        }
        assertThat(moving.open(idva, offer).properties()).isEmpty();
        assertThat(moving.propose(landlord, offer, property("ZZ99 9AA", ""))).isTrue();
    }

    @Test
    void aWardIsCaughtByItsCodeHoweverItIsSpelledAndWhatIsNotKnownIsSaid() throws Exception {
        as(coordinator);
        var broken = post("/support/wards/load", "file", "Postcode,Ward\nZZ16 6ZZ,somewhere");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("No line has a postcode and the code of a ward", "somewhere");
        String file = """
                pcds,ward24cd,ward24nm
                ZZ16 6ZZ,E05999901,Far Side
                ZZ77 1AA,E05999901,Far Side
                ZZ66 1AA,E05999902,Invented Ward
                ZZ55 1AA,E05999903,Quiet Green
                """;
        assertThat(post("/support/wards/load", "file", file).statusCode()).isEqualTo(302);
        assertThat(get("/support/wards").body()).contains("Far Side (E05999901): 2 postcodes");
        assertThat(moving.propose(landlord, offer, property("ZZ77 1AA", "")))
                .as("the ward of the alleged perpetrator, in another sector")
                .isFalse();
        assertThat(moving.propose(landlord, offer, property("zz661aa", "")))
                .as("a ward to avoid, which the landlord does not name")
                .isFalse();
        assertThat(moving.propose(landlord, offer, property("ZZ99 9AA", "  the INVENTD ward")))
                .as("a ward to avoid, spelled in another way")
                .isFalse();
        assertThat(moving.propose(landlord, offer, property("ZZ55 1AA", ""))).isTrue();
        as(idva);
        assertThat(get("/support/offers/" + offer + "/move").body()).doesNotContain("could not be checked");
        UUID other = offered(family("YES"), Standing.VICTIM, OfferKind.MANAGED_MOVE, landlord);
        assertThat(moving.propose(landlord, other, property("ZZ99 9AA", ""))).isTrue();
        assertThat(get("/support/offers/" + other + "/move").body())
                .contains("It could not be checked in which ward this property lies");
        assertThat(get("/support/offers/" + other + "/property/answer").body()).contains("Ask her before she takes it");
        as(landlord);
        assertThat(get("/support/offers/" + other + "/move").body()).doesNotContain("could not be checked");
        assertThat(post("/support/wards/load", "file", file).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverTriesManyPropertiesToFindOutIsStopped() {
        for (int at = 0; at < 5; at++) {
            assertThat(moving.propose(landlord, offer, property("ZZ16 6AA", "")))
                    .isFalse();
        }
        assertThatThrownBy(() -> moving.propose(landlord, offer, property("ZZ99 9AA", "")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void oneOfferIsMadeAndWhenItIsTakenTheLandlordIsToldWhoItIsAndIsOwedAProperty() {
        assertThat(listing.open(landlord, offer).told()).isEmpty();
        moving.propose(landlord, offer, property("ZZ98 1AA", ""));
        assertThatThrownBy(() -> moving.propose(landlord, offer, property("ZZ97 1AA", "")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> moving.answer(landlord, offer, Property.Answer.TAKEN))
                .isInstanceOf(Absent.class);
        moving.answer(idva, offer, Property.Answer.NOT_SAFE);
        assertThat(moving.propose(landlord, offer, property("ZZ97 1AA", ""))).isTrue();
        moving.answer(idva, offer, Property.Answer.TAKEN);
        assertThat(listing.open(landlord, offer).told().orElseThrow().name()).startsWith("Ottilie");
        assertThat(moving.ledger(landlord, Verb.LIST)).hasSize(1);
        assertThat(moving.ledger(refuge, Verb.LIST)).isEmpty();
        assertThat(moving.ledger(landlord, Verb.LIST).getFirst().properties()).isEqualTo(1);
    }

    @Test
    void aRequestWithANameIsRefusedAndKept() throws Exception {
        UUID whole = family("YES");
        as(idva);
        var answer = post(
                "/support/new/" + whole + "/" + person(whole, Standing.VICTIM),
                "id",
                UUID.randomUUID().toString(),
                "kind",
                "MANAGED_MOVE",
                "provider",
                landlord.agency().toString(),
                "consent",
                "YES",
                "reach",
                "DIRECT",
                "bedrooms",
                "2",
                "needs",
                "Ottilie needs two rooms");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("A landlord is asked without a name", "Ottilie needs two rooms");
    }

    @Test
    void anAddressThatHeSharesWithHerIsComparedByItsWard() throws Exception {
        as(coordinator);
        assertThat(post("/support/wards/load", "file", """
                pcds,ward24cd,ward24nm
                ZZ12 3ZZ,E05999904,Shared Side
                ZZ88 1AA,E05999904,Shared Side
                ZZ55 1AA,E05999903,Quiet Green
                """).statusCode()).isEqualTo(302);
        UUID whole = family("YES", "Ottilie", "3/4/1988", "07700 900321", "7 Invented Row", "ZZ12 3ZZ");
        UUID shared = offered(whole, Standing.VICTIM, OfferKind.MANAGED_MOVE, landlord);
        assertThat(moving.propose(landlord, shared, property("ZZ88 1AA", ""))).isFalse();
        assertThat(moving.propose(landlord, shared, property("ZZ55 1AA", ""))).isTrue();
        as(idva);
        String checked = "It could not be checked by ward against where an alleged perpetrator lives";
        assertThat(get("/support/offers/" + shared + "/move").body()).doesNotContain(checked);
        partnership().run("""
                        insert into people.address (id, record_id, part, lines, town, postcode, protected)
                        values (?, ?, 'PERPETRATOR', '9 Invented Lane', '', 'ZZ01 1AA', false)
                        """, UUID.randomUUID(), person(whole, Standing.PERPETRATOR));
        assertThat(get("/support/offers/" + shared + "/move").body())
                .as("one address in a ward does not answer for another that is in none")
                .contains(checked);
    }
}
