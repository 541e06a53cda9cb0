package org.witan.access.directory;

/// Who has set up how they sign in. Kept by whoever knows about signing in.
public interface WaysIn {

    /// How many open accounts of people have no way to sign in yet. Asked inside a witnessed piece of work.
    long missing();
}
