package org.witan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.people.Standing;

/// Whoever offers is shown those who give what she looks for, and those of whom nobody said what they give.
class GiversTest extends AFamily {
    @Autowired
    private KeepingGivers givers;

    @Test
    void onlyThoseWhoGiveAKindAreShownForIt() throws Exception {
        UUID whole = family("YES");
        String home = "/support/new/" + whole + "/" + person(whole, Standing.VICTIM) + "?kind=HOME_SAFETY";
        String room = home.replace("HOME_SAFETY", "REFUGE");
        as(idva);
        assertThat(get(home).body())
                .contains(locks.agency().toString(), refuge.agency().toString());
        givers.say(coordinator, UUID.randomUUID(), refuge.agency(), EnumSet.of(OfferKind.REFUGE));
        assertThat(get(home).body())
                .contains(locks.agency().toString())
                .doesNotContain(refuge.agency().toString());
        assertThat(get(room).body())
                .contains(locks.agency().toString(), refuge.agency().toString());
        givers.say(coordinator, UUID.randomUUID(), locks.agency(), EnumSet.of(OfferKind.HOME_SAFETY));
        assertThat(get(room).body())
                .doesNotContain(locks.agency().toString())
                .contains(refuge.agency().toString());
    }

    @Test
    void whatAnAgencyGivesIsKeptByTheCoordinatorOnItsPage() throws Exception {
        String path = "/support/givers/" + locks.agency();
        as(coordinator);
        assertThat(get("/support/givers").body()).contains(path, "Nothing was said: it is shown for every kind");
        String id = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            assertThat(post(path, "id", id, "kinds", "HOME_SAFETY", "kinds", "MANAGED_MOVE", "kinds", "NONSENSE")
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(givers.open(coordinator, locks.agency()).all().getFirst().gives())
                .containsExactly(OfferKind.HOME_SAFETY, OfferKind.MANAGED_MOVE);
        assertThat(partnership().count("select count(*) from support.gives where agency_id = ?", locks.agency()))
                .isOne();
        assertThat(get(path).body()).containsPattern("value=\"HOME_SAFETY\"[^>]*checked");
        assertThat(post("/support/givers/" + police.agency(), "id", id).statusCode())
                .as("an agency that gives no support")
                .isEqualTo(404);
        as(idva);
        assertThat(post(path, "id", UUID.randomUUID().toString()).statusCode()).isIn(403, 404);
        assertThatThrownBy(() -> givers.say(idva, UUID.randomUUID(), locks.agency(), Set.of()))
                .isInstanceOf(Absent.class);
    }
}
