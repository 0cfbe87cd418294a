package kept.conversations;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// By what a message of ours reaches somebody: mail to the address that they used last, a text to
/// the number that they used last. Threads may share this object.
public final class Ways {
  private final Customers customers;
  private final Predicate<String> getsTexts;

  /// @param getsTexts whether a text of ours may go to this number
  public Ways(Customers customers, Predicate<String> getsTexts) {
    this.customers = customers;
    this.getsTexts = getsTexts;
  }

  /// One way out: the channel, and the address or number.
  public record Way(Channel channel, String address) {
    static Way to(String address) {
      return new Way(address.startsWith("+") ? Channel.TEXT : Channel.EMAIL, address);
    }

    String kind() {
      return channel == Channel.TEXT ? Messages.BY_TEXT : Messages.BY_MAIL;
    }
  }

  /// The number that a text of ours reaches them at.
  public Optional<String> textTo(CustomerId customer) {
    return last(customer, IdentityKind.PHONE, null).filter(getsTexts);
  }

  /// By this channel; by none in particular, mail where they have an address, else a text.
  public Way of(CustomerId customer, @Nullable Channel wanted) {
    customers.refuseForgotten(customer);
    if (wanted == Channel.TEXT) return new Way(Channel.TEXT, number(customer));
    var address = last(customer, IdentityKind.EMAIL, null);
    if (address.isPresent()) return new Way(Channel.EMAIL, address.get());
    if (wanted == null) {
      var number = textTo(customer);
      if (number.isPresent()) return new Way(Channel.TEXT, number.get());
    }
    throw new Refusal("We have no mail address of theirs. Add one first.");
  }

  /// To an address or number of theirs.
  Way to(CustomerId customer, String wanted) {
    customers.refuseForgotten(customer);
    var kind = wanted.startsWith("+") ? IdentityKind.PHONE : IdentityKind.EMAIL;
    return last(customer, kind, wanted)
        .map(Way::to)
        .orElseThrow(() -> new Refusal("They have no such address. Add it first."));
  }

  private String number(CustomerId customer) {
    return textTo(customer)
        .orElseThrow(() -> new Refusal("No text reaches them: we have no number that gets texts."));
  }

  private Optional<String> last(CustomerId customer, IdentityKind kind, @Nullable String wanted) {
    return customers.knowledgeOf(customer).identities().stream()
        .filter(identity -> identity.kind() == kind)
        .filter(identity -> wanted == null || identity.value().equals(wanted))
        .max(Comparator.comparing(Identity::lastUsedAt))
        .map(Identity::value);
  }
}
