package org.witan.statistics.synthetic;

/// Who was harmed by an invented crime, as far as the extract says.
///
/// @param age in years; -1 when not recorded or when the crime has no person as its victim
record Victim(boolean person, boolean female, int age) {
    static final Victim NONE = new Victim(false, false, -1);
}
