package kept.phone;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The sound of a recording as bars, each from 0 to 100, for the eye. Pure.
public record Wave(List<Integer> bars) {
  static final int BARS = 60;

  public Wave {
    bars = List.copyOf(bars);
  }

  static Wave of(int[] loudness) {
    return new Wave(Arrays.stream(loudness).boxed().toList());
  }

  /// As it is kept: "0 12 100".
  static Wave of(String written) {
    return new Wave(Arrays.stream(written.split(" ")).map(Integer::valueOf).toList());
  }

  String written() {
    return bars.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
