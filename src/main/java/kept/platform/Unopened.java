package kept.platform;

import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;

/// A port that we could not open: what stood in the way, and which setting mends it.
public final class Unopened {
  private Unopened() {}

  /// `setting` is the port's. What is no matter of the network is a bug and stays what it is.
  public static RuntimeException port(
      String setting, String bind, int port, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var sentence = sentence(setting, bind, port, cause);
      if (sentence != null) return new Refusal(sentence);
    }
    return failure;
  }

  /// The JDK tells these apart only by the system's own words.
  private static @Nullable String sentence(
      String setting, String bind, int port, Throwable failure) {
    var words = String.valueOf(failure.getMessage());
    return switch (failure) {
      case UnknownHostException _ -> noAddressOfOurs(bind);
      case UnresolvedAddressException _ -> noAddressOfOurs(bind);
      case BindException _ when words.contains("assign requested address") -> noAddressOfOurs(bind);
      case BindException _
      when words.contains("in use") ->
        "Port " + port + " is taken by another program. Stop it or set " + setting + ".";
      case SocketException _
      when words.contains("denied") ->
        "This user may not open port " + port + ". Choose one above 1023: " + setting + ".";
      case SocketException _ ->
        "Port " + port + " on " + bind + " cannot be opened (" + words + "). Look at KEPT_BIND and "
            + setting + ".";
      default -> null;
    };
  }

  private static String noAddressOfOurs(String bind) {
    return "KEPT_BIND has to be an address of this machine, which \"" + bind
        + "\" is not. 0.0.0.0 means all of them.";
  }
}
