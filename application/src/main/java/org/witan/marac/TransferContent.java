package org.witan.marac;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.people.Alias;
import org.witan.people.Answer;
import org.witan.people.Relation;
import org.witan.people.SafeContact;
import org.witan.people.Standing;
import org.witan.people.Stated;

/// What goes from one MARAC to another: the referral with its persons, what its meetings heard, the plan, and how its
/// risk was assessed. It is the machine-readable half of a sealed file; a name that another version does not know makes
/// the file unreadable rather than half read.
///
/// @param version of this form; 3
/// @param id of the transfer, so that it is received once, however often it was sealed
public record TransferContent(
        int version,
        UUID id,
        Sent sent,
        Referred referral,
        List<Person> persons,
        List<Between> between,
        List<Heard> hearings,
        List<Planned> actions,
        List<Assessed> assessments,
        List<Ordered> orders,
        List<Linked> links) {
    /// The form that is written and read. Form 1 had other names; form 2 told of no orders and no links.
    public static final int VERSION = 3;

    public TransferContent {
        persons = List.copyOf(persons);
        between = List.copyOf(between);
        hearings = List.copyOf(hearings);
        actions = List.copyOf(actions);
        assessments = List.copyOf(assessments);
        orders = List.copyOf(orders);
        links = List.copyOf(links);
    }

    @Override
    public String toString() {
        return "a transfer";
    }

    /// Who sends it, and why.
    ///
    /// @param from the agency that runs the MARAC, by its name
    /// @param by the coordinator, by name
    /// @param reference what the sender calls it by
    /// @param words what must be known first; may be empty
    public record Sent(String from, String by, LocalDate on, String reference, TransferWhy why, String words) {

        @Override
        public String toString() {
            return "a sender";
        }
    }

    /// The referral itself.
    ///
    /// @param agency that referred, by its name
    public record Referred(
            String agency,
            LocalDate referredOn,
            @Nullable LocalDate lastEventOn,
            List<Ground> grounds,
            List<Said> said,
            Referral.@Nullable Sharing sharing) {

        public Referred {
            grounds = List.copyOf(grounds);
            said = List.copyOf(said);
        }

        @Override
        public String toString() {
            return "a referral";
        }
    }

    /// What is said about one topic.
    public record Said(Topic topic, @Nullable Answer answer, String words) {

        @Override
        public String toString() {
            return "said about " + topic;
        }
    }

    /// Somebody whom it is about.
    ///
    /// @param hides from somebody
    public record Person(
            Standing standing,
            String given,
            String family,
            String born,
            String sex,
            boolean hides,
            String language,
            Answer interpreter,
            Answer pregnant,
            List<OtherName> aliases,
            List<Stated> stated,
            List<Home> addresses,
            List<SafeContact> contacts,
            Answer inHousehold,
            String school) {

        public Person {
            aliases = List.copyOf(aliases);
            stated = List.copyOf(stated);
            addresses = List.copyOf(addresses);
            contacts = List.copyOf(contacts);
        }

        @Override
        public String toString() {
            return "a " + standing;
        }
    }

    /// Another name of somebody.
    public record OtherName(Alias.Kind kind, String given, String family) {

        @Override
        public String toString() {
            return "a name";
        }
    }

    /// An address.
    ///
    /// @param hidden from whoever causes harm
    public record Home(
            String lines,
            String town,
            String postcode,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean hidden) {

        @Override
        public String toString() {
            return "an address";
        }
    }

    /// What one person is to another, by their places among the persons.
    public record Between(int one, Relation relation, int other) {}

    /// What a meeting heard.
    ///
    /// @param board the meeting, by its name
    /// @param spoken what agencies spoke there; what they withheld is not in it
    public record Heard(String board, LocalDate on, List<Line> lines, List<Spoken> spoken) {

        public Heard {
            lines = List.copyOf(lines);
            spoken = List.copyOf(spoken);
        }

        @Override
        public String toString() {
            return "a meeting";
        }
    }

    /// A line of the minutes.
    public record Line(LineKind kind, String words) {

        @Override
        public String toString() {
            return "a line";
        }
    }

    /// Something that an agency spoke.
    public record Spoken(String agency, boolean fact, Standing about, String happened, String words, String relevance) {

        @Override
        public String toString() {
            return "something spoken";
        }
    }

    /// An action of the plan.
    ///
    /// @param agency that does it, by its name; empty while nobody does
    /// @param state as the sender names it
    public record Planned(
            String words, String agency, @Nullable LocalDate due, String state) {

        @Override
        public String toString() {
            return "an action";
        }
    }

    /// An assessment of risk.
    ///
    /// @param counted how many answers count
    /// @param high whether the risk is high, by the answers or by judgement
    public record Assessed(
            String tool,
            int toolVersion,
            LocalDate on,
            String agency,
            int counted,
            boolean high,
            String judgement,
            List<Answered> answers) {

        public Assessed {
            answers = List.copyOf(answers);
        }

        @Override
        public String toString() {
            return "an assessment";
        }
    }

    /// An answer of an assessment.
    ///
    /// @param topic what was asked, in words
    /// @param answer by its name
    public record Answered(String topic, String answer, String note) {

        @Override
        public String toString() {
            return "an answer";
        }
    }

    /// A protective order, as it stands.
    ///
    /// @param type by its name
    /// @param typeWords the same in words
    /// @param endsOn its last day; null until further order
    /// @param held what it forbids does not go, as it may tell where somebody lives
    /// @param over how it ended, by its name; empty while it did not
    /// @param reason why it ended; empty while it did not
    /// @param binds places among the persons
    /// @param protects places among the persons
    public record Ordered(
            String type,
            String typeWords,
            String issuer,
            @Nullable LocalDate madeOn,
            @Nullable LocalDate servedOn,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String conditions,
            boolean held,
            String over,
            @Nullable LocalDate endedOn,
            String reason,
            List<Integer> binds,
            List<Integer> protects,
            List<Broken> breaches) {

        public Ordered {
            binds = List.copyOf(binds);
            protects = List.copyOf(protects);
            breaches = List.copyOf(breaches);
        }

        @Override
        public String toString() {
            return "an order";
        }
    }

    /// A breach of an order.
    ///
    /// @param words empty where they may tell where somebody lives
    /// @param reportedTo empty when to nobody
    public record Broken(LocalDate on, String words, String reportedTo) {

        @Override
        public String toString() {
            return "a breach";
        }
    }

    /// That another body knows people of the case, and whom to ask there.
    ///
    /// @param scheme the body, by its name
    /// @param level by its name; null for none
    /// @param category by its name; null for none
    public record Linked(
            String scheme,
            String reference,
            @Nullable String level,
            @Nullable String category,
            LocalDate since,
            @Nullable LocalDate until,
            String lead,
            String contact) {

        @Override
        public String toString() {
            return "a link to another body";
        }
    }
}
