package org.witan.marac.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.protection.OrderStep;
import org.witan.marac.protection.OrderTerm;
import org.witan.marac.protection.OrderType;
import org.witan.marac.protection.ProtectiveOrder;
import org.witan.people.Name;
import org.witan.people.SourceRecord;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the pages of protective orders, and the lines by which other pages tell of them.
@Component
class OrderPages {
    private static final int YEAR = 365;
    private static final Set<Role> WRITERS =
            Set.of(Role.COORDINATOR, Role.REPRESENTATIVE, Role.IDVA, Role.SUPPORT_WORKER);
    private final Wording words;
    private final Days days;

    OrderPages(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    /// An order in a list.
    ///
    /// @param presses whether it ends soon, or ran out without a word
    record OrderLine(
            UUID id, String type, String reference, String who, String state, String breaches, boolean presses) {}

    /// One order.
    ///
    /// @param facts what is true of every order of its kind
    /// @param conditions a line each
    /// @param history what stood, the latest first
    /// @param isOver nothing more can be done with it
    record OrderPage(
            OrderLine order,
            UUID referral,
            List<Fact> facts,
            List<String> kind,
            List<String> conditions,
            List<BreachLine> breaches,
            List<String> history,
            boolean writes,
            boolean isOver) {}

    /// A label and what is said.
    record Fact(String label, String words) {}

    /// A breach.
    ///
    /// @param struck why it is wrong; empty while it stands
    /// @param own whether it is for whoever looks to strike it
    record BreachLine(UUID id, String when, String words, String by, String struck, boolean own) {}

    /// Whether somebody writes orders down.
    static boolean writes(Viewer viewer) {
        return WRITERS.contains(viewer.role());
    }

    OrderLine line(ProtectiveOrder order) {
        return line(order, order.now(), days.today());
    }

    /// As it stood on a day; empty when it was not written down by then, or was over.
    String asOf(ProtectiveOrder order, LocalDate day) {
        return order.asOf(day)
                .filter(term -> !term.isOver())
                .map(term -> line(order, term, day))
                .map(line -> words.the("marac.order.told", line.type(), line.who(), line.state()))
                .orElse("");
    }

    private OrderLine line(ProtectiveOrder order, OrderTerm term, LocalDate day) {
        return new OrderLine(
                order.id(),
                term.terms().type().words(),
                order.reference(),
                who(order),
                state(term, day, order.reminder()),
                order.breached() == 0 ? "" : words.the("marac.order.breached", order.breached()),
                order.presses(day));
    }

    OrderPage page(Viewer viewer, ProtectiveOrder order) {
        OrderTerm now = order.now();
        return new OrderPage(
                line(order),
                order.referral(),
                facts(order, now),
                Stream.concat(
                                kind(now.terms().type()).stream(),
                                Stream.of(
                                        now.terms().type().facts(),
                                        words.the(
                                                "marac.order.kind.source",
                                                now.terms().type().source())))
                        .toList(),
                Stream.concat(
                                now.terms().conditions().lines(),
                                order.isHeld() ? Stream.of(words.the("marac.order.held")) : Stream.of())
                        .filter(line -> !line.isBlank())
                        .toList(),
                order.breaches().stream().map(this::breach).toList(),
                order.terms().stream().map(this::history).toList(),
                writes(viewer),
                now.isOver());
    }

    /// Whom it binds and protects, by name.
    private String who(ProtectiveOrder order) {
        String from = order.from();
        return words.the("marac.order.who", names(order.binds()), names(order.protects()))
                + (from == null ? "" : " " + words.the("marac.order.from", from));
    }

    String names(List<SourceRecord> all) {
        return all.isEmpty()
                ? words.the("marac.order.nobody")
                : all.stream().map(one -> name(one.name())).collect(Collectors.joining(", "));
    }

    String name(Name name) {
        String whole = (name.given() + " " + name.family()).strip();
        return whole.isEmpty() ? words.the("people.name.none") : whole;
    }

    /// How it stands.
    String state(OrderTerm term, LocalDate day, int reminder) {
        LocalDate ends = term.terms().endsOn();
        if (term.isOver()) {
            return words.the(
                    "marac.order.state." + term.what(),
                    Days.words(Objects.requireNonNullElse(
                            term.endedOn(), term.terms().startsOn())),
                    term.reason());
        }
        if (ends != null && term.ranOut(day)) {
            return words.the("marac.order.state.ran-out", Days.words(ends));
        }
        if (term.terms().startsOn().isAfter(day)) {
            return words.the(
                    "marac.order.state.to-come", Days.words(term.terms().startsOn()), until(ends));
        }
        String unserved = term.isUnserved(day) ? ".unserved" : "";
        if (ends != null && term.endsWithin(day, reminder)) {
            return words.the("marac.order.state.ending" + unserved, Days.words(ends), days(day, ends));
        }
        return words.the("marac.order.state.in-force" + unserved, until(ends));
    }

    private static long days(LocalDate day, LocalDate ends) {
        return ends.toEpochDay() - day.toEpochDay();
    }

    String until(@Nullable LocalDate ends) {
        return ends == null ? words.the("marac.order.no-end") : Days.words(ends);
    }

    private List<Fact> facts(ProtectiveOrder order, OrderTerm now) {
        var terms = now.terms();
        return Stream.of(
                        new Fact(words.the("marac.order.binds"), names(order.binds())),
                        new Fact(words.the("marac.order.protects"), names(order.protects())),
                        new Fact(words.the("marac.order.issuer"), terms.issuer()),
                        new Fact(words.the("marac.order.made"), day(terms.madeOn())),
                        new Fact(words.the("marac.order.served"), day(terms.servedOn())),
                        new Fact(words.the("marac.order.starts"), Days.words(terms.startsOn())),
                        new Fact(words.the("marac.order.ends"), until(terms.endsOn())))
                .map(fact -> fact.words().isEmpty() ? new Fact(fact.label(), words.the("marac.order.unknown")) : fact)
                .toList();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Days.words(day);
    }

    /// What is true of every order of a kind, in short.
    List<String> kind(OrderType type) {
        return Stream.of(
                        words.the("marac.order.kind.by", type.madeBy()),
                        type.mostHours() == null ? "" : words.the("marac.order.kind.hours", type.mostHours()),
                        type.mostDays() == null ? "" : words.the("marac.order.kind.most", type.mostDays()),
                        least(type.leastDays()),
                        words.the("marac.order.kind.breach." + type.breach()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String least(@Nullable Integer days) {
        if (days == null) {
            return "";
        }
        return days % YEAR == 0
                ? words.the("marac.order.kind.least.years", days / YEAR)
                : words.the("marac.order.kind.least", days);
    }

    private BreachLine breach(ProtectiveOrder.Breach one) {
        return new BreachLine(
                one.id(),
                one.reportedTo().isEmpty()
                        ? words.the("marac.order.breach.when", Days.words(one.day()))
                        : words.the("marac.order.breach.reported", Days.words(one.day()), one.reportedTo()),
                one.words(),
                by(one.at(), one.by(), one.agency()),
                one.struckBecause(),
                one.isOwn());
    }

    private String by(Instant at, @Nullable String by, String agency) {
        return words.the(
                "marac.order.by",
                Days.words(at),
                by == null || by.isEmpty() ? words.the("marac.somebody") : by,
                agency);
    }

    /// One term, for the history and for whoever was too late.
    String history(OrderTerm term) {
        var terms = term.terms();
        return words.the(
                "marac.order.history",
                by(term.at(), term.by(), term.agency()),
                words.the("marac.order.step." + term.what()),
                terms.type().words(),
                Days.words(terms.startsOn()),
                until(terms.endsOn()),
                Stream.of(term.reason(), term.what() == OrderStep.WRITTEN ? "" : terms.conditions())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(". ")));
    }
}
