package org.witan.marac;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.people.Answer;
import org.witan.people.Relation;
import org.witan.people.SafeContact;
import org.witan.people.Standing;

/// A case of a MARAC that does not exist, as it hands it to a demonstration. No assessment comes with it, so that it
/// can be seen how one is asked for.
final class InventedTransfer {
    private static final String FROM = "Invented MARAC of Elsewhere";

    private InventedTransfer() {}

    static TransferContent of(UUID id, LocalDate today) {
        return new TransferContent(
                TransferContent.VERSION,
                id,
                new TransferContent.Sent(
                        FROM,
                        "Invented Coordinator",
                        today,
                        "INV-2047",
                        TransferWhy.MOVED,
                        "Invented: he was told another town. Do not write to her."),
                referred(today),
                List.of(
                        person(Standing.VICTIM, "Celia", "Inventbrook", "19/3/1987", "Female"),
                        person(Standing.PERPETRATOR, "Lysander", "Madeupsthorpe", "8/8/1982", "Male"),
                        person(Standing.CHILD, "Little", "Inventbrook", "1/9/2019", "Female")),
                List.of(
                        new TransferContent.Between(1, Relation.EX_PARTNER, 0),
                        new TransferContent.Between(2, Relation.CHILD, 0),
                        new TransferContent.Between(2, Relation.CHILD, 1)),
                List.of(heard(today)),
                List.of(new TransferContent.Planned(
                        "Invented: a place in a nursery under another name.",
                        "Invented Children's Services of Elsewhere",
                        today.plusDays(10),
                        "ACCEPTED")),
                List.of(),
                List.of(),
                List.of());
    }

    private static TransferContent.Referred referred(LocalDate today) {
        return new TransferContent.Referred(
                "Invented Police of Elsewhere",
                today.minusDays(41),
                today.minusDays(44),
                List.of(Ground.VISIBLE_HIGH_RISK),
                List.of(
                        said(Topic.WHAT_HAPPENED, null, "Invented: he held her by the throat."),
                        said(Topic.WANTS, null, "Invented: that he does not find her."),
                        said(Topic.AWARE, Answer.YES, ""),
                        said(Topic.CONSENT, Answer.NO, "")),
                new Referral.Sharing(
                        "Invented: to reduce the risk of serious harm",
                        LawfulBasis.PUBLIC_TASK,
                        "Invented: no agency can keep her safe alone",
                        "Invented: only what bears on the risk",
                        "Invented Person, Invented post"));
    }

    private static TransferContent.Said said(Topic topic, @Nullable Answer answer, String words) {
        return new TransferContent.Said(topic, answer, words);
    }

    private static TransferContent.Person person(
            Standing standing, String given, String family, String born, String sex) {
        boolean victim = standing == Standing.VICTIM;
        return new TransferContent.Person(
                standing,
                given,
                family,
                born,
                sex,
                false,
                "",
                Answer.NOT_ASKED,
                Answer.NOT_ASKED,
                List.of(),
                List.of(),
                victim
                        ? List.of(new TransferContent.Home(
                                "21 Invented Terrace", "Inventown", "ZZ12 4ZZ", null, null, false))
                        : List.of(),
                victim
                        ? List.of(new SafeContact(
                                SafeContact.Means.PHONE, "07700 900377", "before noon", Answer.NO, Answer.YES, ""))
                        : List.of(),
                standing == Standing.CHILD ? Answer.YES : Answer.NOT_ASKED,
                "");
    }

    private static TransferContent.Heard heard(LocalDate today) {
        return new TransferContent.Heard(
                FROM,
                today.minusDays(27),
                List.of(
                        new TransferContent.Line(LineKind.RISK_TO_VICTIM, "Invented: he looks for her."),
                        new TransferContent.Line(LineKind.RISK_TO_CHILDREN, "Invented: he knew the nursery.")),
                List.of(new TransferContent.Spoken(
                        "Invented Nursery of Elsewhere",
                        true,
                        Standing.CHILD,
                        "in spring",
                        "Invented: a man asked for the child by name.",
                        "Invented: he still asks where they are.")));
    }
}
