package sample.violations;

/// A class that writes to the terminal instead of the log.
public class Printing {
    @SuppressWarnings("SystemOut") // The sample is there to do what must not be done.
    void print() {
        System.out.println("printed");
    }
}
