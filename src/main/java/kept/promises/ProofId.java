package kept.promises;

import java.util.UUID;
import kept.platform.Id;

public record ProofId(UUID value) implements Id {
  public static ProofId next() {
    return new ProofId(Id.fresh());
  }

  public static ProofId parse(String text) {
    return new ProofId(Id.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
