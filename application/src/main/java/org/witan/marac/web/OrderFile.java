package org.witan.marac.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.marac.protection.ProtectiveOrder;
import org.witan.site.Days;
import org.witan.site.SheetRow;
import org.witan.site.Wording;

/// Protective orders as a file that a spreadsheet opens, with what its reader must know above.
@Component
class OrderFile {
    private final OrderPages pages;
    private final Wording words;
    private final Days days;

    OrderFile(OrderPages pages, Wording words, Days days) {
        this.pages = pages;
        this.words = words;
        this.days = days;
    }

    String of(List<ProtectiveOrder> all) {
        var head = Stream.of(
                SheetRow.of(words.the("marac.orders.file.marking")),
                SheetRow.of(words.the("marac.flag.file.made", Days.words(days.today()))),
                SheetRow.of(Stream.of("reference", "kind", "binds", "protects", "issuer", "starts", "ends", "state")
                        .map(column -> words.the("marac.orders.file." + column))));
        return SheetRow.MARK
                + Stream.concat(head, all.stream().map(this::row))
                        .map(row -> row + SheetRow.END)
                        .collect(Collectors.joining());
    }

    private String row(ProtectiveOrder order) {
        var terms = order.now().terms();
        return SheetRow.of(
                order.reference(),
                terms.type().words(),
                pages.names(order.binds()),
                pages.names(order.protects()),
                terms.issuer(),
                terms.startsOn().toString(),
                terms.endsOn() == null ? words.the("marac.order.no-end") : String.valueOf(terms.endsOn()),
                pages.line(order).state());
    }
}
