package org.witan.access;

/// By which way somebody came.
public enum Channel {
    PAGE,
    API,
    COMMAND,
    JOB
}
