package sample.violations;

/// A name that says nothing of what it does.
public class SampleService {}
