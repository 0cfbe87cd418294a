package kept.desk;

import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// Coming back: a passkey, or an address and a password, and what to do when one is lost.
public record SignInPage(
    Assets assets,
    String shop,
    String owner,
    PasskeyPart passkey,
    String email,
    String next,
    @Nullable String error) {}
