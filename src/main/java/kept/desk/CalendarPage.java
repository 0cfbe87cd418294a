package kept.desk;

import org.jspecify.annotations.Nullable;

/// One's own promises in one's own calendar. `state` says whether a link is in use; `link` is shown
/// once, after it was made.
public record CalendarPage(
    Frame frame, String state, boolean made, @Nullable String link) implements SettingsPage {}
