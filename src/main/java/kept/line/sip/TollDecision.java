package kept.line.sip;

/// Whether a number may be dialled, and if not, why.
sealed interface TollDecision {

  /// It may, as long as [TollGuard#isOver] does not say otherwise. Give `call` back when it is
  /// over.
  record Allowed(TollGuard.Toll call) implements TollDecision {}

  /// It may not; the record's name says why.
  sealed interface Refused extends TollDecision {}

  /// Neither an emergency number nor `+` and up to 15 digits (E.164).
  record NotANumber() implements Refused {}

  record CountryBarred() implements Refused {}

  /// Nobody said what it costs, so nobody can cap it.
  record PriceUnknown() implements Refused {}

  record TooManyCalls(int aMinute) implements Refused {}

  record MoneySpent(int centsADay) implements Refused {}

  record TrunkFull(int channels) implements Refused {}
}
