package kept.desk;

import java.util.List;

/// The shop's name, zone and week, as a form shows them. A `guessed` zone gives way to the one that
/// the browser keeps. `mark` says of which state the form was made, so that nobody overwrites what
/// somebody else saved meanwhile without seeing it.
public record ShopForm(
    String name, List<Choice> zones, boolean guessed, WeekForm week, String mark) {}
