package org.witan.marac.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.marac.protection.KeepingOrders;
import org.witan.marac.protection.OrderStep;
import org.witan.marac.protection.OrderTerm;
import org.witan.marac.protection.OrderTerms;
import org.witan.marac.protection.OrderType;

/// A page does not say that an order binds somebody who was never given it.
class OrderStateTest extends RunningApplication {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Autowired
    private OrderPages pages;

    @Autowired
    private KeepingOrders keeping;

    private String state(String type, @Nullable LocalDate served, int until) {
        OrderType found = keeping
                .types(partnership().viewer(partnership().agency("POLICE"), Role.REPRESENTATIVE, Purpose.MARAC))
                .stream()
                .filter(one -> one.code().equals(type))
                .findFirst()
                .orElseThrow();
        var terms = new OrderTerms(found, "", null, served, TODAY.minusDays(9), TODAY.plusDays(until), "");
        var term = new OrderTerm(1, OrderStep.WRITTEN, terms, null, "", "Invented Force", Instant.EPOCH, null);
        return pages.state(term, TODAY, 28);
    }

    @Test
    void anOrderThatBindsFromItsServiceIsNotInForceUntilItIsKnownToBeServed() {
        assertThat(state("NON_MOLESTATION", null, 100)).startsWith("Not known to be served");
        assertThat(state("NON_MOLESTATION", null, 5))
                .startsWith("Not known to be served")
                .contains("Is it renewed?");
        assertThat(state("NON_MOLESTATION", TODAY.plusDays(1), 100)).startsWith("Not known to be served");
        assertThat(state("NON_MOLESTATION", TODAY, 100)).startsWith("In force");
        assertThat(state("RESTRAINING", null, 100)).startsWith("In force");
    }
}
