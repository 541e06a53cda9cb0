package org.witan.marac.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.marac.ReceivedKind;
import org.witan.marac.Transfer;
import org.witan.marac.TransferStep;
import org.witan.marac.TransferredIn;
import org.witan.marac.Transferring;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Makes the pages of transfers.
@Component
class TransferPages {
    private final ReferralPages referrals;
    private final TransferText text;
    private final Wording words;
    private final Days days;

    TransferPages(ReferralPages referrals, TransferText text, Wording words, Days days) {
        this.referrals = referrals;
        this.text = text;
        this.words = words;
        this.days = days;
    }

    ListPage list(List<Transfer> out, List<TransferredIn> in) {
        return new ListPage(
                out.stream().filter(Transfer::isOpen).map(this::row).toList(),
                out.stream().filter(one -> !one.isOpen()).map(this::row).toList(),
                in.stream().map(this::row).toList());
    }

    private Row row(Transfer one) {
        return new Row(one.id(), one.reference(), referrals.gone(one).words(), chase(one));
    }

    private Row row(TransferredIn one) {
        return new Row(
                one.referral(),
                one.reference(),
                words.the("marac.transfer.in.line", one.fromMarac(), Days.words(one.receivedAt())),
                one.missing().isEmpty() ? "" : words.the("marac.transfer.in.missing", names(one.missing())));
    }

    private String names(List<ReceivedKind> kinds) {
        return kinds.stream()
                .map(kind -> words.the("marac.transfer.kind." + kind))
                .collect(Collectors.joining(", "));
    }

    private String chase(Transfer one) {
        LocalDate day = one.chaseOn();
        if (day == null) {
            return "";
        }
        return words.the(
                day.isAfter(days.today()) ? "marac.transfer.chase" : "marac.transfer.chase.now", Days.words(day));
    }

    TransferPage transfer(Transferring.Preview preview, String phrase, Form form) {
        Transfer one = preview.transfer();
        return new TransferPage(
                one.id(),
                one.referral(),
                one.reference(),
                referrals.gone(one).words(),
                words.the("marac.transfer.to", one.toMarac(), one.toPerson(), one.howAcknowledged()),
                words.the("marac.transfer.why." + one.why()),
                one.hiddenAddresses()
                        ? words.the("marac.transfer.hidden.yes", one.hiddenBecause())
                        : words.the("marac.transfer.hidden.no"),
                chase(one),
                one.steps().stream().map(this::step).toList(),
                one.isWithdrawn() ? "" : phrase,
                text.sections(preview.content()),
                form.problems(),
                form.field("what", steps(one)),
                form.text("words"));
    }

    private String step(Transfer.Step step) {
        return words.the(
                "marac.transfer.step.line",
                words.the("marac.transfer.step.what." + step.what()),
                Days.words(step.at()),
                step.by(),
                step.words());
    }

    private List<Field.Choice> steps(Transfer one) {
        Stream<TransferStep> open = one.isSealed()
                ? Stream.of(TransferStep.ACKNOWLEDGED, TransferStep.CHASED, TransferStep.WITHDRAWN)
                : Stream.of(TransferStep.CHASED, TransferStep.WITHDRAWN);
        Stream<TransferStep> offered =
                one.isOpen() ? open : one.isAcknowledged() ? Stream.of(TransferStep.REOPENED) : Stream.empty();
        return offered.map(what -> new Field.Choice(what.name(), words.the("marac.transfer.step.what." + what)))
                .toList();
    }

    ReceivedPage received(TransferredIn one, Form form) {
        TransferredIn.First first = one.first();
        return new ReceivedPage(
                one.referral(),
                one.reference(),
                words.the("marac.transfer.in.line", one.fromMarac(), Days.words(one.receivedAt())),
                Stream.of(
                                words.the("marac.transfer.why." + one.why()),
                                one.fromPerson().isEmpty()
                                        ? ""
                                        : words.the("marac.transfer.in.person", one.fromPerson()),
                                one.theirReference().isEmpty()
                                        ? ""
                                        : words.the("marac.transfer.text.reference", one.theirReference()),
                                first == null
                                        ? ""
                                        : words.the(
                                                "marac.referral.by", Days.words(first.referredOn()), first.agency()),
                                first == null ? "" : first.words())
                        .filter(line -> !line.isEmpty())
                        .toList(),
                one.missing().isEmpty() ? "" : words.the("marac.transfer.in.missing", names(one.missing())),
                one.settled().stream().map(this::settled).toList(),
                sections(one),
                form.problems(),
                form.field(
                        "what",
                        one.missing().stream()
                                .map(kind -> new Field.Choice(kind.name(), words.the("marac.transfer.kind." + kind)))
                                .toList()),
                form.text("words"));
    }

    private String settled(TransferredIn.Settled one) {
        return words.the(
                "marac.transfer.step.line",
                words.the("marac.transfer.kind." + one.what()),
                Days.words(one.at()),
                one.by(),
                one.words());
    }

    private List<TransferText.Section> sections(TransferredIn one) {
        var plan = new TransferText.Section(words.the("marac.transfer.text.plan"), text.plan(one.actions()));
        return Stream.of(
                        one.hearings().stream().map(text::heard),
                        Stream.of(plan),
                        one.assessments().stream().map(text::assessed))
                .flatMap(sections -> sections)
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    /// Transfers, those that nobody acknowledged first.
    record ListPage(List<Row> open, List<Row> done, List<Row> in) {}

    /// One of them.
    ///
    /// @param due what is to be done about it; empty when nothing
    record Row(UUID id, String reference, String words, String due) {}

    /// A transfer with what goes.
    ///
    /// @param phrase of the file that is made next; empty when none can be made
    record TransferPage(
            UUID id,
            UUID referral,
            String reference,
            String state,
            String to,
            String why,
            String hidden,
            String due,
            List<String> steps,
            String phrase,
            List<TransferText.Section> sections,
            List<Problem> problems,
            Field what,
            Field words) {}

    /// A referral that another MARAC sent, with what came beside it.
    record ReceivedPage(
            UUID referral,
            String reference,
            String from,
            List<String> lines,
            String missing,
            List<String> settled,
            List<TransferText.Section> sections,
            List<Problem> problems,
            Field what,
            Field words) {}
}
