package org.witan.meeting;

import java.util.Optional;
import java.util.UUID;
import org.witan.access.RecordKind;
import org.witan.access.Shown;

/// A kind of record that stands on agendas, as its own module knows it: asked when one is moved or
/// taken off. Each is asked inside a witnessed piece of work.
public interface Listed {

    /// The kind.
    RecordKind kind();

    /// Lets whoever hears, lists or withdraws the same record at this moment wait until this work is
    /// done. What was asked before is to be asked again after it.
    void hold(UUID record);

    /// Key of the words that warn whoever takes it off without another meeting; empty when there is
    /// nothing to warn of.
    Optional<String> warning(UUID record);

    /// Key of the words that say why it can go on no agenda now; empty when it can.
    Optional<String> unlistable(UUID record);

    /// It was put on the agenda of another meeting.
    void moved(Shown shown, UUID record, UUID to);
}
