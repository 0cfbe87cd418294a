package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long what nobody needs is kept. Posts `letters` in days and `people` in years; each choice
/// says how much would go at once.
public record PrivacyPage(
    Frame frame,
    List<Choice> letters,
    List<Choice> people,
    @Nullable String saved,
    @Nullable String error)
    implements SettingsPage {}
