package kept.desk;

/// An alarm as it comes up on an open page: what it says and where it leads.
record LiveAlarm(String id, String step, String words, String href) {}
