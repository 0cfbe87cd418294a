/// Texts in and out: the provider that carries them, who wants none, and what became of ours.
///
/// Owns: `text_account`, `text_stop`, `text_in`, `text_report`. Publishes:
/// `TextsSetUpChanged`. Uses: platform, team, customers, conversations, promises, recaps,
/// frontdoor.
@NullMarked
package kept.texts;

import org.jspecify.annotations.NullMarked;
