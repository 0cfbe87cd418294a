package kept.desk;

import java.util.List;
import java.util.Map;
import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// The first steps, one question each. Every step posts to its own address and keeps what was typed
/// when refused.
public sealed interface HelloPage {
  List<String> STEPS = List.of("Your business", "Reaching you", "Coming back");

  Step step();

  default @Nullable String error(String field) {
    return step().errors().get(field);
  }

  /// Where we are (`number` from 1), where the form goes and where *Back* leads.
  record Step(
      Assets assets,
      int number,
      String action,
      @Nullable String back,
      Map<String, String> errors) {}

  /// Posts `name`, `zone`, and the week as [WeekForm] says.
  record OfBusiness(Step step, ShopForm shop) implements HelloPage {}

  /// Posts `name`, `email`, and `passkey` or `password`.
  record OfOwner(Step step, String name, String email, PasskeyPart passkey) implements HelloPage {}

  /// Posts `address`; may be left empty and told later.
  record OfMail(Step step, String address, String smtp) implements HelloPage {}
}
