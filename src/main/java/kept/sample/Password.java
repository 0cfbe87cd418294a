package kept.sample;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kept.platform.Secrets;

/// The password of everyone in the sample shop: four words that follow from the installation's own
/// key, so that it can be shown at every start and nobody elsewhere knows it.
record Password(String words) {
  private static final String[] WORDS = """
      alder anchor apron basil belt bench bowl brass bread brick broom button candle carpet cedar
      chair clock copper cotton counter cup curtain door drum fern field filter fork garden glass
      grain hammer harbor hinge honey kettle ladder lamp lemon linen maple market mirror needle
      onion oven paper pear pepper plum pocket river saddle shelf spoon stove string table thimble
      tin towel valley wagon window""".split("\\s+");
  private static final int LENGTH = 4;

  Password(Secrets secrets) {
    this(from(secrets.hash("the sample shop's password")));
  }

  private static String from(byte[] hash) {
    return IntStream.range(0, LENGTH)
        .mapToObj(place -> WORDS[Byte.toUnsignedInt(hash[place]) % WORDS.length])
        .collect(Collectors.joining("-"));
  }
}
