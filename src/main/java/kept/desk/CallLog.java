package kept.desk;

import java.util.List;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// Writing down a call that was had on another phone: with whom, who called, how long, one line.
///
/// `action` is where it is sent, `back` the page it was opened on; `heard` are promises in
/// the line, shown once before it is saved.
public record CallLog(
    Frame frame,
    Face face,
    String name,
    String first,
    String action,
    String back,
    boolean outbound,
    List<Choice> minutes,
    String note,
    String key,
    List<HeardRow> heard,
    @Nullable String error) {}
