package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How whoever looks comes in. Only who showed lately that it is them (`proven`) may change it.
/// `device` is what a passkey made here would be called.
public record WaysInPart(
    PasskeyPart passkey,
    String device,
    List<Row> passkeys,
    boolean proven,
    boolean password,
    CodeApp codeApp,
    Pin pin) {
  /// "6:00 pm" while there is a PIN for today; `wanted` where the shop has a device that takes one.
  public record Pin(boolean wanted, @Nullable String until) {}

  /// Whether a code is asked, and how many recovery codes are left.
  public record CodeApp(boolean on, int recoveryCodes) {}

  /// "My phone", "made Nov 3, used yesterday".
  public record Row(String id, String name, String words) {}
}
