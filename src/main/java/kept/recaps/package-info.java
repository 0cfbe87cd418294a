/// What the customer gets in writing, the page it opens, and the word they give back.
///
/// Owns: `recap`, `page_link`, `confirmation`. Publishes: `RecapSent`, `PageOpened`,
/// `PageLinksRevoked`, `CustomerSaidSorted`, `CustomerSaidNotYet`, `CustomerHadToRepeat`. Uses:
/// platform, team, customers, conversations, promises.
@org.jspecify.annotations.NullMarked
package kept.recaps;
