package kept;

/// The one process, and the only place where its parts are wired.
public final class Kept {
  private Kept() {}

  public static void main(String[] args) {
    System.out.println("kept " + String.join(" ", args));
  }
}
