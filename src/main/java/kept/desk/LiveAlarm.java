package kept.desk;

/// An alarm as it comes up on an open page: what it says and where it leads. What is `mine` I can
/// keep; anything else I can take.
record LiveAlarm(String id, String step, String words, String href, boolean mine) {}
