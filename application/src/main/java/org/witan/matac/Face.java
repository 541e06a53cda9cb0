package org.witan.matac;

/// What a person is called on a page.
///
/// @param reference of the record by which they are known
/// @param born as given; empty when it was not
public record Face(String reference, String name, String born) {

    @Override
    public String toString() {
        return "a face";
    }
}
