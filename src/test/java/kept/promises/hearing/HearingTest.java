package kept.promises.hearing;

import static kept.promises.hearing.Lines.heard;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import kept.promises.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HearingTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "I'll ring you back by 4.                          | CALLBACK    | by 4        | 2026-03-04T16:00 | 2026-03-04T16:00",
        "Gonna refund u the full amount today              | REFUND      | today       | 2026-03-04T17:00 | 2026-03-04T23:59",
        "We'll swap it for a new one tomorrow morning.     | REPLACEMENT | tomorrow morning | 2026-03-05T12:00 | 2026-03-05T12:00",
        "Your order will be dispatched on Friday.          | SHIPMENT    | on Friday   | 2026-03-06T17:00 | 2026-03-06T23:59",
        "You'll have the quote by noon tomorrow.           | INFORMATION | by noon tomorrow | 2026-03-05T12:00 | 2026-03-05T12:00",
        "Tomás will be with you between 2 and 4 tomorrow.  | VISIT       | between 2 and 4 tomorrow | 2026-03-05T16:00 | 2026-03-05T16:00",
        "Your site will be back up within the hour.        | FIX         | within the hour | 2026-03-04T16:10 | 2026-03-04T16:10",
        "I'll raise this with my manager first thing.      | ESCALATION  | first thing | 2026-03-05T08:00 | 2026-03-05T09:00",
        "We'll keep it for you till Saturday.              | OTHER       | till Saturday | 2026-03-07T13:00 | 2026-03-07T23:59",
        "Told cust we'd ring Fri before lunch              | CALLBACK    | Fri before lunch | 2026-03-06T12:00 | 2026-03-06T13:00",
        "Hi Chuck, I'll call you back by 4                 | CALLBACK    | by 4        | 2026-03-04T16:00 | 2026-03-04T16:00",
        "We are sending the new TV within 3 business days  | REPLACEMENT | within 3 business days | 2026-03-09T17:00 | 2026-03-09T23:59",
        "Tomás is coming over tomorrow between 8 and 12    | VISIT       | tomorrow between 8 and 12 | 2026-03-05T12:00 | 2026-03-05T12:00",
        "Keys will be in the lockbox from 9 am Mon         | SHIPMENT    | from 9 am Mon | 2026-03-09T09:00 | 2026-03-09T09:00",
        "Service mgr to ring her Mon a.m.                  | CALLBACK    | Mon a.m     | 2026-03-09T12:00 | 2026-03-09T12:00",
        "Told cust specs in by Thurs                       | SHIPMENT    | in by Thurs | 2026-03-05T17:00 | 2026-03-05T23:59",
        "Your glasses will be at your work Wed or Thur     | SHIPMENT    | Wed or Thur | 2026-03-05T17:00 | 2026-03-05T23:59",
        "Engineer booked for you Mon AM. Will be there 8-12. | VISIT     | 8-12        | 2026-03-09T12:00 | 2026-03-09T12:00",
        "Told her plumber coming Weds pm                   | VISIT       | Weds pm     | 2026-03-11T17:00 | 2026-03-11T18:00",
        "Mr Hale was told his coat would be back to him Fri | SHIPMENT   | Fri         | 2026-03-06T17:00 | 2026-03-06T23:59",
        "Your blinds will be relined by noon on Friday.      | OTHER       | by noon on Friday | 2026-03-06T12:00 | 2026-03-06T12:00",
        "tech out at 6                                      | VISIT       | at 6        | 2026-03-04T18:00 | 2026-03-04T18:00",
        "Back to you by 4.                                  | CALLBACK    | by 4        | 2026-03-04T16:00 | 2026-03-04T16:00",
        "I've booked Steve to come Thursday at 9.           | VISIT       | Thursday at 9 | 2026-03-05T09:00 | 2026-03-05T09:00",
        "We'll update you every two hours.                 | INFORMATION | every two hours | 2026-03-04T17:10 | 2026-03-04T17:10",
      })
  void hearsWhatKindAndByWhen(
      String text, Kind kind, String words, LocalDateTime earliest, LocalDateTime latest) {
    var heard = heard(text);

    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().kind()).isEqualTo(kind);
    assertThat(heard.getFirst().dueWords()).isEqualTo(words);
    assertThat(heard.getFirst().dueEarliest()).isEqualTo(earliest);
    assertThat(heard.getFirst().dueLatest()).isEqualTo(latest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'll get back to you soon.",
        "I'll get back to you as soon as I can.",
        "I'll ring you once the part is in.",
        "A credit will appear on your next invoice.",
        "She'll call you when she's out of surgery."
      })
  void inventsNoTime(String text) {
    assertThat(heard(text)).singleElement().satisfies(promise -> {
      assertThat(promise.dueEarliest()).isNull();
      assertThat(promise.dueLatest()).isNull();
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Would you like me to call you tomorrow?",
        "I can drop it round tomorrow if you like.",
        "Once you confirm, I'll cancel it.",
        "Send me the photos and I'll open the claim.",
        "Refunds take 3 to 5 working days.",
        "Orders placed before 2pm ship the same day.",
        "I've emailed you the quote.",
        "Let me check that for you.",
        "I'll just put you on hold for a sec.",
        "Please call us back before 4.",
        "Cust will call back Monday.",
        "When will the plumber be there?",
        "Oh sure, I'll just teleport the van over.",
        "We won't be able to come out tomorrow.",
        "DHL will deliver it tomorrow.",
        "We look forward to seeing you on Saturday.",
        "Please return the form by Friday and the bond will be lodged.",
        "Give us a shout when you're near and I'll open the gate.",
        "You'll have to ring your insurer.",
        "Please don't take this as a guarantee that we'll be there by noon.",
        "I'm heading up to the cabin Thursday.",
        "Pickup is at the side door til 3.",
        "We told your husband we'd ring, and we did ring, at half three.",
        "It will be sunny all day on Friday.",
        "There are two deals that will be announced next week.",
        "The super said he'd have the lift unlocked by six.",
        "The sale will be held on Friday.",
        "Your direct debit will be taken on the 1st.",
        "I'm calling about your appointment tomorrow.",
        "I'll be out this afternoon.",
        "Tried calling you Tuesday."
      })
  void knowsWhatIsNoPromise(String text) {
    assertThat(heard(text)).isEmpty();
  }

  @Test
  void hearsAHedge() {
    assertThat(heard("I should be able to ring you by 5.").getFirst().strength())
        .isEqualTo(Strength.HEDGED);
    assertThat(heard("I'll ring you by 5.").getFirst().strength()).isEqualTo(Strength.FIRM);
  }

  @Test
  void hearsAnAnswerOnlyAfterItsQuestion() {
    assertThat(heard("Can you ring me back by 4?", "Yes, no problem.")).hasSize(1);
    assertThat(heard("Thanks for your help!", "Yes, no problem.")).isEmpty();
    assertThat(heard("Yes, no problem.")).isEmpty();
    assertThat(heard("What time did you book it for?", "9am.")).isEmpty();
    assertThat(heard("Can you tell me where it is?", "8 minutes.")).isEmpty();
  }

  @Test
  void neverIsNoPromise() {
    assertThat(heard("I'll never ring you at 4.")).isEmpty();
  }

  @Test
  void pointsAtTheWords() {
    var text = "Sorry about that. I'll ring you by 4. Have a nice day.";

    var heard = heard(text).getFirst();

    assertThat(text.substring(heard.start(), heard.end())).isEqualTo("I'll ring you by 4");
    assertThat(heard.what()).isEqualTo("Call back");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I'll send it by 4, Chuck.            | Send it",
        "I'll refund the £45 to your Visa.    | Refund the £45 to your Visa",
        "We'll fix the TV by Friday.          | Fix the TV",
      })
  void saysItWithTheWritersCapitals(String text, String what) {
    assertThat(heard(text).getFirst().what()).isEqualTo(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You're not gonna have to pay for that second trip.",
        "We're not going to bill you for it.",
        "We'll make sure you aren't charged.",
        "You're getting your money back, every penny."
      })
  void hearsThatTheyNeedNotPay(String text) {
    assertThat(heard(text)).hasSize(1);
  }

  @Test
  void passesOverWhatAnOlderMailSaid() {
    assertThat(heard("Thanks!\n> I'll ring you by 4.\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You said: \"I'll call you by 4\" and nobody did.",
        "You said “I'll call you by 4”. It is five.",
        "She said 'we'll ring you within the hour' and I'm still here.",
        "You said: I'll call you by 4.",
        "Your email says I'll be refunded by Friday.",
        "Priya told me she'd call by 4.",
        "The other garage told him it'd be ready Monday.",
        "  > I'll ring you by 4.",
        "Thanks!\n\nOn Tue, 3 Mar 2026 at 10:12, Priya wrote:\nI'll ring you by 4.",
        "Thanks!\n\n-----Original Message-----\nI'll ring you by 4."
      })
  void passesOverWhatWasSaidEarlier(String text) {
    assertThat(heard(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "You said 'Friday at the latest', so I'll drop it off at 4. | Drop it off",
        "The 42\" TV will be swapped by 4, and the 50\" one on Friday. | Swap the 42 TV",
        "'Til 5 we'll hold it for the lads' van. | Hold it for the lads van",
        "Texted him \"your coat will be ready by 4\". | Have your coat ready",
        "\"I'll ring you by 4.\" | Call back"
      })
  void hearsWhatIsNewBesideIt(String text, String what) {
    assertThat(heard(text))
        .first()
        .satisfies(promise -> assertThat(promise.what()).isEqualTo(what));
  }

  @Test
  void answersBelowTheQuotationItAnswers() {
    var text = "On 3 March Chuck wrote:\n> I'll ring you at 2\n\nThanks, I'll send it by 4.";

    assertThat(heard(text))
        .singleElement()
        .satisfies(promise -> assertThat(promise.dueWords()).isEqualTo("by 4"));
  }
}
