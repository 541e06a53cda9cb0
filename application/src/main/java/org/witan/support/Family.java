package org.witan.support;

/// How large a family is that needs a roof, and what comes along.
public record Family(int adults, int children, boolean pets, boolean accessNeeds) {

    /// Whether a place has room for it.
    public boolean fits(Vacancy vacancy) {
        return vacancy.spaces() > 0
                && vacancy.mostBeds() >= adults + children
                && (!pets || vacancy.pets())
                && (!accessNeeds || vacancy.accessNeeds());
    }
}
