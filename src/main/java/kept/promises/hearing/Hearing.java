package kept.promises.hearing;

import java.util.ArrayList;
import java.util.List;
import kept.promises.hearing.Due.Sort;

/// Hears promises to the customer in what somebody of the shop says or writes.
///
/// It only offers: it records nothing, and would rather be silent than wrong. The same words at the
/// same time always give the same answer. Threads may share it.
public final class Hearing {
  /// Longer texts are heard up to here; a letter is a fraction of it.
  private static final int LONGEST = 50_000;

  private static final Hearing ENGLISH = new Hearing(Language.english());

  private final Language language;
  private final Retelling retelling;
  private final Judge judge;
  private final Answers answers;

  private Hearing(Language language) {
    this.language = language;
    this.retelling = new Retelling(language);
    this.judge = new Judge(language);
    this.answers = new Answers(language);
  }

  public static Hearing english() {
    return ENGLISH;
  }

  /// The promises of a text, in its order.
  public List<Heard> hear(Said said) {
    var text = read(said.text());
    var monthFirst = said.monthFirst();
    var findings = judge.findings(retelling.of(text), monthFirst);
    if (findings.isEmpty() && said.previous() != null)
      findings = answers.findings(text, read(said.previous()), monthFirst);
    var heard = new ArrayList<Heard>();
    for (var finding : findings) heard.add(heard(said, finding));
    return List.copyOf(heard);
  }

  private List<Sentence> read(String words) {
    return language.read(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
  }

  private static Heard heard(Said said, Finding finding) {
    var due = finding.due();
    var when = due.when();
    var window = when == null || said.at() == null || due.sort() != Sort.TIME
        ? null
        : new ShopCalendar(said.at(), said.hours()).window(when);
    var start = finding.in().startOf(finding.from());
    var end = finding.in().endOf(finding.to());
    return new Heard(
        finding.what(),
        finding.kind(),
        due.start() < 0 ? "" : said.text().substring(due.start(), due.end()),
        window == null ? null : window.earliest(),
        window == null ? null : window.latest(),
        finding.strength(),
        start,
        end);
  }
}
