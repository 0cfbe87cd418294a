/// The people we serve: who they are, how they reach us, what we already know of them.
///
/// Owns: `customer`, `identity`, `fact`, `possession`. Publishes: `CustomerMet`, `CustomerChanged`,
/// `CustomerForgotten`, `IdentityConfirmed`. Uses: platform, team.
@org.jspecify.annotations.NullMarked
package kept.customers;
