package org.witan.access;

/// Where a piece of work comes from, for the trail.
///
/// @param channel page, API, command or a job of the application
/// @param path pattern of the page or API path, such as `/records/{id}`, or the name of the command; never a value
/// @param address network address of the caller; empty for a job
/// @param session digest that tells two sessions of one person apart; empty when there is none
public record Origin(Channel channel, String path, String address, String session) {

    /// A job that the application does by itself.
    public static Origin job(String name) {
        return new Origin(Channel.JOB, name, "", "");
    }
}
