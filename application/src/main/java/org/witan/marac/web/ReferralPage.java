package org.witan.marac.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A referral as a page: what could harm somebody first, then who, what and why. What is closed leaves no hole.
///
/// @param repeat that it is a repeat, with both dates; null when it is none
/// @param state what was decided, in words
/// @param dangers what must be known before anybody is contacted or written to
/// @param contacts how the victim may be reached
/// @param earlier what was referred before, the latest first
/// @param decisions of the coordinator, the latest first
/// @param triage whether whoever looks may decide about it now
/// @param undo whether whoever looks may take the decision back
/// @param contact whether whoever looks may read of contact with the victim
/// @param decision the one that stands; null while there is none
/// @param from that another MARAC sent it, in words; null for most
/// @param gone to other MARACs, the latest first
/// @param handsOn whether whoever looks may hand it to another MARAC
/// @param orders protective orders, of this referral and of others of the same victim
/// @param writesOrders whether whoever looks may write one down
/// @param links to other bodies, of this referral and of others of the same victim
/// @param linksBodies whether whoever looks may write one down
/// @param discloses whether whoever looks may have to do with disclosure-scheme requests
/// @param withdrawals that the agency that referred asked for, and what became of each
/// @param canBeWithdrawn whether whoever looks may ask for one now
/// @param canBeAnswered whether a decision not to take it waits for the agency of whoever looks
/// @param further further abuse that was told here, the latest first
/// @param tellsFurther whether whoever looks may tell of further abuse
/// @param young the checklist for a victim of 16 or 17; without lines for all others
/// @param supports whether whoever looks offers support to its persons
record ReferralPage(
        UUID id,
        String reference,
        String referred,
        @Nullable String repeat,
        String state,
        List<String> dangers,
        List<String> contacts,
        List<Person> persons,
        List<String> grounds,
        List<Said> said,
        List<Said> sharing,
        List<Earlier> earlier,
        List<String> decisions,
        boolean triage,
        boolean undo,
        boolean contact,
        @Nullable UUID decision,
        @Nullable String from,
        List<Gone> gone,
        boolean handsOn,
        List<OrderPages.OrderLine> orders,
        boolean writesOrders,
        List<LinkLine> links,
        boolean linksBodies,
        boolean discloses,
        List<String> withdrawals,
        boolean canBeWithdrawn,
        boolean canBeAnswered,
        List<String> further,
        boolean tellsFurther,
        boolean supports,
        Young young) {

    /// The checklist for a victim of 16 or 17.
    ///
    /// @param lead whose it is, and who answered it
    /// @param answers whether whoever looks may answer it anew
    record Young(String lead, List<Said> lines, boolean answers) {}

    /// Somebody whom it is about.
    ///
    /// @param hides whether they hide from somebody
    record Person(UUID id, String standing, String name, String born, boolean hides, List<Said> more) {}

    /// A transfer to another MARAC.
    record Gone(UUID id, String words) {}

    /// A link to another body.
    ///
    /// @param ends whether whoever looks may say that it is over
    record LinkLine(UUID id, String words, boolean ends) {}

    /// A label and what was said.
    record Said(String label, String words) {}

    /// An earlier referral of the victim.
    record Earlier(UUID id, String reference, String words) {}
}
