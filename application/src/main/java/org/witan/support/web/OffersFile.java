package org.witan.support.web;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.witan.site.file.Sheet;
import org.witan.support.Offer;

/// Offers as a file that a spreadsheet opens, with what its reader must know above. It names nobody.
@Component
class OffersFile {
    private static final List<String> COLUMNS =
            List.of("reference", "what", "provider", "asked", "state", "reason", "waited", "sessions", "came", "cost");
    private final OfferWords offers;
    private final SupportFile file;

    OffersFile(OfferWords offers, SupportFile file) {
        this.offers = offers;
        this.file = file;
    }

    ResponseEntity<byte[]> of(List<Offer> all) {
        return file.of(
                "support", "support.file", COLUMNS, all.stream().map(this::row).toList());
    }

    private List<Sheet.Cell> row(Offer offer) {
        return List.of(
                Sheet.words(offer.reference()),
                Sheet.words(offers.what(offer)),
                Sheet.words(offer.providerName()),
                Sheet.words(offer.askedOn().toString()),
                Sheet.words(offers.state(offer)),
                Sheet.words(offer.now().reason()),
                Sheet.number((double) offer.waited(offers.today())),
                Sheet.number((double) offer.sessions(false)),
                Sheet.number((double) offer.sessions(true)),
                cost(offer));
    }

    /// What it cost in pounds; empty where nobody wrote it down.
    static Sheet.Cell cost(Offer offer) {
        Integer pence = offer.pence();
        return pence == null
                ? Sheet.words("")
                : Sheet.number(BigDecimal.valueOf(pence, 2).doubleValue());
    }
}
