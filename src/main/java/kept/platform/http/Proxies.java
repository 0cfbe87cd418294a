package kept.platform.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// Who a request really comes from when proxies of ours stand in front. Their `X-Forwarded-…`
/// headers count; anybody else may write what they like there, and it is passed over.
public final class Proxies {
  private final List<Network> trusted;

  /// Addresses (`10.0.0.7`, `::1`) and networks (`10.0.0.0/8`).
  public Proxies(Set<String> trusted) {
    this.trusted = trusted.stream().map(Network::of).toList();
  }

  /// The address on the net of whoever asks.
  public String addressOf(Context request) {
    return addressOf(request.req().getRemoteAddr(), said(request, "X-Forwarded-For"));
  }

  /// `https` or `http`, as whoever asks sees it.
  public String schemeOf(Context request) {
    return saidScheme(request).orElseGet(request::scheme);
  }

  /// The scheme that a proxy of ours was asked by; empty when none says.
  Optional<String> saidScheme(Context request) {
    var all = said(request, "X-Forwarded-Proto");
    var said = all == null ? null : all.substring(all.lastIndexOf(',') + 1).strip();
    if (said == null || !areNeighbours(request)) return Optional.empty();
    return said.equals("https") || said.equals("http") ? Optional.of(said) : Optional.empty();
  }

  /// Whether it is a proxy of ours that hands us this request.
  boolean areNeighbours(Context request) {
    return isOurs(request.req().getRemoteAddr());
  }

  /// A header that stands there in several lines is one list (RFC 9110, section 5.3): some proxies
  /// write a line of their own below what a stranger sent.
  private static @Nullable String said(Context request, String header) {
    var lines = Collections.list(request.req().getHeaders(header));
    return lines.isEmpty() ? null : String.join(",", lines);
  }

  /// Each proxy adds whom it heard from at the right end, so the first from there that is no proxy
  /// of ours is whom they heard from.
  String addressOf(String neighbour, @Nullable String forwarded) {
    var address = bare(neighbour);
    if (forwarded == null) return address;
    for (var before : Arrays.asList(forwarded.split(",")).reversed()) {
      if (!isOurs(address)) return address;
      if (parsed(before.strip()) == null) return address;
      address = bare(before.strip());
    }
    return address;
  }

  private boolean isOurs(String address) {
    var parsed = parsed(address);
    return parsed != null && trusted.stream().anyMatch(network -> network.holds(parsed));
  }

  private static byte @Nullable [] parsed(String address) {
    try {
      return InetAddress.ofLiteral(bare(address)).getAddress();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String bare(String address) {
    var end = address.indexOf(']');
    return address.startsWith("[") && end > 0 ? address.substring(1, end) : address;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Network(byte[] address, int bits) {
    static Network of(String written) {
      var slash = written.indexOf('/');
      var address = parsed(slash < 0 ? written : written.substring(0, slash));
      if (address == null) throw unreadable(written);
      var length = slash < 0 ? "" + address.length * 8 : written.substring(slash + 1);
      if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > address.length * 8)
        throw unreadable(written);
      return new Network(address, Integer.parseInt(length));
    }

    private static Refusal unreadable(String written) {
      return new Refusal(
          "KEPT_TRUSTED_PROXIES has to name addresses like 10.0.0.7 or 10.0.0.0/8, not \"" + written
              + "\".");
    }

    boolean holds(byte[] other) {
      if (other.length != address.length) return false;
      for (var bit = 0; bit < bits; bit++) {
        var mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) return false;
      }
      return true;
    }
  }
}
