package sample.violations;

import org.springframework.stereotype.Controller;

/// A controller that others could call.
@Controller
public class OpenController {}
