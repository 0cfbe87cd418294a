package kept.desk;

import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// Whoever is signed in shows once more that it is them. Posts `passkey`, or `password` and,
/// where one is asked, `code` to itself.
public record ProofPage(
    Assets assets,
    String email,
    PasskeyPart passkey,
    boolean password,
    boolean code,
    @Nullable String error) {}
