package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is left to do once a call is over, already written: the matter, what was promised, the
/// recap.
///
/// @param kept the promise to ring them that this call may have kept; null where there is none
/// @param how where the recap goes, an address or a number; null where nothing reaches them
public record WrapUp(
    Frame frame,
    String call,
    String name,
    String first,
    String lasted,
    String matter,
    List<String> promised,
    @Nullable Kept kept,
    String understood,
    @Nullable String how,
    boolean mayAsk,
    @Nullable String mistake) {

  /// A promise to ring, and whether the call was long enough to have been with them and not with a
  /// mailbox.
  public record Kept(String id, String what, boolean likely) {}
}
