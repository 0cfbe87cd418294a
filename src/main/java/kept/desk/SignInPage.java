package kept.desk;

import java.util.List;
import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// Coming back: a passkey, a link by mail where mail goes out, or an address and a password; and
/// what to do when all are lost. On a device of the shop's there are faces to tap. `over` says why
/// whoever was in here is not any more.
public record SignInPage(
    Assets assets,
    String shop,
    String owner,
    PasskeyPart passkey,
    boolean mails,
    SignInPages.Typed typed,
    List<FacePage.Tap> faces,
    @Nullable String over,
    @Nullable String error) {

  public String email() {
    return typed.email();
  }

  public String next() {
    return typed.next().value();
  }

  /// Whether the password shows at once: for want of a link, or since it was tried.
  public boolean password() {
    return typed.password() || !mails;
  }
}
