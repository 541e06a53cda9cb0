package org.witan.support.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.site.Days;
import org.witan.site.Wording;
import org.witan.site.file.Format;
import org.witan.site.file.Sheet;
import org.witan.support.Offer;

/// Offers as a file that a spreadsheet opens, with what its reader must know above. It names nobody.
@Component
class OffersFile {
    private final OfferWords offers;
    private final Wording words;

    OffersFile(OfferWords offers, Wording words) {
        this.offers = offers;
        this.words = words;
    }

    byte[] of(List<Offer> all) {
        var rows = new ArrayList<List<Sheet.Cell>>();
        rows.add(Sheet.line(words.the("support.file.marking")));
        rows.add(Sheet.line(words.the("support.file.caveats")));
        rows.add(Sheet.line(words.the("support.file.made", Days.words(offers.today()))));
        rows.add(Stream.of(
                        "reference",
                        "what",
                        "provider",
                        "asked",
                        "state",
                        "reason",
                        "waited",
                        "sessions",
                        "came",
                        "cost")
                .map(column -> Sheet.words(words.the("support.file." + column)))
                .toList());
        all.forEach(one -> rows.add(row(one)));
        return Format.CSV.write(new Sheet(words.the("support.menu"), List.copyOf(rows)));
    }

    private List<Sheet.Cell> row(Offer offer) {
        Integer pence = offer.pence();
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
                pence == null
                        ? Sheet.words("")
                        : Sheet.number(BigDecimal.valueOf(pence, 2).doubleValue()));
    }
}
