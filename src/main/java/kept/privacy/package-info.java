/// What people may ask of whoever keeps things about them: what is kept and for how long; and what
/// the owner may ask: who did what with it.
///
/// Owns: `privacy_rule`. Publishes: `CustomerExported`, `PrivacyRuleChanged`. Uses: platform, team,
/// customers, email, texts.
@org.jspecify.annotations.NullMarked
package kept.privacy;
