package kept.team;

import kept.platform.PhoneNumbers;

/// The phone somebody carries.
///
/// @param number in E.164
/// @param rings whether it rings when the shop's phones do
public record Mobile(String number, boolean rings) {
  public Mobile {
    number = PhoneNumbers.ours(number);
  }
}
