package org.witan.support;

import java.time.LocalDate;
import java.util.UUID;
import org.witan.meeting.Area;
import org.witan.meeting.Subject;

/// An agreed action that asks for support and from which no offer was made yet.
public record AskedAction(UUID id, String reference, UUID whole, Area area, Subject subject, LocalDate agreedOn) {}
