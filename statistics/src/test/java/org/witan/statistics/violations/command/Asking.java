package org.witan.statistics.violations.command;

/// Stands for the command line.
public final class Asking {}
