package kept.desk;

import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// Whoever is signed in shows once more that it is them. Posts `passkey` or `password` to itself.
public record ProofPage(
    Assets assets,
    String email,
    PasskeyPart passkey,
    boolean password,
    @Nullable String error) {}
