package sample.violations;

/// A method with a prefix that says nothing.
public class Getter {
    String getName() {
        return "name";
    }
}
