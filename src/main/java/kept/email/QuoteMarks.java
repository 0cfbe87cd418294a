package kept.email;

import java.util.List;
import java.util.regex.Pattern;

/// How mail programs mark the old mail below a reply, in the languages our customers' programs
/// speak.
final class QuoteMarks {
  /// Programs break the line "On ... wrote:" after 76 characters, some at every address.
  private static final int LONGEST_ATTRIBUTION_LINES = 6;

  private static final int LONGEST_ATTRIBUTION = 400;

  /// A header block names at least two of its fields within these lines.
  private static final int HEADER_LINES = 6;

  private static final String WROTE =
      "(wrote|writes|a écrit|schrieb|escribió|ha scritto|scrisse|schreef|het volgende geschreven"
          + "|escreveu|skrev|skreiv|napisał(\\(a\\)|a)?|pisze|napsal(\\(a\\)|a)?|napísal(\\(a\\)|a)?|kirjoitti|írta"
          + "|a scris|написал(\\(а\\)|а)?|писал(\\(а\\)|а)?|пишет|пише|написав|έγραψε|yazdı|写道|寫道)";

  private static final String ADDRESS = "<[^<>]{1,200}@[^<>]{1,200}>{1,2}";

  /// On Tue, 3 Nov 2026 at 09:02, Chuck <chuck@example.com> wrote:
  private static final Pattern OPENED_BY_A_WORD =
      pattern("(-{2,} ?)?(On|Le|Am|Den|El|Il|Op|Em|No|W dniu|Dnia|Dne|Dňa|På|Στις|В|У|在|於)\\b?"
          + ".{0,300}?" + WROTE + ".{0,200}?(:|：|-{2,})");

  private static final List<Pattern> OPENED_BY_A_DATE_OR_NAME = List.of(
      // 2026-11-03 9:02 GMT+01:00 Chuck <chuck@example.com>:
      pattern("\\d{1,4}[./ -].{4,200}" + ADDRESS + ".{0,40}"),
      // Chuck <chuck@example.com> schrieb am Di., 3. Nov. 2026 um 09:02:
      pattern(".{0,60}" + ADDRESS + "\\s*" + WROTE + ".{0,100}[:：]"),
      // вт, 3 нояб. 2026 г. в 09:02, Chuck <chuck@example.com> написал:
      pattern(".{0,40}\\b(19|20)\\d\\d\\b.{0,200}(" + WROTE + "|" + ADDRESS + ")\\s*[:：]"));

  private static final Pattern OLD_MAIL = pattern(
      "[-_=*]{2,}\\s*(Original|Forwarded|Weitergeleitete|Ursprüngliche|Originalnachricht"
          + "|Message (transféré|d.origine|original)|Courriel original|Mensaje (original|reenviado)|Messaggio (originale|inoltrato)"
          + "|Oorspronkelijk|Doorgestuurd|Ursprungligt|Vidarebefordrat|Oprindelig|Opprinnelig|Videresendt|Mensagem (original|encaminhada)"
          + "|Wiadomość|Oryginalna|Původní|Pôvodná|Alkuperäinen|Исходное|Пересылаемое)\\b.{0,80}[-_=*]{2,}"
          + "|(Begin forwarded message|Anfang der weitergeleiteten (Nachricht|E-Mail)|Début du message (réexpédié|transféré)"
          + "|Inicio del mensaje reenviado|Inizio messaggio inoltrato|Begin doorgestuurd bericht)\\s?:");

  private static final String FROM = "(From|Von|De|Da|Van|Från|Fra|Od|Lähettäjä|От|Від|Feladó|Από)";

  private static final Pattern FIRST_FIELD = pattern("\\*?" + FROM + "\\s?:.*");

  private static final Pattern FIELD = pattern(
      "\\*?(Sent|Date|To|Cc|Subject|Gesendet|An|Betreff|Datum|Envoyé|À|Objet|Inviato|Data|A|Oggetto"
          + "|Enviado( el)?|Fecha|Para|Asunto|Verzonden|Aan|Onderwerp|Skickat|Till|Ämne|Sendt|Dato|Til|Emne|Wysłano|Do|Temat|DW"
          + "|Odesláno|Odoslané|Komu|Předmět|Predmet|Lähetetty|Vastaanottaja|Aihe|Дата|Отправлено|Кому|Тема|Assunto)\\s?:.*");

  private static final Pattern DEVICE =
      pattern("[(<\\s]*(Sent (from|via|with|by)|From my|Get \\[?Outlook|Someone from mobile"
          + "|Envoyé (depuis|de|avec|à partir)|Von meinem .* gesendet|Diese Nachricht wurde von .* gesendet|Gesendet (von|mit|über)"
          + "|Enviado (desde|do|a partir)|Inviato (da|con)|Verzonden (met|vanaf|via|van)|Verstuurd vanaf|Skickat från|Sendt fra"
          + "|Wysłane? z|Odesláno z|Odoslané z|Lähetetty|Отправлено (с|из)|從我的|从我的|发自我的).*");

  /// RFC 3676 section 4.3 wants `-- `; the blank is often lost.
  private static final Pattern SIGNATURE = pattern("(--|—|–)\\s*");

  private static final Pattern RULE = pattern("[-_=*]{3,}\\s*");

  private QuoteMarks() {}

  /// The number of lines an attribution takes from here; 0 when there is none.
  static int attributionAt(List<String> lines, int at) {
    var first = lines.get(at);
    if (first.isBlank() || first.chars().noneMatch(c -> c == '<' || Character.isDigit(c))) return 0;
    var joined = new StringBuilder();
    boolean gap = false;
    for (int count = 1; count <= LONGEST_ATTRIBUTION_LINES && at + count <= lines.size(); count++) {
      var next = lines.get(at + count - 1).strip();
      gap = gap || next.isEmpty();
      joined.append(joined.isEmpty() ? "" : " ").append(next);
      if (joined.length() > LONGEST_ATTRIBUTION) return 0;
      var line = joined.toString().strip();
      if (!mayEndAttribution(line)) continue;
      if (OPENED_BY_A_WORD.matcher(line).matches()) return count;
      if (!gap
          && OPENED_BY_A_DATE_OR_NAME.stream()
              .anyMatch(mark -> mark.matcher(line).matches())) return count;
    }
    return 0;
  }

  /// Spares the patterns most lines of a long letter.
  private static boolean mayEndAttribution(String line) {
    return line.endsWith(":") || line.endsWith("：") || line.endsWith("-") || line.contains("@");
  }

  /// Outlook quotes nothing; it puts the old mail's header over it.
  static boolean isOldMail(List<String> lines, int at) {
    var line = lines.get(at).strip();
    if (OLD_MAIL.matcher(line).matches()) return true;
    if (!FIRST_FIELD.matcher(line).matches()) return false;
    var next = lines.subList(at + 1, Math.min(lines.size(), at + HEADER_LINES));
    return next.stream().anyMatch(field -> FIELD.matcher(field.strip()).matches());
  }

  static boolean isQuote(String line) {
    var start = line.stripLeading();
    return start.startsWith(">") || start.startsWith("| ") || start.equals("|");
  }

  static boolean isRule(String line) {
    return RULE.matcher(line.strip()).matches();
  }

  static boolean isSignature(String line) {
    return SIGNATURE.matcher(line).matches();
  }

  static boolean isDevice(String line) {
    return DEVICE.matcher(line.strip()).matches();
  }

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
